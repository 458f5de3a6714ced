/** Jest calls each file of a setup once, whichever project names it: so that the next major version has its own. */
export { default } from './providers';
