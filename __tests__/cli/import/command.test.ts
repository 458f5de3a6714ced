import { existsSync } from 'fs';
import { join } from 'path';
import { board, CHECKOUT, graph } from '../support/boards';
import { Workplace } from '../support/command';

let place: Workplace;
beforeEach(() => (place = new Workplace()));

describe('import', () => {
  it('writes a stack and keeps the dashboards beside it', () => {
    place.write('a.json', CHECKOUT);
    place.write('b.json', JSON.stringify({ ...board(graph('A', 'a{service:a}')), title: 'Checkout' }));
    expect(place.run('import', 'a.json', 'b.json', '--out', 'out/stack.ts').code).toBe(0);
    const stack = place.read('out/stack.ts');
    const ids = [...stack.matchAll(/fromFile\(this, '(\w+)', \{\s*path: join\(__dirname, '([^']+)'\)/g)];
    expect(ids).toHaveLength(2);
    expect(new Set(ids.map(([, id]) => id)).size).toBe(2);
    expect(ids.map(([, , path]) => place.read(join('out', path)))).toEqual([CHECKOUT, place.read('b.json')]);
  });

  it('writes nothing where one input is bad, or something is there already', () => {
    place.write('a.json', CHECKOUT);
    place.write('bad.json', '{}');
    expect(place.run('import', 'a.json', 'bad.json', '--out', 'out/stack.ts').code).toBe(1);
    expect(existsSync(join(place.path, 'out'))).toBe(false);
    place.write('stack.ts', 'mine');
    const { code, stderr } = place.run('import', 'a.json', '--out', 'stack.ts');
    expect(code).toBe(1);
    expect(stderr).toContain('--force');
    expect(place.read('stack.ts')).toBe('mine');
    expect(existsSync(join(place.path, 'dashboards'))).toBe(false);
    expect(place.run('import', 'a.json', '--out', 'stack.ts', '--force').code).toBe(0);
    expect(place.read('stack.ts')).toContain('RookoutDashboard.fromFile');
  });
});
