/** `npm run lint:workflows`: runs actionlint on .github/workflows and on those of docs/deploying.md. It needs Go. */
import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';

const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';
const PAGE = join(__dirname, '..', 'docs', 'deploying.md');

/** @param input a workflow, where it is not those of the repository */
function lint(input?: string): number {
  const args = ['run', ACTIONLINT, ...(input === undefined ? [] : ['-'])];
  return spawnSync('go', args, { input, stdio: ['pipe', 'inherit', 'inherit'] }).status ?? 1;
}

if (spawnSync('go', ['version']).error) {
  console.log('Skipped: there is no go on the PATH: https://go.dev/doc/install');
} else {
  const workflows = [...readFileSync(PAGE, 'utf8').matchAll(/^```yaml\n(name: .*?)^```$/gms)];
  process.exitCode = [undefined, ...workflows.map(([, text]) => text)].map(lint).find((status) => status > 0);
}
