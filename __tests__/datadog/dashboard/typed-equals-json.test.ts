import { Dashboard } from '@cdktf/provider-datadog/lib/dashboard';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { dashboardOfBlocks } from '../../../lib/datadog/dashboard/blocks';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';
import { taggingRules } from '../../../lib/datadog/tagging/settings';
import { LINKED_TYPES } from '../../../lib/datadog/widget';
import { pageModel } from '../../../lib/preview/page-model';
import { textsOfTemplates } from '../../../lib/terraform/template';
import { DASHBOARDS } from '../../support/dashboards';
import { newStack, onlyResource } from '../../support/stack';
import { tag } from '../../support/tagging';
import { TypedResource } from '../../support/typed-resource';
import { dashboard as anyDashboard } from '../tagging/arbitrary-dashboards';
import { describeResources, schemaOf } from './support/resources';
import { BlockWriter, terraformOf } from './support/block-writer';

/** Kinds that have context links in Datadog's JSON, and none in the provider's blocks. */
const UNLINKED = ['distribution', 'heatgrid'];
const TYPES = LINKED_TYPES.filter((type) => !UNLINKED.includes(type));

/** The dashboards of the tests, and those of a directory that is named. */
const NAMED: Record<string, any> = {
  ...DASHBOARDS,
  ...Object.fromEntries(
    (process.env.DASHBOARDS === undefined ? [] : readdirSync(process.env.DASHBOARDS))
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, JSON.parse(readFileSync(join(process.env.DASHBOARDS!, name), 'utf8'))]),
  ),
};

const rules = taggingRules({ widgetTypes: TYPES });
const read = (body: any) => dashboardOfBlocks(terraformOf(body), textsOfTemplates());
const reports = (json: any) => tagDashboard(json, rules).widgets;
const modelOf = (json: any) => pageModel(json, { graphs: [], app: () => undefined });

describeResources('a dashboard written as blocks of %s', 'datadog_dashboard', (_, schema) => {
  const writer = new BlockWriter(schema);

  it.each(Object.keys(NAMED))('%s gives the labels, the links and the page of its JSON', (name) => {
    const { props, json } = writer.dashboard(NAMED[name]);
    expect(reports(read(props))).toEqual(reports(json));
    expect(modelOf(read(props))).toEqual(modelOf(json));
  });

  it('gives those of its JSON, whatever the dashboard', () => {
    fc.assert(
      fc.property(anyDashboard, (given) => {
        const { props, json } = writer.dashboard(given);
        expect(reports(read(props))).toEqual(reports(json));
        expect(modelOf(read(props))).toEqual(modelOf(json));
      }),
      { numRuns: 300 },
    );
  });
});

describeResources('a typed dashboard of %s that the Aspect tags', 'datadog_dashboard', (name, schema) => {
  const writer = new BlockWriter(schema);

  it.each(Object.keys(NAMED))('%s gets the titles and links of its JSON', (given) => {
    const { props, json } = writer.dashboard(NAMED[given]);
    expect(titlesAndLinks(tagged(name, props))).toEqual(titlesAndLinks(tagDashboard(json, rules).dashboard));
  });

  it('gets those of its JSON, whatever the dashboard', () => {
    fc.assert(
      fc.property(anyDashboard, (given) => {
        // What Terraform reads as an expression is text in JSON.
        fc.pre(!/[$%&#]\{/.test(JSON.stringify(given)));
        const { props, json } = writer.dashboard(given);
        const expected = tagDashboard(json, rules).dashboard;
        expect(titlesAndLinks(tagged(name, props))).toEqual(titlesAndLinks(expected));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the typed datadog_dashboard of the bindings', () => {
  it.each(Object.keys(DASHBOARDS))('%s gets the titles and links of its JSON', (name) => {
    const { props, json } = new BlockWriter(schemaOf('datadog_dashboard 3.82')).dashboard(NAMED[name]);
    const stack = newStack();
    new Dashboard(stack, 'Typed', { title: 'Typed', layoutType: 'ordered', ...props });
    const body = onlyResource(tag(stack, { widgetTypes: TYPES }), 'datadog_dashboard');
    expect(titlesAndLinks(dashboardOfBlocks(body, textsOfTemplates()))).toEqual(
      titlesAndLinks(tagDashboard(json, rules).dashboard),
    );
  });
});

/** What the Aspect makes of a typed dashboard with the props of those bindings. */
function tagged(name: string, { widget, templateVariable }: any): any {
  const stack = newStack();
  new TypedResource(stack, 'Typed', name.split(' ')[0], widget, templateVariable);
  const [body] = Object.values<any>(Object.values(tag(stack, { widgetTypes: TYPES }).resource)[0] as object);
  return read(body);
}

function titlesAndLinks({ widgets }: any): unknown[] {
  return widgets.map(({ definition }: any) => ({
    title: definition.title ?? '',
    links: definition.custom_links ?? [],
    ...(definition.widgets && { inner: titlesAndLinks(definition) }),
    ...(definition.source_widget_definition && {
      source: titlesAndLinks({ widgets: [{ definition: definition.source_widget_definition }] }),
    }),
  }));
}
