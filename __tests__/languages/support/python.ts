import { join } from 'path';
import { generated } from './generated';
import { Language, ROOT, run } from './language';

const python = (work: string) => join(work, 'venv', 'bin', 'python');
const REQUIREMENTS = join(ROOT, 'examples', 'python', 'requirements.txt');

function install(work: string, ...what: string[]): void {
  run(python(work), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...what], work);
}

/** The bindings come from PyPI, this package from its sources. */
export const PYTHON: Language = {
  name: 'Python',
  tool: 'python3',
  fetch(work) {
    run('python3', ['-m', 'venv', join(work, 'venv')], work);
    const bindings = run('grep', ['-v', 'rookout', REQUIREMENTS], work).trim().split('\n');
    install(work, ...bindings);
  },
  build(work) {
    install(work, '--no-deps', generated('rookout', 'python', work));
    return {
      example: [python(work), join(ROOT, 'examples', 'python', 'main.py')],
      values: [python(work), join(__dirname, '..', 'programs', 'values.py')],
      lazy: [python(work), join(__dirname, '..', 'programs', 'lazy.py')],
      cookbook: [python(work), join(__dirname, '..', 'programs', 'cookbook.py')],
      command: [join(work, 'venv', 'bin', 'rookout-datadog'), 'tag', 'checkout.json', '--dry-run'],
    };
  },
};
