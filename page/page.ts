import { changesElements } from './changes';
import { DATA } from './context';
import { dashboardElements } from './dashboard';
import { h } from './dom';
import { live } from './live';
import { readyForPrint } from './print';
import { redraw } from './seen';

const elements = 'dashboard' in DATA ? dashboardElements(DATA.dashboard) : changesElements(DATA.changes);
document.body.append(h('main', {}, elements));
if (DATA.live) live();
readyForPrint();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

// Who takes a picture of the page asks how high it is, which must be there when the page is loaded.
document.documentElement.dataset.height = String(document.documentElement.scrollHeight);
