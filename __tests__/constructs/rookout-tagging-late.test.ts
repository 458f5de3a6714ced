import { Dashboard } from '@cdktf/provider-datadog/lib/dashboard';
import { DashboardJson } from '@cdktf/provider-datadog/lib/dashboard-json';
import { App, Aspects, IAspect, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { readFileSync } from 'fs';
import { join } from 'path';
import { RookoutDashboard, RookoutTagging } from '../../lib';
import { fromTerraform, newStack, stackIn, synthesizedApp } from '../support/stack';
import { annotations, board, CART, NOTHING } from '../support/tagging';

const MEMORY = {
  timeseriesDefinition: {
    title: 'Memory',
    request: [{ query: [{ metricQuery: { name: 'a', query: 'avg:memory{service:cart}' } }] }],
  },
};

/** What `cdktf synth` writes of a resource, where another Aspect comes behind the tagging. */
function synthesizedLate(stack: TerraformStack, type: string, visit: (node: IConstruct) => void): any {
  Aspects.of(stack).add(new RookoutTagging());
  Aspects.of(stack).add({ visit });
  const { resource } = synthesizedApp(stack.node.scope as App).stack;
  return Object.values(resource![type])[0];
}

const titlesIn = ({ dashboard }: any): string[] =>
  fromTerraform(dashboard).widgets.map(({ definition }: any) => definition.title);

describe('what another Aspect does behind RookoutTagging', () => {
  it('is tagged where it sets the JSON of a dashboard', () => {
    const stack = newStack();
    new DashboardJson(stack, 'Theirs', { dashboard: JSON.stringify(board(NOTHING)) });
    const resource = synthesizedLate(stack, 'datadog_dashboard_json', (node) => {
      if (node instanceof DashboardJson) node.dashboard = JSON.stringify(board(NOTHING, CART));
    });
    expect(titlesIn(resource)).toEqual(['Load', 'Memory [k8s_deployment:cartservice] [env:prod]']);
    expect(annotations(stack)).toEqual([
      '@cdktf/info: Rookout tagging: 1 nothing to infer',
      '@cdktf/info: Rookout tagging: 1 nothing to infer, 1 tagged',
    ]);
  });

  it("is tagged where it sets the JSON of this library's own dashboard", () => {
    const stack = newStack();
    const own = new RookoutDashboard(stack, 'Own', { overview: false });
    const resource = synthesizedLate(stack, 'datadog_dashboard_json', () => {
      own.resource.dashboard = JSON.stringify(board(CART));
    });
    expect(titlesIn(resource)).toEqual(['Memory [k8s_deployment:cartservice] [env:prod]']);
  });

  it('is tagged where it puts widgets into a typed dashboard', () => {
    const stack = newStack();
    new Dashboard(stack, 'Typed', { title: 'Typed', layoutType: 'ordered' });
    const { widget } = synthesizedLate(stack, 'datadog_dashboard', (node) => {
      if (node instanceof Dashboard) node.putWidget([MEMORY]);
    });
    expect(widget[0].timeseries_definition.title).toBe('Memory [service:cart]');
  });

  it('is tagged where it adds a dashboard', () => {
    const stack = newStack();
    const first = new DashboardJson(stack, 'First', { dashboard: JSON.stringify(board(NOTHING)) });
    Aspects.of(stack).add(new RookoutTagging());
    Aspects.of(stack).add({
      visit: (node) => {
        if (node === first) new DashboardJson(stack, 'Late', { dashboard: JSON.stringify(board(CART)) });
      },
    });
    const { resource } = synthesizedApp(stack.node.scope as App).stack;
    expect(titlesIn(resource!.datadog_dashboard_json.Late)[0]).toContain('[k8s_deployment:cartservice]');
  });

  it('is named in a warning of the app where it overrides the widgets', () => {
    const stack = newStack();
    const theirs = new DashboardJson(stack, 'Theirs', { dashboard: JSON.stringify(board(NOTHING)) });
    const text = JSON.stringify(board(CART));
    const resource = synthesizedLate(stack, 'datadog_dashboard_json', () => {
      theirs.addOverride('dashboard', text);
    });
    expect(resource.dashboard).toBe(text);
    const { outdir } = stack.node.scope as App;
    const { stacks } = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8'));
    expect(stacks.stack.annotations).toMatchObject([
      {
        level: '@cdktf/warn',
        constructPath: 'stack/Theirs',
        message: expect.stringContaining('[stack/Theirs] dashboard is set by addOverride'),
      },
    ]);
  });
});

describe('RookoutTagging in an app that skips validation', () => {
  const nothing: IAspect = { visit: () => {} };
  const SKIPPED = expect.stringContaining('The app skips validation, so widgets that another Aspect sets');

  /** The annotations of a stack with these Aspects on it, and perhaps one on a dashboard of its own. */
  function annotationsWith(onStack: IAspect[], onDashboard: IAspect[] = []): string[] {
    const { outdir } = newStack().node.root as App;
    const stack = stackIn(new App({ outdir, skipValidation: true }), 'skipping');
    const theirs = new DashboardJson(stack, 'Theirs', { dashboard: JSON.stringify(board(NOTHING)) });
    for (const aspect of onStack) Aspects.of(stack).add(aspect);
    for (const aspect of onDashboard) Aspects.of(theirs).add(aspect);
    synthesizedApp(stack.node.root as App);
    return annotations(stack);
  }

  it('warns once if an Aspect comes later, which may set other widgets', () => {
    const [warning, ...others] = annotationsWith([new RookoutTagging(), nothing]);
    expect(warning).toEqual(SKIPPED);
    expect(warning).toMatch(/^@cdktf\/warn: Rookout tagging: \[skipping\]/);
    expect(others).toEqual(['@cdktf/info: Rookout tagging: 1 nothing to infer']);
    expect(annotationsWith([new RookoutTagging()], [nothing])).toContainEqual(SKIPPED);
  });

  it('says nothing if it is the last Aspect', () => {
    expect(annotationsWith([nothing, new RookoutTagging()])).not.toContainEqual(SKIPPED);
    expect(annotationsWith([new RookoutTagging()])).not.toContainEqual(SKIPPED);
  });
});
