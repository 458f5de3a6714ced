import { readdirSync } from 'fs';
import { join } from 'path';

/** The app that `cdktf deploy` runs, and the examples. */
export const APPS = [
  'main.ts',
  ...readdirSync(join(__dirname, '..', '..', 'examples'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `examples/${file}`),
  'examples/fleet/main.ts',
];

/** Those with no provider but Datadog's. To apply the other, a Kubernetes cluster is needed. */
export const DATADOG_APPS = APPS.filter((file) => file !== 'examples/agent-labels.ts');

/** The context with which they run. */
export const CONTEXT = { rookout: { services: ['cartservice', 'frontend'] } };
