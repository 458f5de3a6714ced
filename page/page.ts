import { changesElements } from './changes';
import { DATA } from './context';
import { dashboardElements } from './dashboard';
import { h } from './dom';
import { live } from './live';
import { readyForPrint } from './print';
import { FOR_PICTURE, redraw } from './seen';
import { takeTheme, themeButton } from './theme';

takeTheme();
if (FOR_PICTURE) document.documentElement.classList.add('picture');
if ('dashboard' in DATA) document.body.append(h('main', {}, dashboardElements(DATA.dashboard)));
else if ('changes' in DATA) document.body.append(h('main', {}, changesElements(DATA.changes)));
else document.querySelector('h1')!.after(themeButton());
if (DATA.live) live();
readyForPrint();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

// Who takes a picture of the page asks how high it is, which must be there when the page is loaded.
document.documentElement.dataset.height = String(document.documentElement.scrollHeight);
