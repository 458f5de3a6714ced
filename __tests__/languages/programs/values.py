"""Prints what becomes of values and mistakes, a line each; run where checkout.json is."""

from cdktf import App, TerraformStack
from cdktf_datadog_rookout import MetricPoints, RookoutDashboard, RookoutLabel, TerraformJson

stack = TerraformStack(App(), "stack")
dashboard = RookoutDashboard(stack, "Dashboard", overview=False)


def show(attempt):
    try:
        print(attempt())
    except Exception as error:
        print(str(error).split("\n")[0])


show(lambda: TerraformJson.encode({"b": [1, None, 0.5], "a": None}))
show(lambda: MetricPoints.TABLE)
show(lambda: RookoutDashboard.from_file(stack, "Checkout", path="checkout.json").to_json()["title"])
show(lambda: RookoutDashboard(stack, "Wrong", metric_points="tabel"))
show(lambda: RookoutLabel.parse("cart"))
show(lambda: dashboard.add_toplist())
show(lambda: dashboard.add_widget('{"type": NaN}'))
show(lambda: RookoutDashboard.from_file(stack, "Missing", path="nowhere.json"))
show(lambda: TerraformJson.encode([9007199254740993]))
