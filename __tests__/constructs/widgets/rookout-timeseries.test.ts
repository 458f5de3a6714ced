import { Fn, TerraformVariable, Token } from 'cdktf';
import { Construct } from 'constructs';
import {
  RookoutDashboard,
  RookoutLabel,
  RookoutTimeseries,
  RookoutTimeseriesProps,
  RookoutTitles,
} from '../../../lib';
import { unknownToDatadog } from '../../support/datadog-client';
import { newStack, onlyResource, synthesized } from '../../support/stack';

const QUERY = 'avg:kubernetes.memory.usage{team:shop}';

function outside(props: RookoutTimeseriesProps, context = {}): RookoutTimeseries {
  return new RookoutTimeseries(newStack(context), 'Graph', props);
}

function dashboardWith(widget: unknown): object {
  return { title: 'Graphs', layout_type: 'ordered', widgets: [{ definition: widget }] };
}

describe('RookoutTimeseries outside a dashboard', () => {
  it('hands out title, link and definition', () => {
    const graph = outside({ service: 'cartservice', subject: 'Memory', query: QUERY });
    expect(graph.title).toBe('cartservice Memory [k8s_deployment:cartservice]');
    expect(graph.link).toBe('https://app.rookout.com/?labels=k8s_deployment%3Acartservice');
    expect(graph.definition).toEqual({
      title: graph.title,
      title_size: '16',
      title_align: 'left',
      show_legend: true,
      legend_layout: 'auto',
      legend_columns: ['avg', 'min', 'max', 'value', 'sum'],
      type: 'timeseries',
      requests: [
        {
          formulas: [{ formula: 'query1' }],
          queries: [{ data_source: 'metrics', name: 'query1', query: QUERY }],
          response_format: 'timeseries',
          style: { palette: 'dog_classic', line_type: 'solid', line_width: 'normal' },
          display_type: 'line',
        },
      ],
      custom_links: [{ label: 'Set metric points', link: graph.link }],
    });
  });

  it('hands out a definition that can be changed without changing the next', () => {
    const graph = outside({ service: 'cartservice', query: QUERY });
    graph.definition.requests.pop();
    expect(graph.definition.requests).toHaveLength(1);
  });

  it('takes several queries with formulas and aliases', () => {
    const { definition } = outside({
      service: 'frontend',
      queries: [
        { name: 'errors', query: 'sum:trace.http.request.errors{service:frontend}.as_count()' },
        { query: 'sum:trace.http.request.hits{service:frontend}.as_count()' },
        { query: 'sum:all.cost{*}', dataSource: 'cloud_cost' },
      ],
      formulas: [{ formula: 'errors / query2 * 100', alias: 'errors in %' }, { formula: 'query3' }],
    });
    expect(definition.requests[0].queries.map((query: any) => [query.name, query.data_source])).toEqual([
      ['errors', 'metrics'],
      ['query2', 'metrics'],
      ['query3', 'cloud_cost'],
    ]);
    expect(definition.requests[0].formulas).toEqual([
      { formula: 'errors / query2 * 100', alias: 'errors in %' },
      { formula: 'query3' },
    ]);
    expect(unknownToDatadog(dashboardWith(definition))).toEqual([]);
  });

  it('draws one line for each query where no formulas say otherwise', () => {
    const { definition } = outside({ service: 'frontend', queries: [{ query: 'a{*}' }, { query: 'b{*}' }] });
    expect(definition.requests[0].formulas).toEqual([{ formula: 'query1' }, { formula: 'query2' }]);
  });

  it('takes everything else that Datadog names for a timeseries', () => {
    const { definition } = outside({
      service: 'cart',
      query: QUERY,
      displayType: 'area',
      palette: 'warm',
      showLegend: false,
      legendLayout: 'vertical',
      legendColumns: ['avg', 'max'],
      yaxis: { label: 'bytes', scale: 'log', min: '0', max: '100', includeZero: false },
      markers: [{ value: 'y = 80', displayType: 'error dashed', label: 'limit' }],
      events: [{ q: 'source:kubernetes', tagsExecution: 'or' }],
      liveSpan: '4h',
    });
    expect(definition).toMatchObject({
      show_legend: false,
      legend_layout: 'vertical',
      legend_columns: ['avg', 'max'],
      time: { live_span: '4h' },
      yaxis: { label: 'bytes', scale: 'log', min: '0', max: '100', include_zero: false },
      markers: [{ value: 'y = 80', display_type: 'error dashed', label: 'limit' }],
      events: [{ q: 'source:kubernetes', tags_execution: 'or' }],
    });
    expect(definition.requests[0]).toMatchObject({ display_type: 'area', style: { palette: 'warm' } });
    expect(unknownToDatadog(dashboardWith(definition))).toEqual([]);
  });

  it('carries several labels in title and link', () => {
    const graph = outside(
      { service: 'service#3', labelKey: 'service', labels: ['aws_region:eu west/1'], query: QUERY },
      { rookout: { labels: ['env:staging'] } },
    );
    expect(graph.title).toBe('service#3 [service:service#3] [env:staging] [aws_region:eu west/1]');
    const { searchParams } = new URL(graph.link);
    expect(searchParams.get('labels')).toBe('service:service#3,env:staging,aws_region:eu west/1');
  });

  it('is tagged by labels alone where there is no service', () => {
    const graph = outside({ subject: 'Lambda errors', labels: ['function_name:resize'], query: QUERY });
    expect(graph.title).toBe('Lambda errors [function_name:resize]');
  });

  it('takes its conventions from titles', () => {
    const stack = newStack({ rookout: { labels: ['env:staging'] } });
    const titles = new RookoutTitles(stack, 'Titles', { labelKey: 'service', labels: ['env:test'] });
    const graph = new RookoutTimeseries(stack, 'Graph', { service: 'cart', titles, query: QUERY });
    expect(graph.title).toBe('cart [service:cart] [env:test]');
  });

  it('takes the session link from its props before that of the context', () => {
    const props = { service: 'cart', query: QUERY };
    const context = { rookout: { sessionLink: 'https://rookout.example.com/{labels}' } };
    expect(outside(props, context).link).toBe('https://rookout.example.com/k8s_deployment%3Acart');
    expect(outside({ ...props, sessionLink: 'http://localhost/?q={labels}' }, context).link).toBe(
      'http://localhost/?q=k8s_deployment%3Acart',
    );
  });
});

