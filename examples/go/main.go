// The same stack as examples/shop.ts.
package main

import (
	"github.com/aws/jsii-runtime-go"
	rookout "github.com/cdktf-datadog-rookout/cdktf-datadog-rookout-go/cdktfdatadogrookout"
	datadog "github.com/cdktf/cdktf-provider-datadog-go/datadog/v12/provider"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("shop"))
	datadog.NewDatadogProvider(stack, jsii.String("Datadog"), &datadog.DatadogProviderConfig{})

	overview := rookout.NewRookoutDashboard(stack, jsii.String("Overview"), &rookout.RookoutDashboardProps{
		Title:    jsii.String("Shop"),
		App:      rookout.NewRookoutApp(stack, jsii.String("App"), nil),
		Services: jsii.Strings("cartservice", "frontend"),
		TemplateVariables: &[]*rookout.DashboardTemplateVariable{
			{Name: jsii.String("namespace"), Prefix: jsii.String("kube_namespace")},
		},
	})

	overview.AddTimeseries(&rookout.RookoutTimeseriesProps{
		Service:     jsii.String("checkoutservice"),
		Subject:     jsii.String("Errors"),
		Query:       jsii.String("sum:trace.grpc.server.errors{service:checkoutservice}.as_count()"),
		DisplayType: rookout.WidgetDisplayType_BARS(),
		Yaxis:       &rookout.TimeseriesYAxis{Min: jsii.String("0"), IncludeZero: jsii.Bool(true)},
		Markers: &[]*rookout.TimeseriesMarker{
			{Value: jsii.String("y = 10"), Label: jsii.String("limit"), DisplayType: jsii.String("error dashed")},
		},
	})

	// Any widget in Datadog's JSON: as a map …
	overview.AddWidget(
		map[string]interface{}{"type": "note", "content": "Who to call: #shop", "background_color": "yellow"},
		&rookout.WidgetLayout{Width: jsii.Number(12), Height: jsii.Number(1)},
	)

	// … or as text, which loses nothing in any language.
	overview.AddWidget(`{"type": "free_text", "text": "One click to Rookout", "font_size": "24"}`, nil)

	// A file, relative to where the program runs.
	rookout.RookoutDashboard_FromFile(stack, jsii.String("Checkout"), &rookout.RookoutDashboardFileProps{
		Path: jsii.String("examples/dashboards/checkout.json"),
	})

	cdktf.NewTerraformOutput(stack, jsii.String("OverviewUrl"), &cdktf.TerraformOutputConfig{Value: overview.Address()})

	app.Synth()
}
