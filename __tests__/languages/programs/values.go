// Prints what becomes of values and mistakes, a line each; run where checkout.json is.
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"github.com/aws/jsii-runtime-go"
	rookout "github.com/cdktf-datadog-rookout/cdktf-datadog-rookout-go/cdktfdatadogrookout"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func show(attempt func() interface{}) {
	defer func() {
		if problem := recover(); problem != nil {
			fmt.Println(strings.Split(fmt.Sprint(problem), "\n")[0])
		}
	}()
	fmt.Println(attempt())
}

func nested(levels int) interface{} {
	if levels == 0 {
		return 0
	}
	return map[string]interface{}{"a": nested(levels - 1)}
}

func main() {
	stack := cdktf.NewTerraformStack(cdktf.NewApp(nil), jsii.String("stack"))
	dashboard := rookout.NewRookoutDashboard(stack, jsii.String("Dashboard"), &rookout.RookoutDashboardProps{
		Overview: jsii.Bool(false),
	})
	imported := func(id string, path string) rookout.RookoutDashboard {
		return rookout.RookoutDashboard_FromFile(stack, jsii.String(id), &rookout.RookoutDashboardFileProps{
			Path: jsii.String(path),
		})
	}

	show(func() interface{} {
		return *rookout.TerraformJson_Encode(map[string]interface{}{"b": []interface{}{1, nil, 0.5}, "a": nil})
	})
	show(func() interface{} { return *rookout.MetricPoints_TABLE() })
	show(func() interface{} {
		return imported("Checkout", "checkout.json").ToJson().(map[string]interface{})["title"]
	})
	show(func() interface{} {
		return rookout.NewRookoutDashboard(stack, jsii.String("Wrong"), &rookout.RookoutDashboardProps{
			MetricPoints: jsii.String("tabel"),
		})
	})
	show(func() interface{} { return rookout.RookoutLabel_Parse(jsii.String("cart")) })
	show(func() interface{} {
		dashboard.AddToplist(&rookout.RookoutToplistProps{})
		return nil
	})
	show(func() interface{} {
		dashboard.AddWidget(`{"type": NaN}`, nil)
		return nil
	})
	show(func() interface{} { return imported("Missing", "nowhere.json") })
	show(func() interface{} { return *rookout.TerraformJson_Encode([]interface{}{int64(9007199254740993)}) })
	inItself := map[string]interface{}{}
	inItself["a"] = inItself
	show(func() interface{} {
		return *rookout.TerraformJson_Encode(map[string]interface{}{"a": []interface{}{0, math.NaN()}})
	})
	show(func() interface{} {
		dashboard.AddWidget(map[string]interface{}{"type": "note", "content": math.Inf(1)}, nil)
		return nil
	})
	show(func() interface{} {
		return rookout.RookoutDashboard_FromJson(stack, jsii.String("Nan"), &rookout.RookoutDashboardJsonProps{
			Json: map[string]interface{}{"widgets": []float64{math.NaN()}},
		})
	})
	show(func() interface{} { return *rookout.TerraformJson_Encode([]string{"\xed\xa0\x80"}) })
	show(func() interface{} { return *rookout.TerraformJson_Encode(inItself) })
	show(func() interface{} { return *rookout.TerraformJson_Encode(nested(600)) })
	show(func() interface{} { return *rookout.TerraformJson_Encode(map[int]string{1: "b"}) })
	show(func() interface{} {
		return *rookout.TerraformJson_Encode(map[string]interface{}{"a": func() {}})
	})
	show(func() interface{} { return *rookout.TerraformJson_Encode([]byte(`{"a": 1}`)) })
	show(func() interface{} {
		return rookout.RookoutDashboard_FromJson(stack, jsii.String("Raw"), &rookout.RookoutDashboardJsonProps{
			Json: map[string]interface{}{"widgets": json.RawMessage("[]")},
		})
	})
}
