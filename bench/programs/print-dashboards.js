/** Parses JSON files and prints them, as the least that a command over them does: `print-dashboards.js FILE…`. */
const { readFileSync } = require('node:fs');

for (const file of process.argv.slice(2)) {
  process.stdout.write(`${JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))}\n`);
}
