import { Dashboard } from '@cdktf/provider-datadog/lib/dashboard';
import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { join } from 'path';
import { RookoutApp, RookoutDashboard } from '../../../lib';
import { PageModel, WidgetModel } from '../../../lib/preview/model';
import { Ran, Workplace } from '../support/command';
import { modelOf } from '../support/pages';

/** The preview of what CDKTF synthesizes. */
function previewed(build: (stack: TerraformStack) => void): { workplace: Workplace; ran: Ran } {
  const workplace = new Workplace();
  const app = new App({ outdir: join(workplace.path, 'cdktf.out') });
  const stack = new TerraformStack(app, 'shop');
  new DatadogProvider(stack, 'Datadog');
  build(stack);
  app.synth();
  return { workplace, ran: workplace.run('preview', 'cdktf.out', '--out', 'out') };
}

function overview(build: (stack: TerraformStack) => void): PageModel {
  const { workplace, ran } = previewed(build);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return modelOf(workplace, 'out/rookout.html');
}

function listOfMetricPoints({ widgets }: PageModel): WidgetModel['shows'] {
  return widgets[5].shows;
}

describe('rookout-datadog preview of what CDKTF synthesizes', () => {
  it('shows the App Builder app of the stack, with a button that opens the chosen instances', () => {
    const model = overview((stack) => {
      new RookoutDashboard(stack, 'Overview', {
        app: new RookoutApp(stack, 'App'),
        services: ['cart', 'pay'],
      });
    });
    expect(listOfMetricPoints(model)).toMatchObject({
      kind: 'app',
      app: {
        parts: [
          { kind: 'select', items: ['k8s_deployment:cart', 'k8s_deployment:pay'] },
          { kind: 'button', label: 'Set metric points', address: ['https://app.rookout.com/?labels=', ''] },
          { kind: 'table', items: ['Location'] },
        ],
      },
    });
  });

  it.each([
    ['table', { kind: 'table', series: [{ name: 'Hits', tags: ['location'] }] }],
    ['uiExtension', { kind: 'metric points' }],
  ] as const)('shows the metric points in the form %s', (metricPoints, shown) => {
    const model = overview((stack) => {
      new RookoutDashboard(stack, 'Overview', { metricPoints });
    });
    expect(listOfMetricPoints(model)).toMatchObject(shown);
  });

  it('shows values that only Terraform knows as such, and escapes as what they stand for', () => {
    const { workplace } = previewed((stack) => {
      const title = `\${x} of ${new TerraformVariable(stack, 'team', { type: 'string' }).stringValue}`;
      new RookoutDashboard(stack, 'Overview', { title });
    });
    const [file] = workplace.list('out').filter((name) => name !== 'index.html');
    expect(modelOf(workplace, `out/${file}`).title).toBe('${x} of ${…}');
  });

  it('shows typed dashboards', () => {
    const { workplace, ran } = previewed((stack) => {
      new Dashboard(stack, 'Typed', {
        title: 'Typed',
        layoutType: 'ordered',
        widget: [
          {
            timeseriesDefinition: {
              title: 'Memory',
              request: [{ q: 'avg:mem{kube_deployment:cart}', displayType: 'bars' }],
            },
            widgetLayout: { x: 0, y: 0, width: 4, height: 3 },
          },
        ],
      });
    });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const { widgets, graphs } = modelOf(workplace, 'out/typed.html');
    expect(widgets).toMatchObject([
      { title: 'Memory', at: { width: 4 }, shows: { kind: 'chart', series: [{ as: 'bars' }] } },
    ]);
    expect(graphs).toMatchObject([
      { possible: ['k8s_deployment:cart'], findings: [{ rule: 'missing-filter' }] },
    ]);
  });
});
