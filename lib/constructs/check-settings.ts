import { BadInput } from '../bad-input';
import { isObject } from '../json/value';

/**
 * Checks what users give as settings. From JavaScript it can be anything.
 *
 * @param what the name of the parameter
 * @param fix what to do, if the settings can't be left out
 * @throws BadInput if it is not an object
 */
export function checkSettings(
  what: string,
  settings: unknown,
  fix = 'Leave them out, or pass an object: { … }',
): void {
  if (!isObject(settings)) throw new BadInput(what, settings, 'are not settings', fix);
}
