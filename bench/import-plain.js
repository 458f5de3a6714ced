/** Imports the bindings and synthesizes an app and a dashboard from the same texts, given as an argument. */
const { performance } = require('node:perf_hooks');
const { peakMemory, synth } = require('./synth');

const start = performance.now();
const { AppBuilderApp } = require('@cdktf/provider-datadog/lib/app-builder-app');
const { DashboardJson } = require('@cdktf/provider-datadog/lib/dashboard-json');
const texts = JSON.parse(process.argv[2]);
synth((scope) => {
  new AppBuilderApp(scope, 'App', {
    name: 'Rookout Live Debugging',
    description: 'Collect metrics from your code running in production using Rookout',
    appJson: texts.app,
    rootInstanceName: 'root',
    published: true,
  });
  new DashboardJson(scope, 'Overview', { dashboard: texts.dashboard });
});
console.log(JSON.stringify({ ms: performance.now() - start, rss: peakMemory() }));
