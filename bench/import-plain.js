/** Imports the bindings and synthesizes the same two texts, given as an argument, as an app and a dashboard. */
const { performance } = require('node:perf_hooks');
const { peakMemory, synth } = require('./synth');

const start = performance.now();
const { AppBuilderApp } = require('@cdktf/provider-datadog/lib/app-builder-app');
const { DashboardJson } = require('@cdktf/provider-datadog/lib/dashboard-json');
const { DatadogProvider } = require('@cdktf/provider-datadog/lib/provider');
const texts = JSON.parse(process.argv[2]);
synth(
  (stack) => {
    new DatadogProvider(stack, 'Datadog');
    new AppBuilderApp(stack, 'App', {
      name: 'Rookout Live Debugging',
      description: 'Collect metrics from your code running in production using Rookout',
      appJson: texts.app,
      rootInstanceName: 'root',
      published: true,
    });
    new DashboardJson(stack, 'Overview', { dashboard: texts.dashboard });
  },
  { read: true },
);
console.log(JSON.stringify({ ms: performance.now() - start, rss: peakMemory() }));
