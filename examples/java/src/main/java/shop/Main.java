package shop;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.datadog.provider.DatadogProvider;
import io.github.cdktf_datadog_rookout.DashboardTemplateVariable;
import io.github.cdktf_datadog_rookout.RookoutApp;
import io.github.cdktf_datadog_rookout.RookoutDashboard;
import io.github.cdktf_datadog_rookout.RookoutDashboardFileProps;
import io.github.cdktf_datadog_rookout.RookoutDashboardProps;
import io.github.cdktf_datadog_rookout.RookoutTimeseriesProps;
import io.github.cdktf_datadog_rookout.TimeseriesMarker;
import io.github.cdktf_datadog_rookout.TimeseriesYAxis;
import io.github.cdktf_datadog_rookout.WidgetDisplayType;
import io.github.cdktf_datadog_rookout.WidgetLayout;
import java.util.List;
import java.util.Map;

/** The same stack as examples/shop.ts. */
public final class Main {
  public static void main(String[] args) {
    App app = new App();
    TerraformStack stack = new TerraformStack(app, "shop");
    DatadogProvider.Builder.create(stack, "Datadog").build();

    RookoutDashboard overview =
        new RookoutDashboard(
            stack,
            "Overview",
            RookoutDashboardProps.builder()
                .title("Shop")
                .app(new RookoutApp(stack, "App"))
                .services(List.of("cartservice", "frontend"))
                .templateVariables(
                    List.of(
                        DashboardTemplateVariable.builder()
                            .name("namespace")
                            .prefix("kube_namespace")
                            .build()))
                .build());

    overview.addTimeseries(
        RookoutTimeseriesProps.builder()
            .service("checkoutservice")
            .subject("Errors")
            .query("sum:trace.grpc.server.errors{service:checkoutservice}.as_count()")
            .displayType(WidgetDisplayType.BARS)
            .yaxis(TimeseriesYAxis.builder().min("0").includeZero(true).build())
            .markers(
                List.of(
                    TimeseriesMarker.builder()
                        .value("y = 10")
                        .label("limit")
                        .displayType("error dashed")
                        .build()))
            .build());

    // Any widget in Datadog's JSON: as a map …
    overview.addWidget(
        Map.of("type", "note", "content", "Who to call: #shop", "background_color", "yellow"),
        WidgetLayout.builder().width(12).height(1).build());

    // … or as text, which loses nothing in any language.
    overview.addWidget(
        "{\"type\": \"free_text\", \"text\": \"One click to Rookout\", \"font_size\": \"24\"}");

    // A file, relative to where the program runs.
    RookoutDashboard.fromFile(
        stack,
        "Checkout",
        RookoutDashboardFileProps.builder().path("examples/dashboards/checkout.json").build());

    TerraformOutput.Builder.create(stack, "OverviewUrl").value(overview.getAddress()).build();

    app.synth();
  }
}
