import type {
  ArtifactLocation,
  Log,
  LogicalLocation,
  Notification,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { RULES } from '../../datadog/tagging/findings/findings';
import { RuleText } from '../../datadog/tagging/findings/rule';
import { Place } from '../../json/place';
import { Repository } from '../files/repository';
import { counted } from '../output/terminal';
import { version } from '../version';
import { fingerprints } from './fingerprint';
import { CheckResult, Finding, messageOf } from './result';

const INFORMATION_URI = 'https://github.com/cdktf-datadog-rookout/cdktf-datadog-rookout';
const HELP_URI = `${INFORMATION_URI}/blob/main/docs/command.md#check`;

/**
 * The most results that code scanning takes of a run.
 *
 * Source: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/troubleshoot-sarif-uploads
 */
const MOST_RESULTS = 25_000;

/**
 * The result in SARIF, the format of code scanning.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * Code scanning finds files by their paths in the repository.
 */
export function sarif({ findings, notes, failures }: CheckResult, repository: Repository): Log {
  const told = mostImportant(findings);
  const fingerprintOf = fingerprints((path) => repository.pathOf(path) ?? path);
  const notification = notificationsOf(repository);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'rookout-datadog',
            version: version(),
            informationUri: INFORMATION_URI,
            rules: RULES.map(describedRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: [
              ...failures.map(({ path, problem, place }) => notification('error', problem, path, place)),
              ...leftOut(findings.length - told.length),
              ...notes.map(({ path, place, message }) => notification('note', message, path, place)),
            ],
          },
        ],
        results: told.map((finding) => ({
          ...resultOf(finding, repository),
          partialFingerprints: fingerprintsOf(finding, fingerprintOf(finding)),
        })),
      },
    ],
  };
}

/** As many findings as code scanning takes: errors first, else in their order. */
function mostImportant(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_RESULTS) return findings;
  const isError = ({ level }: Finding) => level === 'error';
  const others = findings.filter((finding) => !isError(finding));
  return [...findings.filter(isError), ...others].slice(0, MOST_RESULTS);
}

function leftOut(count: number): Notification[] {
  if (count === 0) return [];
  const text = `${counted(count, 'finding')} left out, since code scanning takes ${MOST_RESULTS}. Errors come first. Check fewer files in one run`;
  return [{ level: 'warning', message: { text } }];
}

function describedRule({ id, level, summary, help }: RuleText): ReportingDescriptor {
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${help}` },
    helpUri: HELP_URI,
    help: { text: help },
    defaultConfiguration: { level },
  };
}

function resultOf(finding: Finding, repository: Repository): Result {
  const { rule, level, path, start, end } = finding;
  const region = {
    startLine: start.line,
    startColumn: start.column,
    ...(end ? { endLine: end.line, endColumn: end.column } : {}),
  };
  return {
    ruleId: rule.id,
    ruleIndex: RULES.indexOf(rule),
    level,
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(path, repository), region },
        logicalLocations: [logicalLocation(finding)],
      },
    ],
  };
}

/**
 * Code scanning knows findings again by the text of their lines, which it hashes itself and compares with a hash that is given:
 * so none is given where the line is that of the title. In Terraform's JSON, one line has whole dashboards.
 *
 * Source: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
function fingerprintsOf({ end }: Finding, fingerprint: string): Record<string, string> {
  const own = { 'rookoutDatadog/v1': fingerprint };
  return end ? own : { ...own, primaryLocationLineHash: fingerprint };
}

function logicalLocation(finding: Finding): LogicalLocation {
  const { construct, resource, widget, title = '', instance } = finding;
  if (widget === undefined) return { fullyQualifiedName: instance, kind: 'element' };
  const declared = construct ?? resource;
  const fullyQualifiedName = declared === undefined ? widget : `${declared}.${widget}`;
  return { ...(title === '' ? {} : { name: title }), fullyQualifiedName, kind: 'element' };
}

function notificationsOf(
  repository: Repository,
): (level: Notification.level, text: string, path: string, place?: Place) => Notification {
  return (level, text, path, place) => {
    const region = place ? { region: { startLine: place.line, startColumn: place.column } } : {};
    const physicalLocation = { artifactLocation: artifact(path, repository), ...region };
    return { level, message: { text }, locations: [{ physicalLocation }] };
  };
}

function artifact(path: string, repository: Repository): ArtifactLocation {
  const below = repository.pathOf(path);
  if (below === undefined) return { uri: repository.addressOf(path) };
  return { uri: below.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
