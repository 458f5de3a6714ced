import { JsonObject } from '../../json/value';
import { titleOf } from '../files/dashboard';

/** The directory of the dashboards, beside the app. */
export const DASHBOARDS = 'dashboards';

/** The names that a dashboard has in the app. */
export interface DashboardNames {
  /** The construct's id. */
  readonly id: string;
  /** The name of its file. */
  readonly file: string;
}

/** Ids that the app uses itself. */
const RESERVED_IDS = ['Datadog'];

/** Names of devices on Windows. Files can't have them, with any extension. */
const RESERVED_FILES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** File names and names in Terraform may be much longer. */
const LONGEST = 60;

/** Names for each dashboard, made from its title. If several have the same title, a number is added. */
export function namesOf(dashboards: readonly JsonObject[]): DashboardNames[] {
  const ids = new Map(RESERVED_IDS.map((id) => [id, 1]));
  const files = new Map<string, number>();
  return dashboards.map((dashboard) => {
    const words = wordsOf(titleOf(dashboard) ?? '');
    const id = unused(idOf(words), '', ids);
    const file = unused(fileOf(words), '-', files);
    return { id, file: `${file}.json` };
  });
}

function wordsOf(title: string): string[] {
  const plain = title.normalize('NFKD').replace(/[\p{M}'’]/gu, '');
  const words: string[] = [];
  let length = 0;
  for (const [word] of plain.matchAll(/[A-Za-z0-9]+/g)) {
    length += word.length + 1;
    if (length > LONGEST && words.length > 0) break;
    words.push(word.slice(0, LONGEST));
  }
  return words;
}

function idOf(words: readonly string[]): string {
  const id = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
  return /^[A-Z]/.test(id) ? id : `Dashboard${id}`;
}

function fileOf(words: readonly string[]): string {
  const name = words.join('-').toLowerCase();
  return name === '' || RESERVED_FILES.test(name) ? ['dashboard', ...words].join('-').toLowerCase() : name;
}

/** @param taken the names in use, each with its highest number */
function unused(name: string, joint: string, taken: Map<string, number>): string {
  let candidate = name;
  let count = taken.get(name) ?? 1;
  while (taken.has(candidate)) candidate = `${name}${joint}${++count}`;
  taken.set(name, count);
  if (candidate !== name) taken.set(candidate, 1);
  return candidate;
}

/** A dashboard of the app. */
export interface DeclaredDashboard extends DashboardNames {
  /** Datadog's id, if it exists. */
  readonly existing?: string;
}

/** What is said in the app of dashboards that exist, in lines. */
export function aboutExisting(dashboards: readonly DeclaredDashboard[], adopt: boolean): string[] {
  if (dashboards.every(({ existing }) => existing === undefined)) return [];
  return adopt
    ? [
        'The first deploy takes over those with an import. Take the imports away after it: while there is one, CDKTF runs',
        '`terraform version` when it synthesizes.',
      ]
    : [
        'Some exist. An import is only a comment, since CDKTF then runs `terraform version` when it synthesizes. Without it',
        'the first deploy makes another dashboard.',
      ];
}

/** The text of an app in TypeScript that declares the dashboards. */
export function stackText(dashboards: readonly DeclaredDashboard[], adopt: boolean): string {
  return `import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { RookoutDashboard } from 'cdktf-datadog-rookout';
import { Construct } from 'constructs';
import { join } from 'path';

/** Dashboards as Datadog has exported them; their graphs are tagged for Rookout. */
class Dashboards extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);

    // The keys come from the environment: DD_API_KEY and DD_APP_KEY.
    new DatadogProvider(this, 'Datadog');

${aboutExisting(dashboards, adopt)
  .map((line) => `    // ${line}\n`)
  .join('')}${dashboards.map((dashboard) => declaration(dashboard, adopt)).join('')}  }
}

const app = new App();
new Dashboards(app, 'dashboards');
app.synth();
`;
}

function declaration({ id, file, existing }: DeclaredDashboard, adopt: boolean): string {
  const declared = `RookoutDashboard.fromFile(this, '${id}', { path: join(__dirname, '${DASHBOARDS}/${file}') })`;
  if (existing === undefined) return `    ${declared};\n`;
  const adopted = `.resource.importFrom('${existing}');`;
  return adopt ? `    ${declared}${adopted}\n` : `    ${declared}; // ${adopted}\n`;
}
