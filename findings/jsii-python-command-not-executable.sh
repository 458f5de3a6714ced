#!/usr/bin/env bash
# jsii 5.9.54, jsii-pacmak 1.139.0 and jsii 1.142.0 for Python: a package whose `bin` is a file of mode 0644 has a command that works
# after `npm install`, which makes it executable, and in the wheel of the same package a command that never starts: jsii puts it
# there as it was packed, and runs it as a program.
# Seen: "hello" from npm, "PermissionError: [Errno 13] Permission denied" from pip
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/hello/lib" "$folder/hello/bin" "$folder/user"
cd "$folder/hello"
cat > package.json << 'JSON'
{
  "name": "hello-command",
  "version": "1.0.0",
  "description": "A command that says hello",
  "license": "Apache-2.0",
  "author": { "name": "Nobody", "email": "nobody@example.com" },
  "repository": { "type": "git", "url": "https://example.com/hello.git" },
  "main": "lib/index.js",
  "types": "lib/index.d.ts",
  "bin": { "hello-command": "bin/hello.js" },
  "jsii": {
    "outdir": "dist",
    "targets": { "python": { "distName": "hello-command", "module": "hello_command" } }
  }
}
JSON
printf '#!/usr/bin/env node\nconsole.log("hello");\n' > bin/hello.js
chmod 644 bin/hello.js
printf '/** Nothing. */\nexport class Nothing {}\n' > lib/index.ts
npm install --no-audit --no-fund --silent --no-save jsii@5.9.54 jsii-pacmak@1.139.0
npx jsii > "$folder/jsii.log" 2>&1
npx jsii-pacmak --targets python --code-only --outdir "$folder/dist" > "$folder/pacmak.log" 2>&1
npm pack --silent --pack-destination "$folder" > "$folder/pack.log"

cd "$folder/user"
npm init --yes > "$folder/init.log"
npm install --no-audit --no-fund --silent "$folder/hello-command-1.0.0.tgz"
npx --no-install hello-command > "$folder/npm.log"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check jsii==1.142.0 setuptools==75.3.4 "$folder/dist/python"
python/bin/hello-command > "$folder/pip.log" 2>&1 || true

diff "$folder/npm.log" <(echo hello) || { echo 'changed: npm'; exit 1; }
grep -q '^PermissionError: \[Errno 13\] Permission denied' "$folder/pip.log" || { cat "$folder/pip.log"; echo 'changed: pip'; exit 1; }
echo 'as described'
