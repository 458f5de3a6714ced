/**
 * Synthesizes many dashboards of 40 tagged graphs in one stack.
 *
 *     dashboards.js check
 *     dashboards.js VARIANT COUNT
 *     dashboards.js kept VARIANT APPS
 *
 * Variants: `plain` writes the JSON by hand, `added` adds the graphs without constructs. `constructs` is `plain` with
 * a bare construct for each graph, `ours` makes a `RookoutTimeseries` of each. `untagged` is `plain` without label
 * filters and links, which `tagging` then adds as an Aspect, as `taggingOurs` does to `ours`. `check` makes sure that
 * the JSON is the same. `kept` makes many apps of 100 dashboards, and tells how much memory is held after them. All of them load the same modules, and before the clock starts.
 */
const { deepStrictEqual } = require('node:assert/strict');
const { performance } = require('node:perf_hooks');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { DashboardJson } = require('@cdktf/provider-datadog/lib/dashboard-json');
require('@cdktf/provider-datadog/lib/provider');
const { Construct } = require('constructs');
const { Aspects } = require('cdktf');
const { RookoutDashboard, RookoutTagging, RookoutTimeseries } = require('../../dist');
const { handWritten } = require('../support/hand-written');
const { peakMemory, synth } = require('../support/synth');

const GRAPHS = 40;

const variants = {
  ours(stack, index) {
    const { title, graphs } = content(index);
    const dashboard = new RookoutDashboard(stack, `d${index}`, { overview: false, title });
    graphs.forEach((graph, position) => new RookoutTimeseries(dashboard, `g${position}`, graph));
    return dashboard;
  },
  added(stack, index) {
    const { title, graphs } = content(index);
    const dashboard = new RookoutDashboard(stack, `d${index}`, { overview: false, title });
    for (const graph of graphs) dashboard.addTimeseries(graph);
    return dashboard;
  },
  plain(stack, index) {
    const dashboard = JSON.stringify(handWritten(content(index)));
    return new DashboardJson(stack, `d${index}`, { dashboard });
  },
  constructs(stack, index) {
    const dashboard = variants.plain(stack, index);
    for (let position = 0; position < GRAPHS; position++) new Construct(dashboard, `g${position}`);
  },
  untagged(stack, index) {
    const dashboard = JSON.stringify(untagged(handWritten(content(index))));
    return new DashboardJson(stack, `d${index}`, { dashboard });
  },
  tagging(stack, index) {
    if (index === 0) Aspects.of(stack).add(new RookoutTagging());
    return variants.untagged(stack, index);
  },
  taggingOurs(stack, index) {
    if (index === 0) Aspects.of(stack).add(new RookoutTagging());
    return variants.ours(stack, index);
  },
};

function untagged(dashboard) {
  for (const { definition } of dashboard.widgets) {
    definition.title = definition.title.replace(/ \[.*/, '');
    delete definition.custom_links;
  }
  return dashboard;
}

function content(index) {
  const service = `service-${index}`;
  const graphs = Array.from({ length: GRAPHS }, (_, position) => ({
    service,
    subject: `Metric ${position}`,
    query: `avg:app.metric_${position}{kube_deployment:${service}} by {pod_name}`,
  }));
  return { title: `Service ${index}`, graphs };
}

function check() {
  for (const variant of [variants.ours, variants.added]) {
    synth((stack) => deepStrictEqual(variant(stack, 7).toJson(), handWritten(content(7))));
  }
  const { resource } = synth((stack) => variants.tagging(stack, 0)).toTerraform();
  const [{ dashboard }] = Object.values(resource.datadog_dashboard_json);
  deepStrictEqual(JSON.parse(dashboard), handWritten(content(0)));
  return {};
}

function measure(variant, count) {
  const before = peakMemory();
  const start = performance.now();
  synth((stack) => {
    for (let index = 0; index < count; index++) variant(stack, index);
  });
  return { ms: performance.now() - start, grown: peakMemory() - before };
}

function kept(variant, apps) {
  for (let app = 0; app < apps; app++) measure(variant, 100);
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return { left: process.memoryUsage().heapUsed };
}

function result([what, ...args]) {
  if (what === 'check') return check();
  return what === 'kept'
    ? kept(variants[args[0]], Number(args[1]))
    : measure(variants[what], Number(args[0]));
}

console.log(JSON.stringify(result(process.argv.slice(2))));
