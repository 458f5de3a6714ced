import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { exchanged } from '../../scripts/cdktn/names';
import { CDKTN, ROOT } from './support';

/** The public types that jsii has found, with their members, parameters and docs. */
function typesOf(folder: string, rename = (text: string): string => text): Record<string, any> {
  const { types } = JSON.parse(rename(readFileSync(join(folder, '.jsii'), 'utf8')));
  return types;
}

describe('the public API', () => {
  it('is the same for both frameworks, but for their names', () => {
    expect(existsSync(join(ROOT, '.jsii'))).toBe(true);
    const types = typesOf(ROOT);
    expect(types['cdktf-datadog-rookout.RookoutDashboard']).toBeDefined();
    expect(typesOf(CDKTN, exchanged)).toEqual(types);
  });

  it('names the resource by the class of the bindings', () => {
    const { properties } = typesOf(CDKTN)['cdktn-datadog-rookout.RookoutDashboard'];
    expect(properties.find(({ name }: any) => name === 'resource').type).toEqual({
      fqn: '@cdktn/provider-datadog.dashboardJson.DashboardJson',
    });
  });
});
