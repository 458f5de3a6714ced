"""The same stack as examples/shop.ts."""

import cdktf_datadog_rookout_lazy  # noqa: F401  Comes first: the program starts three times faster.
from cdktf import App, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_datadog.provider import DatadogProvider
from cdktf_datadog_rookout import (
    DashboardTemplateVariable,
    RookoutApp,
    RookoutDashboard,
    TimeseriesMarker,
    TimeseriesYAxis,
    WidgetDisplayType,
)

app = App()
stack = TerraformStack(app, "shop")
DatadogProvider(stack, "Datadog")

overview = RookoutDashboard(
    stack,
    "Overview",
    title="Shop",
    app=RookoutApp(stack, "App"),
    services=["cartservice", "frontend"],
    template_variables=[DashboardTemplateVariable(name="namespace", prefix="kube_namespace")],
)

overview.add_timeseries(
    service="checkoutservice",
    subject="Errors",
    query="sum:trace.grpc.server.errors{service:checkoutservice}.as_count()",
    display_type=WidgetDisplayType.BARS,
    yaxis=TimeseriesYAxis(min="0", include_zero=True),
    markers=[TimeseriesMarker(value="y = 10", label="limit", display_type="error dashed")],
)

# Any widget in Datadog's JSON: as a dict …
overview.add_widget(
    {"type": "note", "content": "Who to call: #shop", "background_color": "yellow"},
    width=12,
    height=1,
)

# … or as text, which loses nothing in any language.
overview.add_widget('{"type": "free_text", "text": "One click to Rookout", "font_size": "24"}')

# A file, relative to where the program runs.
RookoutDashboard.from_file(stack, "Checkout", path="examples/dashboards/checkout.json")

TerraformOutput(stack, "OverviewUrl", value=overview.address)

app.synth()
