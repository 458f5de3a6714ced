#!/usr/bin/env bash
# hashicorp/hcl v2.23.0 (Go module), the reader of Terraform's JSON syntax: `$${` is an escaped `${`, also with another `$`
# before it. Behind a lone carriage return it stays as it is written, with one sign too many. With a line feed, or with
# both, it is right. Terraform 1.11.4 does the same, so a text arrives changed, in silence.
# Seen: "\n $${" of {"a":"\n $$${"}, "\r $$${" of {"a":"\r $$${"}, "\r\n $${" of {"a":"\r\n $$${"}
set -euo pipefail
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder"
cat > go.mod << 'MOD'
module finding

go 1.21
MOD
cat > main.go << 'GO'
package main

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/json"
)

func main() {
	for _, text := range []string{`{"a":"\n $$${"}`, `{"a":"\r $$${"}`, `{"a":"\r\n $$${"}`} {
		file, _ := json.Parse([]byte(text), "a.tf.json")
		attributes, _ := file.Body.JustAttributes()
		value, problems := attributes["a"].Expr.Value(&hcl.EvalContext{})
		if problems.HasErrors() {
			fmt.Println(text, "is refused")
			continue
		}
		fmt.Printf("%s is %q\n", text, value.AsString())
	}
}
GO
export GOFLAGS=-mod=mod
go get github.com/hashicorp/hcl/v2@v2.23.0 > get.log 2>&1
go run . > out.log
cat > expected.log << 'LOG'
{"a":"\n $$${"} is "\n $${"
{"a":"\r $$${"} is "\r $$${"
{"a":"\r\n $$${"} is "\r\n $${"
LOG
diff expected.log out.log || { echo 'changed'; exit 1; }
echo 'as described'
