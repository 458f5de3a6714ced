/**
 * Synthesizes many dashboards of 40 tagged graphs in one stack.
 *
 *     dashboards.js check | ours COUNT | plain COUNT | constructs COUNT
 *
 * `plain` writes the JSON by hand, `constructs` does so too and adds a bare construct for each graph, `check`
 * makes sure that the JSON is the same.
 */
const { deepStrictEqual } = require('node:assert/strict');
const { performance } = require('node:perf_hooks');
const { DashboardJson } = require('@cdktf/provider-datadog/lib/dashboard-json');
const { DatadogProvider } = require('@cdktf/provider-datadog/lib/provider');
const { Construct } = require('constructs');
const { peakMemory, synth } = require('./synth');
const { handWritten } = require('./hand-written');

const GRAPHS = 40;

const variants = {
  ours: (stack, index) => ours(stack, index),
  plain: (stack, index) => plain(stack, index),
  constructs: (stack, index) => {
    const dashboard = plain(stack, index);
    for (let graph = 0; graph < GRAPHS; graph++) new Construct(dashboard, `g${graph}`);
  },
};

function ours(stack, index) {
  const { RookoutDashboard, RookoutTimeseries } = require('../dist');
  const { title, graphs } = content(index);
  const dashboard = new RookoutDashboard(stack, `d${index}`, { overview: false, title });
  graphs.forEach((graph, position) => new RookoutTimeseries(dashboard, `g${position}`, graph));
  return dashboard;
}

function plain(stack, index) {
  return new DashboardJson(stack, `d${index}`, { dashboard: JSON.stringify(handWritten(content(index))) });
}

function content(index) {
  const service = `service-${index}`;
  const graphs = Array.from({ length: GRAPHS }, (_, graph) => ({
    service,
    subject: `Metric ${graph}`,
    query: `avg:app.metric_${graph}{kube_deployment:${service}} by {pod_name}`,
  }));
  return { title: `Service ${index}`, graphs };
}

function check() {
  synth((stack) => deepStrictEqual(handWritten(content(7)), ours(stack, 7).toJson()));
  return {};
}

function measure(variant, count) {
  if (variant === 'ours') require('../dist');
  const before = peakMemory();
  const start = performance.now();
  synth((stack) => {
    new DatadogProvider(stack, 'Datadog');
    for (let index = 0; index < count; index++) variants[variant](stack, index);
  });
  return { ms: performance.now() - start, grown: peakMemory() - before };
}

const [variant, count] = process.argv.slice(2);
console.log(JSON.stringify(variant === 'check' ? check() : measure(variant, Number(count))));
