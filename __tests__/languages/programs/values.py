"""Prints what becomes of values and mistakes, a line each; run where checkout.json is."""

import json

from cdktf import App, TerraformStack
from cdktf_datadog_rookout import MetricPoints, RookoutDashboard, RookoutLabel, TerraformJson

stack = TerraformStack(App(), "stack")
dashboard = RookoutDashboard(stack, "Dashboard", overview=False)


def show(attempt):
    try:
        print(attempt())
    except Exception as error:
        print(str(error).split("\n")[0])


def nested(levels):
    return {"a": nested(levels - 1)} if levels else 0


def in_itself():
    value = {}
    value["a"] = value
    return value


show(lambda: TerraformJson.encode({"b": [1, None, 0.5], "a": None}))
show(lambda: MetricPoints.TABLE)
show(lambda: RookoutDashboard.from_file(stack, "Checkout", path="checkout.json").to_json()["title"])
show(lambda: RookoutDashboard(stack, "Wrong", metric_points="tabel"))
show(lambda: RookoutLabel.parse("cart"))
show(lambda: dashboard.add_toplist())
show(lambda: dashboard.add_widget('{"type": NaN}'))
show(lambda: RookoutDashboard.from_file(stack, "Missing", path="nowhere.json"))
show(lambda: TerraformJson.encode([9007199254740993]))
show(lambda: TerraformJson.encode({"a": [0, float("nan")]}))
show(lambda: dashboard.add_widget({"type": "note", "content": float("inf")}))
show(lambda: RookoutDashboard.from_json(stack, "Nan", json={"widgets": [float("nan")]}))
show(lambda: TerraformJson.encode(["\ud800"]))
show(lambda: TerraformJson.encode(in_itself()))
show(lambda: TerraformJson.encode(nested(600)))
show(lambda: RookoutDashboard(stack, "Services", services=("cart",)))
show(lambda: TerraformJson.encode({"a": {1: "b"}}))
show(lambda: TerraformJson.encode({"a": {"b"}}))

dashboard.add_timeseries(
    service="cart", subject="Memory", query="avg:m{*}", markers=[{"value": "y = 1", "display_type": "error dashed"}]
)
show(lambda: json.dumps(dashboard.to_json()["widgets"][-1]["definition"]["markers"]))
