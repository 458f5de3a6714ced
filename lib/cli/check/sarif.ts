import { isAbsolute, relative, resolve, sep } from 'path';
import type {
  ArtifactLocation,
  Log,
  LogicalLocation,
  Notification,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { pathToFileURL } from 'url';
import { Place } from '../../json/place';
import { CheckResult, Finding } from './result';
import { RULES } from '../../datadog/tagging/findings/findings';
import { RuleText } from '../../datadog/tagging/findings/rule';
import { version } from '../version';

const INFORMATION_URI = 'https://github.com/cdktf-datadog-rookout/cdktf-datadog-rookout';

/**
 * The result in SARIF, the format of code scanning.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * @param root the directory that the paths of files are relative to
 */
export function sarif({ findings, notes, failures }: CheckResult, root: string): Log {
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
              ...failures.map(({ path, problem, place }) =>
                notification('error', problem, path, root, place),
              ),
              ...notes.map(({ path, place, message }) => notification('note', message, path, root, place)),
            ],
          },
        ],
        results: findings.map((finding) => resultOf(finding, root)),
      },
    ],
  };
}

function describedRule({ id, level, summary, help }: RuleText): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    help: { text: help },
    defaultConfiguration: { level },
  };
}

function resultOf(finding: Finding, root: string): Result {
  const { rule, level, path, start, end, message } = finding;
  const region = {
    startLine: start.line,
    startColumn: start.column,
    ...(end ? { endLine: end.line, endColumn: end.column } : {}),
  };
  return {
    ruleId: rule.id,
    ruleIndex: RULES.indexOf(rule),
    level,
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(path, root), region },
        logicalLocations: [logicalLocation(finding)],
      },
    ],
  };
}

function logicalLocation({ resource, widget, title = '', instance }: Finding): LogicalLocation {
  if (widget === undefined) return { fullyQualifiedName: instance, kind: 'element' };
  const fullyQualifiedName = resource === undefined ? widget : `${resource}.${widget}`;
  return { ...(title === '' ? {} : { name: title }), fullyQualifiedName, kind: 'element' };
}

function notification(
  level: Notification.level,
  text: string,
  path: string,
  root: string,
  place?: Place,
): Notification {
  const region = place ? { region: { startLine: place.line, startColumn: place.column } } : {};
  return {
    level,
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: artifact(path, root), ...region } }],
  };
}

/**
 * The path is relative to the root if the file is below it, so that code scanning finds it in the repository.
 */
function artifact(path: string, root: string): ArtifactLocation {
  const absolute = resolve(root, path);
  const below = relative(root, absolute);
  if (below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) {
    return { uri: pathToFileURL(absolute).href };
  }
  const uri = below.split(sep).map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}
