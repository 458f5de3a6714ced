import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const WORKFLOWS = join(__dirname, '..', '..', '.github', 'workflows');

describe.each(readdirSync(WORKFLOWS))('the workflow %s', (file) => {
  const text = readFileSync(join(WORKFLOWS, file), 'utf8');

  it('pins each action to a commit, and says its version', () => {
    const used = text.match(/(?<=uses: )[^./].*/g)!;
    expect(used).not.toHaveLength(0);
    for (const action of used) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('has no permission but to read, unless a job asks for one', () => {
    expect(text).toMatch(/^permissions: \{( contents: read )?\}$/m);
  });
});
