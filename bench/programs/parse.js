/** Reads and parses the JSON files of a directory, as the least that a command over them does: `parse.js DIR`. */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const [directory] = process.argv.slice(2);
let fields = 0;
for (const name of readdirSync(directory)) {
  fields += Object.keys(JSON.parse(readFileSync(join(directory, name), 'utf8'))).length;
}
if (fields === 0) throw new Error(`${directory} has no dashboards`);
