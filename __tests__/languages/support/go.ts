import { appendFileSync, cpSync, mkdirSync } from 'fs';
import { join } from 'path';
import { generated } from './generated';
import { Language, ROOT, run } from './language';

const EXAMPLE = join(ROOT, 'examples', 'go');
const VALUES = join(__dirname, '..', 'programs', 'values.go');

/** jsii's runtime comes from the module proxy; the bindings are generated from the npm packages, as those there are. */
export const GO: Language = {
  name: 'Go',
  tool: 'go',
  fetch(work) {
    const modules = {
      'github.com/cdktf-datadog-rookout/cdktf-datadog-rookout-go/cdktfdatadogrookout': join(
        generated('rookout', 'go', work),
        'cdktfdatadogrookout',
      ),
      'github.com/hashicorp/terraform-cdk-go/cdktf': join(generated('cdktf', 'go', work), 'cdktf'),
      'github.com/cdktf/cdktf-provider-datadog-go/datadog/v12': join(
        generated('datadog', 'go', work),
        'datadog',
      ),
    };
    const folder = join(work, 'programs');
    cpSync(EXAMPLE, folder, { recursive: true });
    mkdirSync(join(folder, 'values'));
    cpSync(VALUES, join(folder, 'values', 'main.go'));
    for (const [module, path] of Object.entries(modules)) {
      appendFileSync(join(folder, 'go.mod'), `\nreplace ${module} => ${path}\n`);
    }
    run('go', ['mod', 'tidy'], folder);
  },
  build(work) {
    run('go', ['build', '-o', join(work, 'bin') + '/', './...'], join(work, 'programs'));
    return { example: [join(work, 'bin', 'shop')], values: [join(work, 'bin', 'values')] };
  },
};
