#!/usr/bin/env bash
# Installs the command, in the version of this action, beside the work tree.
set -euo pipefail
version=$(node --print 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")
npm install --prefix "$RUNNER_TEMP/rookout-datadog" --omit=peer --no-audit --no-fund "cdktf-datadog-rookout@$version"
