/** Loaded before a measured program: prints its processor time and the most memory it had, when it ends. */
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  writeSync(2, `\n${JSON.stringify({ cpu: (user + system) / 1000, memory: maxRSS })}\n`);
});
