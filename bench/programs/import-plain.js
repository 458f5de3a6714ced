/** Imports the bindings and declares by hand what import-ours.js declares, from texts that are given. */
const { peakMemory, synth } = require('../support/synth');

const { AppBuilderApp } = require('@cdktf/provider-datadog/lib/app-builder-app');
const { DashboardJson } = require('@cdktf/provider-datadog/lib/dashboard-json');
const { TerraformOutput, TerraformResource } = require('cdktf');
const { app, dashboard, manifest, outputs } = JSON.parse(process.argv[2]);
synth((scope) => {
  new AppBuilderApp(scope, 'App', {
    name: app.name,
    description: app.description,
    appJson: app.app_json,
    rootInstanceName: app.root_instance_name,
    published: app.published,
  });
  const data = new TerraformResource(scope, 'Manifest', { terraformResourceType: 'terraform_data' });
  data.addOverride('input', manifest);
  outputs.forEach((value, index) => new TerraformOutput(scope, `Output${index}`, { value }));
  new DashboardJson(scope, 'Overview', { dashboard });
});
console.log(JSON.stringify({ rss: peakMemory() }));
