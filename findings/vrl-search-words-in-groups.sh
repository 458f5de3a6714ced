#!/usr/bin/env bash
# vrl 0.38.0 (crate), `match_datadog_query`: Datadog documents AND between words that stand side by side. Inside of the
# parentheses of a field it is not so: `env:(prod qa)` does not find what has both, `env:(prod AND qa)` does. And a word
# that begins with the letters OR is read as the operator and a word: `env:prod ORANGE` finds what has no ORANGE.
# Source of what is documented: https://docs.datadoghq.com/logs/explorer/search_syntax/
# Seen: "env:prod env:qa": true, "env:(prod AND qa)": true, "env:(prod qa)": false, "env:prod ORANGE": true
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml << 'TOML'
[package]
name = "finding"
version = "0.0.0"
edition = "2024"
[dependencies]
vrl = { version = "=0.38.0", default-features = false, features = ["stdlib-base"] }
TOML
cat > src/main.rs << 'RUST'
use vrl::compiler::{Context, Function, TargetValue, TimeZone, compile, state::RuntimeState};
use vrl::value::{Secrets, Value};

fn main() {
    let functions: [Box<dyn Function>; 1] = [Box::new(vrl::stdlib::MatchDatadogQuery)];
    for search in ["env:prod env:qa", "env:(prod AND qa)", "env:(prod qa)", "env:prod ORANGE"] {
        let text = format!("match_datadog_query({{\"tags\": [\"env:prod\", \"env:qa\"]}}, \"{search}\")");
        let program = compile(&text, &functions).expect("a search").program;
        let mut target = TargetValue {
            value: Value::Object(Default::default()),
            metadata: Value::Object(Default::default()),
            secrets: Secrets::default(),
        };
        let mut state = RuntimeState::default();
        let timezone = TimeZone::default();
        let found = program.resolve(&mut Context::new(&mut target, &mut state, &timezone));
        println!("{search}: {}", found.expect("an answer"));
    }
}
RUST
cargo run --quiet > out.log
printf '%s\n' 'env:prod env:qa: true' 'env:(prod AND qa): true' 'env:(prod qa): false' 'env:prod ORANGE: true' > expected.log
diff expected.log out.log || { echo 'changed'; exit 1; }
echo 'as described'
