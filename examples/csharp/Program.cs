// The same stack as examples/shop.ts.
using System.Collections.Generic;
using CdktfDatadogRookout;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Datadog.Provider;

var app = new App();
var stack = new TerraformStack(app, "shop");
new DatadogProvider(stack, "Datadog");

var overview = new RookoutDashboard(stack, "Overview", new RookoutDashboardProps
{
    Title = "Shop",
    App = new RookoutApp(stack, "App"),
    Services = new[] { "cartservice", "frontend" },
    TemplateVariables = new[]
    {
        new DashboardTemplateVariable { Name = "namespace", Prefix = "kube_namespace" },
    },
});

overview.AddTimeseries(new RookoutTimeseriesProps
{
    Service = "checkoutservice",
    Subject = "Errors",
    Query = "sum:trace.grpc.server.errors{service:checkoutservice}.as_count()",
    DisplayType = WidgetDisplayType.BARS,
    Yaxis = new TimeseriesYAxis { Min = "0", IncludeZero = true },
    Markers = new[]
    {
        new TimeseriesMarker { Value = "y = 10", Label = "limit", DisplayType = "error dashed" },
    },
});

// Any widget in Datadog's JSON: as a dictionary …
overview.AddWidget(
    new Dictionary<string, object>
    {
        ["type"] = "note",
        ["content"] = "Who to call: #shop",
        ["background_color"] = "yellow",
    },
    new WidgetLayout { Width = 12, Height = 1 });

// … or as text, which loses nothing in any language.
overview.AddWidget("{\"type\": \"free_text\", \"text\": \"One click to Rookout\", \"font_size\": \"24\"}");

// A file, relative to where the program runs.
RookoutDashboard.FromFile(stack, "Checkout", new RookoutDashboardFileProps
{
    Path = "examples/dashboards/checkout.json",
});

new TerraformOutput(stack, "OverviewUrl", new TerraformOutputConfig { Value = overview.Address });

app.Synth();
