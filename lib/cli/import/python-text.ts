import { aboutExisting, DASHBOARDS, DeclaredDashboard } from './stack-text';

/** The text of an app in Python that declares the dashboards. */
export function pythonText(dashboards: readonly DeclaredDashboard[], adopt: boolean): string {
  return `from pathlib import Path

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_datadog.provider import DatadogProvider
from cdktf_datadog_rookout import RookoutDashboard
from constructs import Construct

DASHBOARDS = Path(__file__).parent / "${DASHBOARDS}"


class Dashboards(TerraformStack):
    """Dashboards as Datadog has exported them; their graphs are tagged for Rookout."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        # The keys come from the environment: DD_API_KEY and DD_APP_KEY.
        DatadogProvider(self, "Datadog")

${aboutExisting(dashboards, adopt)
  .map((line) => `        # ${line}\n`)
  .join('')}${dashboards.map((dashboard) => declaration(dashboard, adopt)).join('')}

app = App()
Dashboards(app, "dashboards")
app.synth()
`;
}

function declaration({ id, file, existing }: DeclaredDashboard, adopt: boolean): string {
  const declared = `RookoutDashboard.from_file(self, "${id}", path=str(DASHBOARDS / "${file}"))`;
  if (existing === undefined) return `        ${declared}\n`;
  const adopted = `.resource.import_from("${existing}")`;
  return adopt ? `        ${declared}${adopted}\n` : `        ${declared}  # ${adopted}\n`;
}
