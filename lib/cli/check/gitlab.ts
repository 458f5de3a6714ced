import { Level } from '../../datadog/tagging/findings/rule';
import { Repository } from '../files/repository';
import { fingerprints } from './fingerprint';
import { CheckResult, messageOf } from './result';

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor' };

/**
 * The findings as GitLab's report of code quality.
 *
 * Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function gitlab({ findings }: CheckResult, repository: Repository): object[] {
  const pathOf = (path: string) => repository.pathOf(path) ?? path;
  const fingerprintOf = fingerprints(pathOf);
  return findings.map((finding) => ({
    description: messageOf(finding),
    check_name: finding.rule.id,
    fingerprint: fingerprintOf(finding),
    severity: SEVERITIES[finding.level],
    location: { path: pathOf(finding.path), lines: { begin: finding.start.line } },
  }));
}
