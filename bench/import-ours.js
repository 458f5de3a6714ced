/** Imports the constructs and synthesizes an app and a dashboard that embeds it. */
const { performance } = require('node:perf_hooks');
const { peakMemory, synth } = require('./synth');

const start = performance.now();
const { RookoutApp, RookoutDashboard } = require('../dist');
const stack = synth(
  (scope) => new RookoutDashboard(scope, 'Overview', { app: new RookoutApp(scope, 'App') }),
);
const ms = performance.now() - start;
const rss = peakMemory();

const { datadog_app_builder_app: apps, datadog_dashboard_json: dashboards } = stack.toTerraform().resource;
const [app] = Object.values(apps);
const [dashboard] = Object.values(dashboards);
/** What costs seconds to load where types are checked, and is not needed. */
const heavy = Object.keys(require.cache).filter((path) =>
  /provider-datadog[\\/]lib[\\/](index\.js$|dashboard[\\/])/.test(path),
);
console.log(JSON.stringify({ ms, rss, heavy, texts: { app: app.app_json, dashboard: dashboard.dashboard } }));
