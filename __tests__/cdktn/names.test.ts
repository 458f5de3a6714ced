import { exchanged } from '../../scripts/cdktn/names';

describe('the names of both frameworks', () => {
  it('are exchanged in a program in Python, where the bindings are called otherwise', () => {
    const program = `
from cdktf import App
from cdktf_cdktf_provider_datadog.provider import DatadogProvider
from cdktf_datadog_rookout import RookoutDashboard
`;
    const other = `
from cdktn import App
from cdktn_provider_datadog.provider import DatadogProvider
from cdktn_datadog_rookout import RookoutDashboard
`;
    expect([exchanged(program), exchanged(other)]).toEqual([other, program]);
  });
});
