import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { BindingsSchema } from '../datadog/dashboard/support/bindings-schema';
import { recorded } from '../datadog/dashboard/support/recorded-schema';

const FILE = join(__dirname, '..', 'datadog', 'dashboard', 'support', 'blocks-of-version-4.json');
const BINDINGS = '@cdktn/provider-datadog/lib';

describe('the blocks of version 4 of the provider', () => {
  it('are recorded as its bindings declare them', () => {
    const { resources, blocks } = recorded({
      'datadog_dashboard 4.19': new BindingsSchema(`${BINDINGS}/dashboard`, 'DashboardConfig'),
      'datadog_dashboard_v2 4.19': new BindingsSchema(`${BINDINGS}/dashboard-v2`, 'DashboardV2Config'),
      'datadog_powerpack 4.19': new BindingsSchema(`${BINDINGS}/powerpack`, 'PowerpackConfig'),
      'datadog_powerpack_v2 4.19': new BindingsSchema(`${BINDINGS}/powerpack-v2`, 'PowerpackV2Config'),
    });
    const lines = blocks.map((block) => JSON.stringify(block));
    const text = `{ "resources": ${JSON.stringify(resources)},\n"blocks": [\n${lines.join(',\n')}\n] }\n`;
    if (process.env.RENEW_BLOCKS === '1') writeFileSync(FILE, text);
    expect(readFileSync(FILE, 'utf8')).toBe(text);
  });
});
