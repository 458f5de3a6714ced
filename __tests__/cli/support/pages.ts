import { PageData, PageModel } from '../../../lib/preview/model';
import { Workplace } from './command';

/** What the page in a file is told. */
export function dataOf(workplace: Workplace, file: string): PageData {
  const [, json] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(workplace.read(file))!;
  return JSON.parse(json);
}

/** The dashboard that the page in a file shows. */
export function modelOf(workplace: Workplace, file: string): PageModel {
  const data = dataOf(workplace, file);
  if (!('dashboard' in data)) throw new Error(`${file} shows no dashboard`);
  return data.dashboard;
}