describe('RookoutTimeseries in a dashboard', () => {
  it('places itself, in order of creation, also from constructs below the dashboard', () => {
    const dashboard = new RookoutDashboard(newStack(), 'Dashboard', { overview: false });
    new RookoutTimeseries(dashboard, 'First', { service: 'a', query: QUERY });
    new RookoutTimeseries(new Construct(dashboard, 'Below'), 'Second', { service: 'b', query: QUERY });
    expect(
      dashboard.toJson().widgets.map(({ definition, layout }: any) => [definition.title, layout]),
    ).toEqual([
      ['a [k8s_deployment:a]', { x: 0, y: 0, width: 6, height: 3 }],
      ['b [k8s_deployment:b]', { x: 6, y: 0, width: 6, height: 3 }],
    ]);
  });

  it('allows the same title twice', () => {
    const dashboard = new RookoutDashboard(newStack(), 'Dashboard', { overview: false });
    for (const id of ['One', 'Two']) new RookoutTimeseries(dashboard, id, { service: 'a', query: QUERY });
    expect(dashboard.toJson().widgets).toHaveLength(2);
  });

  it('takes titles and session link of the dashboard', () => {
    const stack = newStack();
    const titles = new RookoutTitles(stack, 'Titles', { labelKey: 'service' });
    const sessionLink = 'https://rookout.example.com/{labels}';
    const dashboard = new RookoutDashboard(stack, 'Dashboard', { overview: false, titles, sessionLink });
    const graph = new RookoutTimeseries(dashboard, 'Graph', { service: 'cart', query: QUERY });
    expect([graph.title, graph.link]).toEqual([
      'cart [service:cart]',
      'https://rookout.example.com/service%3Acart',
    ]);
  });

  it('shows the service of the section it stands in', () => {
    const dashboard = new RookoutDashboard(newStack(), 'Dashboard', { overview: false });
    const section = dashboard.addService('cart', { graphs: [], labels: ['env:staging'] });
    const own = new RookoutTimeseries(section, 'Own', { subject: 'Latency', query: QUERY });
    const other = new RookoutTimeseries(section, 'Other', { service: 'redis', query: QUERY });
    expect(own.title).toBe('cart Latency [k8s_deployment:cart] [env:staging]');
    expect(other.title).toBe('redis [k8s_deployment:redis] [env:staging]');
    const [group] = dashboard.toJson().widgets;
    expect(group.definition.widgets.map(({ definition }: any) => definition.title)).toEqual([
      own.title,
      other.title,
    ]);
  });
});

describe('RookoutTimeseries with tokens', () => {
  it('hands them to Terraform: as they are in the query, safe in the title, percent-encoded in the link', () => {
    const stack = newStack();
    const service = new TerraformVariable(stack, 'service', { type: 'string' });
    const dashboard = new RookoutDashboard(stack, 'Dashboard', { overview: false });
    new RookoutTimeseries(dashboard, 'Graph', {
      service: Fn.lower(service.stringValue),
      query: `avg:memory{service:${service.stringValue}}`,
    });
    const { dashboard: text } = onlyResource(synthesized(stack), 'datadog_dashboard_json');
    expect(text).toMatch(/^\$\{join\(.*\)\}$/);
    expect(text.match(/lower\(var\.service\)/g)).toHaveLength(3);
    expect(text.match(/replace\(lower\(var\.service\)/g)).toHaveLength(3);
    expect(
      text.match(/replace\(urlencode\(replace\(lower\(var\.service\), .*?\)\), "\+", "%20"\)/g),
    ).toHaveLength(1);
    expect(text.match(/var\.service/g)).toHaveLength(4);
    expect(text).not.toContain('TfToken');
  });

  it('finds its label filters in the title', () => {
    const stack = newStack();
    const service = new TerraformVariable(stack, 'service', { type: 'string' }).stringValue;
    const graph = new RookoutTimeseries(stack, 'Graph', { service, query: QUERY });
    const [label, ...others] = RookoutLabel.inTitle(graph.title);
    expect(others).toEqual([]);
    expect(label.key).toBe('k8s_deployment');
    expect(Token.isUnresolved(label.value)).toBe(true);
  });
});
