/** Imports the constructs and synthesizes one app and one dashboard. */
const { performance } = require('node:perf_hooks');
const { peakMemory, synth } = require('./synth');

const start = performance.now();
const { DatadogProvider } = require('@cdktf/provider-datadog/lib/provider');
const { RookoutApp, RookoutDashboard } = require('../dist');
let resources;
const text = synth(
  (stack) => {
    new DatadogProvider(stack, 'Datadog');
    const app = new RookoutApp(stack, 'App');
    resources = { app: app.resource, dashboard: new RookoutDashboard(stack, 'Overview', { app }).resource };
  },
  { read: true },
);
const ms = performance.now() - start;
const rss = peakMemory();

const { datadog_app_builder_app: apps, datadog_dashboard_json: dashboards } = JSON.parse(text).resource;
const texts = {
  app: apps[resources.app.friendlyUniqueId].app_json,
  dashboard: dashboards[resources.dashboard.friendlyUniqueId].dashboard,
};
const heavy = Object.keys(require.cache).filter((path) =>
  /provider-datadog[\\/]lib[\\/](index\.js$|dashboard[\\/])/.test(path),
);
console.log(JSON.stringify({ ms, rss, texts, heavy }));
