/** `npm run lint:workflows`: runs actionlint on .github/workflows. It is a Go module, so it needs Go. */
import { spawnSync } from 'child_process';

const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';

if (spawnSync('go', ['version']).error) {
  console.log('Skipped: there is no go on the PATH: https://go.dev/doc/install');
} else {
  process.exitCode = spawnSync('go', ['run', ACTIONLINT], { stdio: 'inherit' }).status ?? 1;
}
