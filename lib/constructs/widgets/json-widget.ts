import { IConstruct } from 'constructs';
import { BadInput } from '../../bad-input';
import { WidgetLayout } from '../../datadog/dashboard/layout';
import { JsonObject } from '../../json/value';
import { jsonCopy } from '../tokens/json-copy';
import { WidgetContainer } from './container';
import { within } from '../construct-error';

/** Adds a widget that is given as Datadog's JSON, checked and copied. */
export function addJsonWidget(
  scope: IConstruct,
  container: WidgetContainer,
  definition: unknown,
  layout: WidgetLayout | undefined,
): void {
  within(scope, () => {
    const copy = jsonCopy('definition', definition) as JsonObject;
    if (typeof copy !== 'object' || copy === null || typeof copy.type !== 'string') {
      throw new BadInput(
        'definition',
        definition,
        'is no widget definition, which is an object with a "type"',
        'Pass what stands under "definition" in the JSON of a dashboard',
      );
    }
    container.add({ render: () => ({ definition: copy }) }, layout);
  });
}
