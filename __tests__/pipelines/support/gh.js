#!/usr/bin/env node
// The command `gh api` on a file with the comments of one pull request, as far as the action's scripts use it.
const { existsSync, readFileSync, writeFileSync } = require('fs');

const FILE = process.env.COMMENTS;
const comments = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : [];
const [, , api, ...args] = process.argv;
const path = args.find((arg) => arg.startsWith('repos/shop/infra/issues/'));
const field = args[args.indexOf('--field') + 1];
const isPatch = args.includes('PATCH');

if (api !== 'api' || path === undefined) throw new Error(`not known: ${process.argv.slice(2).join(' ')}`);
if (args.includes('--jq')) {
  for (const { id, body } of comments) console.log(`${id}\t${body.split('\n')[0]}`);
} else {
  const body = readFileSync(field.replace('body=@', ''), 'utf8');
  if (isPatch) comments.find(({ id }) => path.endsWith(`/issues/comments/${id}`)).body = body;
  else if (path.endsWith('/issues/7/comments')) comments.push({ id: comments.length + 1, body });
  else throw new Error(`not known: ${path}`);
  writeFileSync(FILE, JSON.stringify(comments));
}
