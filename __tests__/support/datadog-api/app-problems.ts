import { ObjectSerializer as V2 } from '@datadog/datadog-api-client/dist/packages/datadog-api-client-v2/models/ObjectSerializer';
import { Json } from './refusal';
import { unknownPart } from './unknown-part';

/** Why App Builder would not take the app, as JSON:API errors. */
export function* appProblems(attributes: Json): Generator<Json> {
  for (const field of ['name', 'rootInstanceName', 'components']) {
    if (!attributes[field]) {
      yield { title: 'missing required field', source: { pointer: `/data/attributes/${field}` } };
      return;
    }
  }
  const request = { data: { type: 'appDefinitions', attributes } };
  const unknown = unknownPart(() => V2.deserialize(request, 'CreateAppRequest', ''));
  if (unknown !== undefined) {
    yield { title: 'invalid field', detail: unknown };
    return;
  }
  yield* componentProblems(attributes.components, '/data/attributes/components');
  const { rootInstanceName, components } = attributes;
  if (!components.some(({ name }: Json) => name === rootInstanceName)) {
    const detail = `no component is named ${JSON.stringify(rootInstanceName)}`;
    yield { title: 'invalid field', detail, source: { pointer: '/data/attributes/rootInstanceName' } };
  }
}

/** The client's types do without `events`, and take null for the rest. */
function* componentProblems(components: readonly Json[], pointer: string): Generator<Json> {
  for (const [index, component] of components.entries()) {
    const here = `${pointer}/${index}`;
    for (const field of ['name', 'type', 'properties', 'events']) {
      if (component[field]) continue;
      yield { title: 'missing required field', source: { pointer: `${here}/${field}` } };
    }
    yield* componentProblems(component.properties?.children ?? [], `${here}/properties/children`);
  }
}
