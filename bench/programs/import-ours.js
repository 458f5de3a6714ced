/** Imports the constructs and synthesizes an app and a dashboard that embeds it. */
const { peakMemory, synth } = require('../support/synth');

const { RookoutApp, RookoutDashboard } = require('../../dist');
const stack = synth(
  (scope) => new RookoutDashboard(scope, 'Overview', { app: new RookoutApp(scope, 'App') }),
);
const rss = peakMemory();

/** What costs seconds to load where types are checked, and is not needed. */
const heavy = Object.keys(require.cache).filter((path) =>
  /provider-datadog[\\/]lib[\\/](index\.js$|dashboard[\\/])/.test(path),
);

function declared() {
  const { resource, output } = stack.toTerraform();
  const only = (type) => Object.values(resource[type])[0];
  return {
    app: only('datadog_app_builder_app'),
    dashboard: only('datadog_dashboard_json').dashboard,
    manifest: only('terraform_data').input,
    outputs: Object.values(output).map(({ value }) => value),
  };
}

console.log(
  JSON.stringify({ rss, heavy, ...(process.argv[2] === 'declared' ? { declared: declared() } : {}) }),
);
