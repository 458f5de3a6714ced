import { DATA } from './context';
import { dashboardElements } from './dashboard';
import { h } from './dom';
import { redraw } from './seen';

const elements = 'dashboard' in DATA ? dashboardElements(DATA.dashboard) : [];
document.body.append(h('main', {}, elements));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
