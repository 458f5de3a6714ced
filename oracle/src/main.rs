//! Says which events a Datadog search matches, by the function `match_datadog_query` that Datadog publishes.
//!
//! Each line of the input is JSON, and so is its answer:
//!
//! - `{"search": "env:prod", "events": [{"tags": ["env:prod"]}]}` is answered by `{"matches": [true]}`, or by
//!   `{"error": "…"}` if the search can't be parsed.
//! - A line without `events` is about those of the line before.
//!
//! Source: https://vector.dev/docs/reference/vrl/functions/#match_datadog_query

use std::io::{self, BufRead, BufWriter, Write};

use serde::{Deserialize, Serialize};
use vrl::compiler::state::RuntimeState;
use vrl::compiler::{Context, Function, Program, TargetValue, TimeZone, compile};
use vrl::stdlib::MatchDatadogQuery;
use vrl::value::{Secrets, Value};

#[derive(Deserialize)]
struct Question {
    search: String,
    events: Option<Vec<Value>>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Answer {
    Matches(Vec<bool>),
    Error(String),
}

fn main() -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    let mut events = Vec::new();
    for line in io::stdin().lock().lines() {
        let question: Question = serde_json::from_str(&line?)?;
        if let Some(others) = question.events {
            events = others.into_iter().map(target).collect();
        }
        let answer = match matcher(&question.search) {
            Ok(program) => Answer::Matches(
                events
                    .iter_mut()
                    .map(|one| matches(&program, one))
                    .collect(),
            ),
            Err(error) => Answer::Error(error),
        };
        serde_json::to_writer(&mut output, &answer)?;
        writeln!(output)?;
    }
    output.flush()
}

fn target(value: Value) -> TargetValue {
    TargetValue {
        value,
        metadata: Value::Object(Default::default()),
        secrets: Secrets::default(),
    }
}

/// A program that matches events. The search has to stand in it as text, so each character is escaped.
fn matcher(search: &str) -> Result<Program, String> {
    let text: String = search
        .chars()
        .map(|sign| format!("\\u{{{:x}}}", u32::from(sign)))
        .collect();
    let functions: [Box<dyn Function>; 1] = [Box::new(MatchDatadogQuery)];
    compile(&format!("match_datadog_query(., \"{text}\")"), &functions)
        .map(|result| result.program)
        .map_err(|errors| errors.iter().map(|error| error.message()).collect())
}

fn matches(program: &Program, event: &mut TargetValue) -> bool {
    let mut state = RuntimeState::default();
    let timezone = TimeZone::default();
    let mut context = Context::new(event, &mut state, &timezone);
    program.resolve(&mut context) == Ok(Value::Boolean(true))
}
