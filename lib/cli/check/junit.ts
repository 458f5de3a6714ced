import { fileAt } from '../../bad-input';
import { FileError } from '../files/errors';
import { CheckResult, Finding, messageOf } from './result';

/**
 * The findings as JUnit's XML, which most servers of pipelines show: a failed test for each finding, and a broken one for each file
 * that can't be read. Without any, one test that has passed.
 *
 * Source: https://github.com/testmoapp/junitxml
 */
export function junit({ findings, failures }: CheckResult): string {
  const cases = [...findings.map(failedCase), ...failures.map(brokenCase)];
  const attributes = attributesOf({
    name: 'rookout-datadog check',
    tests: Math.max(cases.length, 1),
    failures: findings.length,
    errors: failures.length,
  });
  const shown = cases.length > 0 ? cases : ['<testcase name="no findings" classname="rookout-datadog"/>'];
  const suite = [`<testsuite ${attributes}>`, ...shown.map((text) => `  ${text}`), '</testsuite>'];
  const lines = suite.map((line) => `  ${line}\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${lines}</testsuites>\n`;
}

function failedCase(finding: Finding): string {
  const { rule, level, path, start, dashboard, widget, title, instance } = finding;
  const subject = [title, widget ?? instance].filter((part) => part !== undefined && part !== '').join(', ');
  const attributes = attributesOf({
    name: `${rule.id}: ${subject}`,
    classname: dashboard ?? path,
    file: path,
    line: start.line,
  });
  return `<testcase ${attributes}><failure ${attributesOf({ type: level, message: messageOf(finding) })}>${escaped(fileAt(path, start))}</failure></testcase>`;
}

function brokenCase({ path, problem, message }: FileError): string {
  const attributes = attributesOf({ name: 'can be read', classname: path, file: path });
  return `<testcase ${attributes}><error ${attributesOf({ message: problem })}>${escaped(message)}</error></testcase>`;
}

function attributesOf(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML can't hold in any form becomes a question mark. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign])
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
