import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import io.github.cdktf_datadog_rookout.MetricPoints;
import io.github.cdktf_datadog_rookout.RookoutDashboard;
import io.github.cdktf_datadog_rookout.RookoutDashboardFileProps;
import io.github.cdktf_datadog_rookout.RookoutDashboardJsonProps;
import io.github.cdktf_datadog_rookout.RookoutDashboardProps;
import io.github.cdktf_datadog_rookout.RookoutLabel;
import io.github.cdktf_datadog_rookout.RookoutToplistProps;
import io.github.cdktf_datadog_rookout.TerraformJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Prints what becomes of values and mistakes, a line each; run where checkout.json is. */
public final class Values {
  public static void main(String[] args) {
    TerraformStack stack = new TerraformStack(new App(), "stack");
    RookoutDashboard dashboard =
        new RookoutDashboard(
            stack, "Dashboard", RookoutDashboardProps.builder().overview(false).build());

    Map<String, Object> value = new HashMap<>();
    value.put("b", Arrays.asList(1, null, 0.5));
    value.put("a", null);
    show(() -> TerraformJson.encode(value));
    show(() -> MetricPoints.TABLE);
    show(() -> ((Map<?, ?>) imported(stack, "Checkout", "checkout.json").toJson()).get("title"));
    show(
        () ->
            new RookoutDashboard(
                stack, "Wrong", RookoutDashboardProps.builder().metricPoints("tabel").build()));
    show(() -> RookoutLabel.parse("cart"));
    show(
        () -> {
          dashboard.addToplist(RookoutToplistProps.builder().build());
          return null;
        });
    show(
        () -> {
          dashboard.addWidget("{\"type\": NaN}");
          return null;
        });
    show(() -> imported(stack, "Missing", "nowhere.json"));
    show(() -> TerraformJson.encode(List.of(9007199254740993L)));

    Map<String, Object> inItself = new HashMap<>();
    inItself.put("a", inItself);
    show(() -> TerraformJson.encode(Map.of("a", List.of(0, Double.NaN))));
    show(
        () -> {
          dashboard.addWidget(Map.of("type", "note", "content", Double.POSITIVE_INFINITY));
          return null;
        });
    show(
        () ->
            RookoutDashboard.fromJson(
                stack,
                "Nan",
                RookoutDashboardJsonProps.builder()
                    .json(Map.of("widgets", List.of(Double.NaN)))
                    .build()));
    show(() -> TerraformJson.encode(List.of("\ud800")));
    show(() -> TerraformJson.encode(inItself));
    show(() -> TerraformJson.encode(nested(600)));
    show(() -> TerraformJson.encode(Map.of("a", List.of("b", "{}".getBytes()))));
    show(() -> TerraformJson.encode(Map.of("a", new Date(0))));
    show(() -> TerraformJson.encode(Map.of("a", Instant.EPOCH)));
    show(
        () ->
            RookoutDashboard.fromJson(
                stack,
                "Date",
                RookoutDashboardJsonProps.builder().json(Map.of("widgets", new Date(0))).build()));
  }

  private static Object nested(int levels) {
    return levels == 0 ? 0 : Map.of("a", nested(levels - 1));
  }

  private static RookoutDashboard imported(TerraformStack stack, String id, String path) {
    return RookoutDashboard.fromFile(
        stack, id, RookoutDashboardFileProps.builder().path(path).build());
  }

  private static void show(Callable<Object> attempt) {
    try {
      System.out.println(attempt.call());
    } catch (Exception error) {
      System.out.println(error.getMessage().split("\n")[0]);
    }
  }
}
