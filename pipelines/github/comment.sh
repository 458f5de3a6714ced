#!/usr/bin/env bash
# Writes the report as a comment of the pull request. The comment is known by its first line, which nobody sees: what others have
# written meanwhile stays.
set -euo pipefail

marker="<!-- rookout-datadog $JOB -->"
comment=$DIRECTORY/comment.md
{
  echo "$marker"
  cat "$DIRECTORY/report.md"
  if [ -n "$PAGES" ]; then printf '\n[The dashboards as pages](%s)\n' "$PAGES"; fi
} > "$comment"

id=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" --jq '.[] | [.id, (.body | split("\n")[0])] | @tsv' |
  awk -F '\t' -v marker="$marker" '{ sub(/\r$/, "", $2) } $2 == marker { print $1; exit }')
if [ -n "$id" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$comment"
else
  gh api --silent "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" --field "body=@$comment"
fi
