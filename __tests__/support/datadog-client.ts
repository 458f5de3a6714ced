import { ObjectSerializer as V1 } from '@datadog/datadog-api-client/dist/packages/datadog-api-client-v1/models/ObjectSerializer';
import { ObjectSerializer as V2 } from '@datadog/datadog-api-client/dist/packages/datadog-api-client-v2/models/ObjectSerializer';

/**
 * Reads a dashboard with the types of Datadog's official client and tells which parts they do not know. The
 * `custom` widget, which they never knew, is passed over.
 */
export function unknownToDatadog(dashboard: unknown): string[] {
  return unparsed(V1.deserialize(dashboard, 'Dashboard', ''), 'dashboard');
}

/** The dashboard as Datadog's official client writes what it has read. */
export function throughDatadogClient(dashboard: unknown): unknown {
  return V1.serialize(V1.deserialize(dashboard, 'Dashboard', ''), 'Dashboard', '');
}

/** As {@link unknownToDatadog}, for an App Builder app as the provider sends it. */
export function unknownToAppBuilder(app: Record<string, unknown>): string[] {
  const request = { data: { type: 'appDefinitions', attributes: app } };
  return unparsed(V2.deserialize(request, 'CreateAppRequest', ''), 'app');
}

interface Parsed {
  readonly _unparsed?: boolean;
  readonly _data?: { readonly type?: string };
}

function unparsed(part: unknown, path: string): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { _unparsed, _data } = part as Parsed;
  if (_data !== undefined) return _data.type === 'custom' ? [] : [path];
  const below = Object.entries(part).flatMap(([name, value]) => unparsed(value, `${path}.${name}`));
  if (!_unparsed || below.length > 0) return below;
  return (part as { definition?: Parsed }).definition?._data?.type === 'custom' ? [] : [path];
}
