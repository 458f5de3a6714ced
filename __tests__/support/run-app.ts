import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { RookoutApp, RookoutDashboard } from '../../lib';
import { appOf, constructsOf } from './app-of';
import { Synthesized, synthesizedApp } from './stack';

export interface RunApp {
  readonly stacks: Record<string, Synthesized>;
  readonly dashboards: any[];
  readonly apps: RookoutApp[];
}

/** Runs an app as it stands, and looks at what it has made. */
export function runApp(file: string, context: object = {}): RunApp {
  const outdir = mkdtempSync(join(tmpdir(), 'rookout-example-'));
  process.env.CDKTF_OUTDIR = outdir;
  process.env.CDKTF_CONTEXT_JSON = JSON.stringify(context);
  try {
    const app = appOf(file);
    return {
      stacks: synthesizedApp(app),
      dashboards: constructsOf(app, RookoutDashboard).map((dashboard) => dashboard.toJson()),
      apps: constructsOf(app, RookoutApp),
    };
  } finally {
    delete process.env.CDKTF_OUTDIR;
    delete process.env.CDKTF_CONTEXT_JSON;
    rmSync(outdir, { recursive: true });
  }
}
