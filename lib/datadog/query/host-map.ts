import { isObject, JsonObject, objectsIn } from '../../json/value';
import { Filter, QueryError } from './filter';
import { tagsFilter } from './sources/fields';
import { parseSearch } from './search';

/** What a host map shows at one level: hosts, or what runs on them. */
export interface Layer {
  /** The requests that color and size what is shown. */
  readonly requests: readonly JsonObject[];
  /** All of them are true of what is shown. */
  readonly filters: readonly Filter[];
  /** Whether it shows what exists, also where no request has a value. */
  readonly showsEntities: boolean;
  /** Whether it shows containers or the like, and not hosts. */
  readonly isOfCloud: boolean;
}

/**
 * The levels of a host map, from the outside. The older form has one, with a request for each role (`fill`, `size`). The newer
 * one, `infrastructure_hostmap`, shows entities such as hosts, and has a `child` for what is shown in each of them.
 *
 * Source: the model `HostMapWidgetDefinitionRequests` of `@datadog/datadog-api-client` 1.64.0
 *
 * @throws QueryError if it has another form, such as `data_projection`, whose dataset is not known, or a filter does not
 * follow its syntax
 */
export function layersOf({ requests, scope, node_type: node }: JsonObject): Layer[] {
  if (!isObject(requests)) return [];
  const { request_type: form } = requests;
  if (form === undefined || form === null) {
    return [
      {
        requests: objectsIn(Object.values(requests)),
        filters: [tagsFilter(scope)],
        showsEntities: false,
        isOfCloud: isOfOthers(node),
      },
    ];
  }
  if (form === 'infrastructure_hostmap') return [...entityLayers(requests, [])];
  throw new QueryError(`Nothing is known of host maps with the request_type ${JSON.stringify(form)}`);
}

function* entityLayers(layer: JsonObject, around: readonly Filter[]): Generator<Layer> {
  const { filter, enrichments, child, node_type: node } = layer;
  const filters = typeof filter === 'string' ? [...around, parseSearch(filter)] : around;
  yield { requests: objectsIn(enrichments), filters, showsEntities: true, isOfCloud: isOfOthers(node) };
  if (isObject(child)) yield* entityLayers(child, filters);
}

/** Whether nodes of that type are something else than hosts. */
function isOfOthers(node: unknown): boolean {
  return typeof node === 'string' && node !== 'host';
}
