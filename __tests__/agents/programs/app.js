/* Starts the agent, and waits for the end of its input. */
const { PROGRAM_LABELS } = process.env;
require('rookout').start(PROGRAM_LABELS === undefined ? {} : { labels: JSON.parse(PROGRAM_LABELS) });
process.stdin.resume();
