/** Draws the rooms of `lib`, and the imports between them, into `docs/rooms.svg`. */
import { instance } from '@viz-js/viz';
import { execFileSync } from 'child_process';
import { writeFileSync } from 'fs';
import { join } from 'path';

const PICTURE = join(__dirname, '..', 'docs', 'rooms.svg');

interface Module {
  readonly source: string;
  readonly dependencies: readonly { readonly resolved: string }[];
}

function modulesOfLib(): readonly Module[] {
  const args = ['lib', '--output-type', 'json'];
  const shell = process.platform === 'win32';
  const json = execFileSync('depcruise', args, { encoding: 'utf8', maxBuffer: 2 ** 26, shell });
  return JSON.parse(json).modules.filter(({ source }: Module) => isInRoom(source));
}

function isInRoom(path: string): boolean {
  return /^lib\/[^/]+\//.test(path);
}

function roomOf(path: string): string {
  return path.split('/')[1];
}

/** Each room, with the rooms that it imports from. */
function usesOf(modules: readonly Module[]): Map<string, Set<string>> {
  const uses = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const room = roomOf(source);
    const used = uses.get(room) ?? new Set();
    uses.set(room, used);
    for (const { resolved } of dependencies) {
      if (isInRoom(resolved) && roomOf(resolved) !== room) used.add(roomOf(resolved));
    }
  }
  return uses;
}

/** The arrows to draw. An arrow is left out if other arrows lead from the one room to the other. */
function arrowsOf(uses: Map<string, Set<string>>): [from: string, to: string][] {
  const reaches = (from: string, to: string): boolean =>
    [...uses.get(from)!].some((next) => next === to || reaches(next, to));
  return [...uses].flatMap(([from, used]) =>
    [...used]
      .filter((to) => ![...used].some((other) => other !== to && reaches(other, to)))
      .map((to): [string, string] => [from, to]),
  );
}

/** The folders of a room, for its box. */
function foldersOf(room: string, modules: readonly Module[]): string[] {
  const folders = modules.map(({ source }) => source.split('/')).filter((path) => path[1] === room);
  return [...new Set(folders.filter(({ length }) => length > 3).map((path) => path[2]))].sort();
}

async function draw(): Promise<void> {
  const modules = modulesOfLib();
  const uses = usesOf(modules);
  const boxes = [...uses.keys()].map((room) => {
    const lines = [room, foldersOf(room, modules).join(' · ')].filter((line) => line !== '');
    return `  ${room} [label="${lines.join('\\n')}"]`;
  });
  const arrows = arrowsOf(uses).map(([from, to]) => `  ${from} -> ${to}`);
  // The wide margin leaves room for fonts that are wider than Helvetica.
  const look = 'shape=box style="rounded,filled" fillcolor="#f3f0fe" color="#6915f0" margin="0.4,0.1"';
  const viz = await instance();
  const graph = `digraph {\n  node [${look} fontname="Helvetica,Arial,sans-serif"]\n${[...boxes, ...arrows].sort().join('\n')}\n}`;
  writeFileSync(PICTURE, viz.renderString(graph, { format: 'svg' }));
}

void draw();
