#!/usr/bin/env bash
# ts-node 10.9.2 with TypeScript 5.9.3, on Node 22, 24 and 26: in a directory without tsconfig.json a program is not run. Nothing
# is printed, and the exit code is 0. (Node 20 says: Unknown file extension ".ts".) So `cdktf synth` makes nothing, and no step
# of a pipeline fails. With any tsconfig.json whose module is CommonJS it runs.
# Seen: without: exit code 0, prints ""; with: exit code 0, prints "hi"
set -euo pipefail
[ "$(node --print 'parseInt(process.versions.node)')" -ge 22 ] || { echo 'needs Node 22 or later'; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > init.log
npm install --no-audit --no-fund --silent ts-node@10.9.2 typescript@5.9.3 @types/node@22.20.5

echo "console.log('hi');" > main.ts
run() {
  local printed code=0
  printed=$(npx ts-node main.ts 2>&1) || code=$?
  echo "exit code $code, prints \"$printed\""
}

without=$(run)
echo '{ "compilerOptions": { "module": "CommonJS" } }' > tsconfig.json
with=$(run)

seen="without: $without; with: $with"
[ "$seen" = 'without: exit code 0, prints ""; with: exit code 0, prints "hi"' ] || { echo "changed: $seen"; exit 1; }
echo 'as described'
