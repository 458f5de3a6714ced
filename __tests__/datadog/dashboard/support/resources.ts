import { BindingsSchema } from './bindings-schema';
import { BlockSchema } from './block-schema';
import ofVersion4 from './blocks-of-version-4.json';
import { RecordedSchema } from './recorded-schema';

const BINDINGS = '@cdktf/provider-datadog/lib';

/**
 * The typed dashboards and powerpacks of both major versions of the provider. Those of version 4 are recorded, since its
 * bindings weigh 500 MB: `__tests__/cdktn/blocks-of-version-4.test.ts` compares them.
 */
const SCHEMAS: Readonly<Record<string, () => BlockSchema>> = {
  'datadog_dashboard 3.82': () => new BindingsSchema(`${BINDINGS}/dashboard`, 'DashboardConfig'),
  'datadog_powerpack 3.82': () => new BindingsSchema(`${BINDINGS}/powerpack`, 'PowerpackConfig'),
  ...Object.fromEntries(
    Object.keys(ofVersion4.resources).map((name) => [name, () => new RecordedSchema(ofVersion4, name)]),
  ),
};

/** The blocks of a resource, by a name such as `datadog_dashboard 3.82`. */
export function schemaOf(name: string): BlockSchema {
  return SCHEMAS[name]();
}

/**
 * Describes what holds for the resources whose names begin so.
 *
 * @param title has `%s` for the name
 */
export function describeResources(
  title: string,
  start: 'datadog_' | 'datadog_dashboard',
  body: (name: string, schema: BlockSchema) => void,
): void {
  for (const name of Object.keys(SCHEMAS)) {
    if (name.startsWith(start)) describe(title.replace('%s', name), () => body(name, schemaOf(name)));
  }
}
