import { Texts } from '../texts';

export const en: Texts = {
  welcome: 'Rookout on your Datadog dashboards',
  whatIsShown: 'The widgets below show every metric point that is set in Rookout.',
  howToSet: 'To add one, set a breakpoint in Rookout and choose “Datadog” as its target.',
  metricPoints: 'Values of Rookout metric points',
  metricPointList: 'Rookout metric points',
  location: 'Location',
  hits: 'Hits',
  cpu: 'CPU',
  memory: 'Memory',
  instances: 'Instances',
  chooseInstances: 'Choose the instances to debug',
  metricPointsSummary: 'Locations in code that send metrics from Rookout to Datadog',
  manifest: {
    title: 'Rookout Live Debugging',
    description: 'Collect metrics from your code running in production using Rookout',
    sourceTypeName: 'Rookout for Datadog',
    captions: ['Datadog Rookout integration demo', 'Rookout Debugger', 'Rookout Debug Session Configuration'],
    hasSourceType: true,
  },
};
