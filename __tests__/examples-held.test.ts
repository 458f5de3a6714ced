import { createHash } from 'crypto';
import { readFileSync } from 'fs';
import { join, sep } from 'path';
import { APPS } from './support/apps';
import { runApp } from './support/run-app';
import { Synthesized } from './support/stack';

const ROOT = join(__dirname, '..');

const { context } = JSON.parse(readFileSync(join(ROOT, 'cdktf.json'), 'utf8'));

/** A short digest of what Terraform reads; the paths of state files begin where the project stands. */
function digest(block: unknown): string {
  const root = JSON.stringify(ROOT + sep).slice(1, -1);
  const text = JSON.stringify(block).replaceAll(root, './');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Each resource, data source and output by its address in Terraform, with a digest of its bytes. */
function held({ resource = {}, data = {}, output = {} }: Synthesized): Record<string, string> {
  const addressed = [
    ...blocks('', resource),
    ...blocks('data.', data),
    ...Object.entries(output).map(([id, block]) => [`output.${id}`, digest(block)]),
  ];
  return Object.fromEntries(addressed);
}

function blocks(prefix: string, types: Record<string, Record<string, unknown>>): [string, string][] {
  return Object.entries(types).flatMap(([type, byId]) =>
    Object.entries(byId).map(([id, block]): [string, string] => [`${prefix}${type}.${id}`, digest(block)]),
  );
}

// The name is the message of a failure.
describe('ids and bytes are as released: a change that is meant is a line in CHANGELOG, then npm run examples:renew', () => {
  it.each(APPS)('%s', (file) => {
    const { stacks } = runApp(join(ROOT, file), context);
    const byStack = Object.entries(stacks).map(([name, stack]) => [name, held(stack)]);
    expect(Object.fromEntries(byStack)).toMatchSnapshot();
  });
});
