/** Tags every dashboard below a directory, against reading and writing them: `directory.js DIR`. */
const { performance } = require('node:perf_hooks');
const { readFileSync } = require('node:fs');
const { dashboardFiles } = require('../support/dashboard-files');
const { taggingRules } = require('../../dist/datadog/tagging/settings');
const { tagDashboard } = require('../../dist/datadog/tagging/tag-dashboard');

const ROUNDS = 101;
const RULES = taggingRules({});

const [dir] = process.argv.slice(2);
const texts = dashboardFiles(dir).map((path) => readFileSync(path, 'utf8'));

function time(work) {
  const start = performance.now();
  for (const text of texts) work(text);
  return performance.now() - start;
}

const rounds = Array.from({ length: ROUNDS }, () => ({
  plain: time((text) => JSON.stringify(JSON.parse(text))),
  tagging: time((text) => JSON.stringify(tagDashboard(JSON.parse(text), RULES).dashboard)),
}));
const median = (name) => rounds.map((round) => round[name]).sort((a, b) => a - b)[(ROUNDS - 1) / 2];
console.log(JSON.stringify({ plain: median('plain'), tagging: median('tagging'), dashboards: texts.length }));
