import { readFileSync } from 'fs';
import { join } from 'path';
import { Assets } from '../../preview/html';
import { packageDirectory } from '../version';

/** The script and the styles of pages, which are built from the folder `page`. */
export function readAssets(): Assets {
  const read = (name: string) => readFileSync(join(packageDirectory(), 'dist', 'page', name), 'utf8');
  return { script: read('page.js'), style: read('page.css') };
}
