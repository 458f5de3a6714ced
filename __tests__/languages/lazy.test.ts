import { tmpdir } from 'os';
import { describeLanguage } from './support/language';
import { PYTHON } from './support/python';

describeLanguage(PYTHON, (program) => {
  it('imports of the bindings, after one line, only what is used, and leaves all of it where it was', () => {
    expect(program('lazy', { cwd: tmpdir(), out: tmpdir() }).trim().split('\n')).toEqual([
      "DatadogProvider ['provider']",
      "DashboardJson ['dashboard_json']",
      "Monitor ['monitor']",
      "module 'cdktf_cdktf_provider_datadog' has no attribute 'monitors'",
      "[] ['monitor', 'monitor_json', 'provider', 'role', 'team']",
      'True 188',
      'False Thing Other',
      'False Thing Other',
    ]);
  });
});
