#!/usr/bin/env bash
# Checks the dashboards, and writes rookout.sarif, report.md and pages. Ends well also where something is found: the output `code`
# says it, so that the next steps can tell of it.
set -euo pipefail

command=$RUNNER_TEMP/rookout-datadog/node_modules/.bin/rookout-datadog
directory=$RUNNER_TEMP/rookout-datadog-report
rm -rf "$directory"
mkdir -p "$directory"
echo "directory=$directory" >> "$GITHUB_OUTPUT"

mapfile -t paths < <(grep . <<< "$INPUT_PATH")
mapfile -t options < <(grep . <<< "$INPUT_OPTIONS")
dashboards=("${paths[@]}" "${options[@]}")

# Files of the repository are compared with the base of the pull request. A plan says itself what changes.
base=()
if [ -n "$BASE_SHA" ] && git ls-files --error-unmatch -- "${paths[@]}" > /dev/null 2>&1; then
  if ! git cat-file -e "$BASE_SHA^{commit}" 2> /dev/null; then
    authorization=$(printf 'x-access-token:%s' "$GITHUB_TOKEN" | base64 | tr -d '\n')
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.$GITHUB_SERVER_URL/.extraheader" \
      GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $authorization" \
      git fetch --quiet --depth 1 origin "$BASE_SHA"
  fi
  base=(--against "git:$BASE_SHA")
fi

code=0
"$command" check "${dashboards[@]}" --fail-on "$INPUT_FAIL_ON" > "$directory/findings.txt" 2> "$directory/messages.txt" || code=$?
cat "$directory/findings.txt" "$directory/messages.txt"
# The arguments or the configuration are wrong: there is nothing to tell of.
if [ "$code" -gt 1 ]; then exit "$code"; fi
echo "code=$code" >> "$GITHUB_OUTPUT"
"$command" check "${dashboards[@]}" --format sarif --output "$directory/rookout.sarif" 2> /dev/null || true
"$command" preview "${dashboards[@]}" "${base[@]}" --out "$directory/pages" > /dev/null || true
"$command" preview "${dashboards[@]}" "${base[@]}" --format markdown > "$directory/changes.md" 2> /dev/null || true

# The first lines of a file, folded in. GitHub takes comments of 65,536 characters.
folded() {
  local title=$1 file=$2 count
  count=$(wc -l < "$file" | tr -d ' ')
  printf '<details><summary>%s</summary>\n\n~~~~~~\n' "$title"
  head -n 50 "$file" | cut -c 1-400
  if [ "$count" -gt 50 ]; then echo "… and $((count - 50)) more lines"; fi
  printf '~~~~~~\n\n</details>\n\n'
}

{
  printf '## Rookout in Datadog dashboards\n\n'
  if [ -s "$directory/findings.txt" ]; then folded 'Findings' "$directory/findings.txt"; else printf 'No findings.\n\n'; fi
  folded 'What was checked' "$directory/messages.txt"
  head -c 20000 "$directory/changes.md"
} > "$directory/report.md"
cat "$directory/report.md" >> "$GITHUB_STEP_SUMMARY"
