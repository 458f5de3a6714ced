import { BadInput } from '../bad-input';
import { isObject } from '../json/value';

/**
 * Checks what users give as settings. From JavaScript it can be anything.
 *
 * @param what the name of the parameter
 * @throws BadInput if it is not an object
 */
export function checkSettings(what: string, settings: unknown): void {
  if (isObject(settings)) return;
  throw new BadInput(what, settings, 'are not settings', 'Leave them out, or pass an object: { … }');
}
