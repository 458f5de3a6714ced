import { IConstruct } from 'constructs';
import { BadInput } from '../bad-input';
import { WidgetLayout } from '../datadog/layout';
import { JsonObject } from '../datadog/widget';
import { jsonCopy } from './json-copy';
import { WidgetContainer } from './widget-container';
import { within } from './within';

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
