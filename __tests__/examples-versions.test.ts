import { readFileSync } from 'fs';
import { join } from 'path';
import { version } from '../package.json';

const EXAMPLES = join(__dirname, '..', 'examples');

it.each([
  ['python/requirements.txt', `cdktf-datadog-rookout==${version}`],
  ['java/pom.xml', `<artifactId>cdktf-datadog-rookout</artifactId>\n      <version>${version}</version>`],
  ['go/go.mod', `cdktfdatadogrookout v${version}`],
  ['csharp/Shop.csproj', `Include="CdktfDatadogRookout" Version="${version}"`],
])('the example %s asks for the version of package.json', (file, wanted) => {
  expect(readFileSync(join(EXAMPLES, file), 'utf8')).toContain(wanted);
});
