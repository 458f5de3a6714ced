import { JsonObject, objectsIn } from '../json/value';
import { FormatModel } from './model';
import { numberOf, textOf } from './read';

/**
 * The conditional formats of a formula, or of a request.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/ (`conditional_formats`)
 */
export function formatsOf({ conditional_formats: formats }: JsonObject): FormatModel[] {
  return objectsIn(formats).flatMap(({ comparator, value, palette }) => {
    const bound = numberOf(value);
    return bound === undefined
      ? []
      : [{ comparator: textOf(comparator), value: bound, palette: textOf(palette) }];
  });
}
