import { spawnSync } from 'child_process';
import { MANIFEST, TARGET } from './oracle';

/** Builds the oracle, which takes some minutes at first. Cargo says why, if it can't. */
export default function setup(): void {
  const args = ['build', '--release', '--locked', '--manifest-path', MANIFEST, '--target-dir', TARGET];
  const { error, status } = spawnSync('cargo', args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) process.env.ORACLE_REASON = 'there is no cargo';
  else if (status !== 0) process.env.ORACLE_REASON = 'cargo can not build it';
}
