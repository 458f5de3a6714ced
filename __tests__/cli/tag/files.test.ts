import { join } from 'path';
import { Workplace } from '../support/command';
import { dashboard, legacy } from '../support/dashboards';

/** The module itself, to let a call of the command fail. */
const fs = jest.requireActual<typeof import('fs')>('fs');

const CART = dashboard('Cart', legacy('Memory', 'avg:mem{kube_deployment:cart}'));

afterEach(() => jest.restoreAllMocks());

describe('files that can not be tagged', () => {
  it.each<[string, unknown, string]>([
    ['no JSON', '{\n  "widgets": [\n    {"a" 1}]\n}', 'bad.json:3:10: is not JSON: a colon is missing'],
    [
      'a comma too many',
      '{\r\n  "widgets": [1,\r\n  ]}',
      'bad.json:2:16: is not JSON: there is a comma after the last entry',
    ],
    ['a comment', '{ // x\n"widgets": []}', 'bad.json:1:3: is not JSON: a comment begins here'],
    [
      'half a file',
      '{"widgets": [{"definition": {"title": "x',
      'bad.json:1:39: is not JSON: a text is not closed',
    ],
    ['nothing', '', 'bad.json:1:1: is not JSON: it is empty'],
    ['no dashboard', { name: 'x' }, 'bad.json: is JSON, but not a dashboard'],
    ['a list', [], 'bad.json: is JSON, but not a dashboard'],
    [
      'widgets that are none',
      { widgets: [7] },
      'bad.json: widgets[0].definition: undefined is not a widget definition',
    ],
    [
      'a title that is none',
      dashboard('A', { ...legacy('', 'a{*}'), title: 7 }),
      'definition.title: 7 is not text',
    ],
    ['Latin-1', Buffer.from('{"widgets": [], "a": "caf\xe9"}', 'latin1'), 'bad.json: is not UTF-8 text'],
    ['UTF-16', Buffer.from('\ufeff{"widgets": []}', 'utf16le'), 'bad.json: is UTF-16'],
    [
      '10,000 brackets',
      '['.repeat(10_000) + ']'.repeat(10_000),
      'bad.json:1:501: is nested more than 500 levels deep',
    ],
    ['a million brackets', '{"widgets":'.padEnd(1_000_000, '['), 'is nested more than 500 levels deep'],
    ['a million braces', '},'.repeat(500_000), 'bad.json:1:1: is not JSON'],
  ])('%s: named, and the others go on', (_, content, problem) => {
    const place = new Workplace({ 'bad.json': content, 'good.json': CART });
    const bytes = fs.readFileSync(join(place.path, 'bad.json'));
    const { code, stdout, stderr } = place.run('tag', 'bad.json', 'good.json', '--in-place');
    expect(stderr).toContain(problem);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(code).toBe(1);
    expect(stdout).toContain('1 of 1 dashboard changed, 1 file failed');
    expect(place.json('good.json').widgets[0].definition.title).toBe('Memory [k8s_deployment:cart]');
    expect(fs.readFileSync(join(place.path, 'bad.json'))).toEqual(bytes);
    expect(place.list()).toEqual(['bad.json', 'good.json']);
  });

  it('may have the character that stands for text that is no text', () => {
    const place = new Workplace({
      'a.json': dashboard('Caf\uFFFD', legacy('\uFFFD', 'avg:a{service:cart}')),
    });
    expect(place.run('tag', 'a.json', '--in-place')).toMatchObject({ code: 0, stderr: '' });
    expect(place.json('a.json').title).toBe('Caf\uFFFD');
    expect(place.json('a.json').widgets[0].definition.title).toBe('\uFFFD [service:cart]');
  });

  it('are named where they are missing, a directory, or links in a circle', () => {
    const place = new Workplace({ 'dir/a.json': CART });
    fs.symlinkSync('loop.json', join(place.path, 'loop.json'));
    const { code, stderr } = place.run('tag', 'dir', 'gone.json', 'loop.json', 'dir/a.json', '--dry-run');
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      'dir: is a directory. Name the files in it, as in "dashboards/*.json"',
      'gone.json: can not be read: there is no such file or directory',
      'loop.json: can not be read: its symbolic links form a circle',
    ]);
  });

  it.each(['fchmodSync', 'fsyncSync', 'renameSync'] as const)('stay whole when %s fails', (name) => {
    const place = new Workplace({ 'a.json': CART, 'b.json': CART });
    const before = place.read('a.json');
    jest.spyOn(fs, name).mockImplementationOnce(() => {
      throw Object.assign(new Error('no'), { code: 'EROFS' });
    });
    const { code, stderr } = place.run('tag', 'a.json', 'b.json', '--in-place');
    expect(code).toBe(1);
    expect(stderr).toBe(
      'a.json: can not be written: its file system is read-only. Nothing has been written\n',
    );
    expect(place.read('a.json')).toBe(before);
    expect(place.list()).toEqual(['a.json', 'b.json']);
    expect(place.read('b.json')).toBe(before);
  });

  it('are not written where they are protected', () => {
    const place = new Workplace({ 'a.json': CART });
    jest.spyOn(fs, 'accessSync').mockImplementationOnce(() => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    });
    expect(place.run('tag', 'a.json', '--in-place').stderr).toBe(
      'a.json: can not be written: you have no permission for it. Nothing has been written\n',
    );
  });

  it('are named where they are too large', () => {
    const place = new Workplace({ 'large.json': '{' });
    fs.truncateSync(join(place.path, 'large.json'), 100_000_000);
    expect(place.run('tag', 'large.json', '--dry-run').stderr).toBe(
      'large.json: has 100000000 bytes, and no more than 67108864 are read\n',
    );
  });

  it('are named where something else is in their place, and none is written', () => {
    const place = new Workplace({ 'a.json': CART, 'b.json': CART, 'out/a.json/mine': '' });
    const { code, stderr } = place.run('tag', 'a.json', 'b.json', '--out', 'out');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'out/a.json: can not be written: it is a directory. Nothing has been written\n',
    });
    expect(place.list('out')).toEqual(['a.json']);
    expect(place.list('out/a.json')).toEqual(['mine']);
  });

  it.each([
    [
      'a.json',
      'a.json: can not be created as a directory: there is already something else with that name. Nothing has been written',
    ],
    [
      'gone',
      'gone: can not be created as a directory: there is already something else with that name. Nothing has been written',
    ],
    [
      '/proc/none',
      '/proc/none: can not be created as a directory: there is no such file or directory. Nothing has been written',
    ],
  ])('are not written to %s', (out, problem) => {
    const place = new Workplace({ 'a.json': CART });
    fs.symlinkSync('nowhere', join(place.path, 'gone'));
    expect(place.run('tag', 'a.json', '--out', out)).toEqual({ code: 1, stdout: '', stderr: `${problem}\n` });
    expect(place.list()).toEqual(['a.json', 'gone']);
  });

  it('are told apart from the directory that can not be made', () => {
    const place = new Workplace({ 'a.json': CART });
    const ran = place.run('tag', 'a.json', '--out', 'a.json/out');
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('a.json/out: can not be created as a directory');
  });
});

