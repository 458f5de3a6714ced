"""A dashboard as text, without this library: what a program in Python costs at least."""

import json

from cdktf import App, TerraformStack
from cdktf_cdktf_provider_datadog.dashboard_json import DashboardJson
from cdktf_cdktf_provider_datadog.provider import DatadogProvider

app = App()
stack = TerraformStack(app, "shop")
DatadogProvider(stack, "Datadog")
dashboard = {"title": "Shop", "layout_type": "ordered", "widgets": []}
DashboardJson(stack, "Overview", dashboard=json.dumps(dashboard))
app.synth()
