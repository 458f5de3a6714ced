import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { LINKED_TYPES } from '../../lib/datadog/widget';

const MODELS = join(
  require.resolve('@datadog/datadog-api-client/package.json'),
  '../dist/packages/datadog-api-client-v1/models',
);

/** These have context links, and show no data of instances. */
const NO_GRAPHS = ['embedded_app', 'run_workflow'];

/** The types of the widgets that have context links by Datadog's own client. */
function typesWithLinks(): string[] {
  const models = readdirSync(MODELS).filter((file) => /WidgetDefinition\w*\.d\.ts$/.test(file));
  return models.flatMap((file) => {
    const model = readFileSync(join(MODELS, file), 'utf8');
    if (!model.includes('"customLinks"')) return [];
    const [, type] = /^ {4}"type": (\w+);/m.exec(model)!;
    const [, value] = / = "(\w+)";/.exec(readFileSync(join(MODELS, `${type}.d.ts`), 'utf8'))!;
    return value;
  });
}

it('every type of widgets with context links by Datadog’s client can be tagged', () => {
  const types = typesWithLinks();
  expect(types.length).toBeGreaterThan(15);
  expect(types.filter((type) => !LINKED_TYPES.includes(type) && !NO_GRAPHS.includes(type))).toEqual([]);
});
