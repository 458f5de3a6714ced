/**
 * Reads something with the types of Datadog's official client.
 *
 * @returns what they do not know of it; nothing where they know it all
 */
export function unknownPart(read: () => unknown): string | undefined {
  try {
    return unparsed(read(), '');
  } catch (error) {
    return (error as Error).message;
  }
}

function unparsed(part: unknown, path: string): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  if (Array.isArray(part) && part.includes(null)) return `${path} has an element that is null`;
  const { _data, _unparsed } = part as { readonly _data?: unknown; readonly _unparsed?: boolean };
  if (_data === undefined) {
    for (const [name, value] of Object.entries(part)) {
      const below = unparsed(value, path === '' ? name : `${path}.${name}`);
      if (below !== undefined) return below;
    }
    if (!_unparsed) return undefined;
  }
  const found = _data === undefined ? '' : `: ${JSON.stringify(_data).slice(0, 200)}`;
  return `${path === '' ? 'it' : path} is not valid under any of the given schemas${found}`;
}
