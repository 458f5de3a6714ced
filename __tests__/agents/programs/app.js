/* Starts the agent, and waits for the end of its input. Without the option `log_file` it writes to /var/log. */
const { PROGRAM_LABELS, ROOKOUT_LOG_FILE: log_file } = process.env;
const labels = PROGRAM_LABELS === undefined ? {} : { labels: JSON.parse(PROGRAM_LABELS) };
require('rookout').start({ log_file, ...labels });
process.stdin.resume();