describe('where tagged dashboards go', () => {
  it('is another directory, made where it is missing', () => {
    const place = new Workplace({ 'in/a.json': CART, 'b.json': dashboard('B') });
    const { code, stdout } = place.run('tag', 'in/a.json', 'b.json', '--out', 'x/y');
    expect(code).toBe(0);
    expect(stdout).toContain('in/a.json  "Cart"  tagged → x/y/a.json');
    expect(stdout).toContain('b.json  "B"  unchanged → x/y/b.json');
    expect(place.list('x/y')).toEqual(['a.json', 'b.json']);
    expect(place.json('in/a.json')).toEqual(CART);
    expect(place.read('x/y/b.json')).toBe(place.read('b.json'));
  });

  it.each([
    ['in/a.json', 'a.json'],
    ['A.json', 'in/a.json'],
  ])('is not one place for %s and %s', (one, other) => {
    const place = new Workplace({ 'in/a.json': CART, 'a.json': CART, 'A.json': CART });
    const { code, stderr } = place.run('tag', one, other, '--out', 'out');
    expect(code).toBe(2);
    expect(stderr).toContain(`"${one}" and "${other}" would both be written to`);
    expect(place.list()).not.toContain('out');
  });

  it('is not an input', () => {
    const place = new Workplace({ 'in/a.json': CART });
    const { code, stderr } = place.run('tag', 'in/a.json', '--out', 'in');
    expect(code).toBe(2);
    expect(stderr).toContain('would overwrite the input "in/a.json"');
    expect(place.json('in/a.json')).toEqual(CART);
  });

  it('takes a file that is named twice once', () => {
    const place = new Workplace({ 'a.json': CART });
    expect(place.run('tag', 'a.json', './a.json', '--out', 'out').stdout).toContain(
      '1 of 1 dashboard changed',
    );
  });

  it('is the file behind a link, which stays a link', () => {
    const place = new Workplace({ 'real/a.json': CART });
    fs.symlinkSync('real/a.json', join(place.path, 'link.json'));
    place.run('tag', 'link.json', '--in-place');
    expect(fs.lstatSync(join(place.path, 'link.json')).isSymbolicLink()).toBe(true);
    expect(place.json('real/a.json').widgets[0].definition.title).toBe('Memory [k8s_deployment:cart]');
    expect(place.list('real')).toEqual(['a.json']);
  });

  it('is not in the place of a link to nothing', () => {
    const place = new Workplace({ 'in/a.json': CART, 'out/b.json': CART });
    fs.symlinkSync('gone.json', join(place.path, 'out/a.json'));
    const { code, stderr } = place.run('tag', 'in/a.json', '--out', 'out');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'out/a.json: can not be written: it is a link to gone.json, where nothing is. Make that file, or remove the ' +
        'link. Nothing has been written\n',
    });
    expect(fs.lstatSync(join(place.path, 'out/a.json')).isSymbolicLink()).toBe(true);
    expect(place.list('out')).toEqual(['a.json', 'b.json']);
  });

  it('keeps the mode of the file', () => {
    const place = new Workplace({ 'a.json': CART });
    fs.chmodSync(join(place.path, 'a.json'), 0o640);
    const { mode } = fs.statSync(join(place.path, 'a.json'));
    place.run('tag', 'a.json', '--in-place');
    expect(fs.statSync(join(place.path, 'a.json')).mode).toBe(mode);
  });
});
