const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The paths of the dashboards below a directory. */
exports.dashboardFiles = function dashboardFiles(dir) {
  return readdirSync(dir, { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(dir, name))
    .filter((path) => Array.isArray(JSON.parse(readFileSync(path, 'utf8')).widgets));
};
