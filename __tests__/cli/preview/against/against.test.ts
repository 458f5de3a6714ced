import { spawnSync } from 'child_process';
import { chmodSync, rmSync, symlinkSync } from 'fs';
import { join } from 'path';
import { Workplace } from '../../support/command';
import { dashboard, shop, timeseries } from '../../support/dashboards';
import { itOnPosix } from '../../../support/posix';

function git(workplace: Workplace, ...args: string[]): void {
  const all = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args];
  const { status, stderr } = spawnSync('git', all, { cwd: workplace.path, encoding: 'utf8' });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}

const board = dashboard('Board', timeseries('Memory', 'avg:mem{*}'));
const retitled = dashboard('Board', timeseries('Memory [env:prod]', 'avg:mem{*}'));

describe('rookout-datadog preview --against', () => {
  it('tells what has changed, and so does its exit code', () => {
    const workplace = new Workplace({ 'old/a.json': board, 'new/a.json': retitled });
    const { code, stdout } = workplace.run('preview', 'new', '--against', 'old', '--format', 'markdown');
    expect([code, stdout]).toEqual([
      1,
      '**Dashboards: 1** · 🏷️ 1 retitled\n\n### Board\n\n- 🏷️ **Memory \\[env:prod\\]** retitled: Memory → Memory \\[env:prod\\]\n',
    ]);
    const same = workplace.run('preview', 'new', '--against', 'new', '--format', 'markdown');
    expect(same).toEqual({ code: 0, stdout: 'Nothing has changed.\n', stderr: '' });
  });

  it('pairs dashboards of one title, and tells of those that are new or gone', () => {
    const workplace = new Workplace({ 'old/1.json': shop(), 'old/2.json': board, 'new/x.json': board });
    const { stdout } = workplace.run('preview', 'new', '--against', 'old', '--format', 'markdown');
    expect(stdout).toBe('**Dashboards: 1** · ➖ 1 removed\n\n- ➖ **Online Boutique** removed\n');
  });

  it.each([
    ['of one title', 'Board', 'Board'],
    ['of other titles', 'Web', 'Cart'],
  ])('pairs resources of one name by the modules that they are in, %s', (_, web, cart) => {
    const module = (title: string, widget: string) =>
      `resource "datadog_dashboard" "main" {\n  title       = "${title}"\n  layout_type = "ordered"\n  widget {\n` +
      `    note_definition {\n      content = "${widget}"\n    }\n  }\n}\n`;
    const workplace = new Workplace({
      'old/cart/main.tf': module(cart, 'cart'),
      'old/web/main.tf': module(web, 'web'),
      'new/a/main.tf': module('New', 'new'),
      'new/cart/main.tf': module(cart, 'cart'),
      'new/web/main.tf': module(web, 'web'),
    });
    const { stdout } = workplace.run('preview', 'new', '--against', 'old', '--format', 'markdown');
    expect(stdout).toBe('**Dashboards: 1** · ➕ 1 added\n\n- ➕ **New** added\n');
  });

  it('writes pages with both side by side', () => {
    const both = { 'old/b.json': shop(), 'new/b.json': shop() };
    const workplace = new Workplace({ 'old/a.json': board, 'new/a.json': retitled, ...both });
    const { code } = workplace.run('preview', 'new', '--against', 'old', '--out', 'out');
    expect([code, workplace.list('out')]).toEqual([1, ['board.html', 'index.html', 'online-boutique.html']]);
    expect(workplace.read('out/index.html')).toContain('Changes: 1');
  });

  it('takes the same paths from a commit, and leaves the repository as it is', () => {
    const workplace = new Workplace({ 'boards/a.json': board });
    git(workplace, 'init', '--quiet');
    git(workplace, 'add', '.');
    git(workplace, 'commit', '--quiet', '--message', 'first');
    workplace.write('boards/a.json', retitled);
    const { code, stdout } = workplace.run(
      'preview',
      'boards',
      '--against',
      'git:HEAD',
      '--format',
      'markdown',
    );
    expect([code, stdout]).toEqual([1, expect.stringContaining('retitled')]);
    const { stdout: status } = spawnSync('git', ['status', '--short'], {
      cwd: workplace.path,
      encoding: 'utf8',
    });
    expect(status).toBe(' M boards/a.json\n');
  });

  itOnPosix('runs none of the hooks of the repository', () => {
    const workplace = new Workplace({ 'boards/a.json': board });
    git(workplace, 'init', '--quiet');
    git(workplace, 'add', '.');
    git(workplace, 'commit', '--quiet', '--message', 'first');
    const ran = join(workplace.path, 'ran');
    workplace.write('.git/hooks/post-checkout', `#!/bin/sh\ntouch '${ran}'\n`);
    chmodSync(join(workplace.path, '.git/hooks/post-checkout'), 0o755);
    const { code } = workplace.run('preview', 'boards', '--against', 'git:HEAD', '--format', 'markdown');
    expect([code, workplace.list()]).toEqual([0, ['.git', 'boards']]);
  });

  it.each(['new', 'boards/new.json'])('shows what a commit does not have as added: %s', (path) => {
    const workplace = new Workplace({ 'boards/a.json': board });
    git(workplace, 'init', '--quiet');
    git(workplace, 'add', '.');
    git(workplace, 'commit', '--quiet', '--message', 'first');
    workplace.write('new/b.json', board);
    workplace.write('boards/new.json', board);
    const { code, stdout, stderr } = workplace.run(
      ...['preview', path, '--against', 'git:HEAD', '--format', 'markdown'],
    );
    expect({ code, stderr, lines: stdout.match(/^- .*/gm) }).toEqual({
      code: 1,
      stderr: '',
      lines: ['- ➕ **Board** added'],
    });
  });

  it.each([[['boards/', './b.json', 'new/größer [1].json']], [['.']]])(
    'takes those of many paths that a commit has: %j',
    (paths) => {
      const workplace = new Workplace({ 'boards/a.json': board, 'b.json': shop() });
      git(workplace, 'init', '--quiet');
      git(workplace, 'add', '.');
      git(workplace, 'commit', '--quiet', '--message', 'first');
      workplace.write('new/größer [1].json', dashboard('New'));
      const { code, stdout, stderr } = workplace.run(
        ...['preview', ...paths, '--against', 'git:HEAD', '--format', 'markdown'],
      );
      expect({ code, stderr, lines: stdout.match(/^- .*/gm) }).toEqual({
        code: 1,
        stderr: '',
        lines: ['- ➕ **New** added'],
      });
    },
  );

  itOnPosix.each([
    ['a directory behind a link', ['linked'], ''],
    ['a directory with links to files', ['links'], ''],
    ['a path through a link', ['linked/a.json'], ''],
    ['a name with ends of lines', ['boards/two\n\nlines.json'], ''],
    [
      'a link that leads to itself',
      ['circle', 'boards'],
      'circle: can not be read: its symbolic links form a circle\n',
    ],
  ])('finds in a commit: %s', (_, paths, message) => {
    const workplace = new Workplace({
      'boards/a.json': board,
      'boards/two\n\nlines.json': shop(),
      'links/x': '',
    });
    symlinkSync('boards', join(workplace.path, 'linked'));
    symlinkSync('../linked/a.json', join(workplace.path, 'links/a.json'));
    symlinkSync('circle', join(workplace.path, 'circle'));
    git(workplace, 'init', '--quiet');
    git(workplace, 'add', '.');
    git(workplace, 'commit', '--quiet', '--message', 'first');
    const { stdout, stderr } = workplace.run(
      'preview',
      ...paths,
      '--against',
      'git:HEAD',
      '--format',
      'markdown',
    );
    expect({ stdout, stderr }).toEqual({
      stdout: 'Nothing has changed.\n',
      stderr: expect.stringContaining(message),
    });
    expect(stderr === '').toBe(message === '');
  });

  it('has a page for what is gone from a file, and one for what is new in it', () => {
    const workplace = new Workplace({ 'boards/a.json': dashboard('A'), 'boards/b.json': dashboard('B') });
    git(workplace, 'init', '--quiet');
    git(workplace, 'add', '.');
    git(workplace, 'commit', '--quiet', '--message', 'first');
    workplace.write('boards/a.json', dashboard('B'));
    rmSync(join(workplace.path, 'boards/b.json'));
    workplace.run('preview', 'boards', '--against', 'git:HEAD', '--out', 'out');
    expect(workplace.list('out')).toEqual(['a.html', 'b.html', 'index.html']);
  });

  it('names a commit that a shallow clone does not have', () => {
    const workplace = new Workplace({ 'boards/a.json': board });
    git(workplace, 'init', '--quiet');
    for (const message of ['first', 'second']) {
      git(workplace, 'add', '.');
      git(workplace, 'commit', '--quiet', '--message', message);
      workplace.write('boards/a.json', retitled);
    }
    const clone = new Workplace();
    git(clone, 'clone', '--quiet', '--depth', '1', `file://${workplace.path}`, '.');
    const { code, stderr } = clone.run(
      'preview',
      'boards',
      '--against',
      'git:HEAD~1',
      '--format',
      'markdown',
    );
    expect([code, stderr]).toEqual([
      2,
      `error: option '--against': git has no commit "HEAD~1" here. Fetch it first; a workflow of GitHub gets all commits ` +
        'by "fetch-depth: 0" under actions/checkout\n',
    ]);
  });

  it.each([
    ['git:no-such-commit', `option '--against': git has no commit "no-such-commit" here`],
    ['git:--help', `option '--against': git has no commit "--help" here`],
  ])('refuses %s', (against, message) => {
    const workplace = new Workplace({ 'boards/a.json': board });
    git(workplace, 'init', '--quiet');
    const { code, stderr } = workplace.run('preview', 'boards', '--against', against);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('takes no path outside of the directory from a commit', () => {
    const { code, stderr } = new Workplace().run('preview', '../boards', '--against', 'git:HEAD');
    expect([code, stderr]).toEqual([2, expect.stringContaining('is outside of this directory')]);
  });

  it('has markdown for changes only', () => {
    const { code, stderr } = new Workplace({ 'a.json': board }).run(
      'preview',
      'a.json',
      '--format',
      'markdown',
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining('Name the older ones: --against <old>')]);
  });
});
