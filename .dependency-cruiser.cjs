/** The rooms of lib from the outside in: each may use those behind it, and none of those before. */
const OUTSIDE = ['constructs', 'cli', 'preview'];
const INSIDE = ['datadog', 'rookout', 'hcl', 'terraform', 'json'];

const room = (name) => `^lib/${name}/`;
const anyOf = (names) => `^lib/(${names.join('|')})/`;

/** What runs both in Node and in the browser. */
const SHARED_WITH_PAGES = '^lib/preview/shared/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...OUTSIDE.map((name) => ({
      name: `${name}-stands-alone`,
      comment: 'The outermost rooms do not use each other, but for the command, which writes previews.',
      severity: 'error',
      from: { path: room(name) },
      to: {
        path: [anyOf(OUTSIDE), '^lib/index'],
        pathNot: [room(name), ...(name === 'cli' ? [room('preview')] : [])],
      },
    })),
    ...INSIDE.map((name, index) => ({
      name: `${name}-uses-only-inner-rooms`,
      comment:
        'The arrows run one way: constructs, cli, preview → datadog → rookout → hcl → terraform → json → bad-input.',
      severity: 'error',
      from: { path: room(name) },
      to: { path: '^lib/', pathNot: ['^lib/bad-input\\.ts$', anyOf(INSIDE.slice(index))] },
    })),
    {
      name: 'bad-input-uses-nothing',
      severity: 'error',
      from: { path: '^lib/bad-input\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'only-constructs-know-cdktf',
      severity: 'error',
      from: { path: '^lib/', pathNot: room('constructs') },
      to: { path: 'node_modules/(@?cdkt[fn]|constructs)/' },
    },
    {
      name: 'pages-know-their-model',
      comment:
        'What runs in the browser takes plain data, and of the library only types and what is shared with pages.',
      severity: 'error',
      from: { path: '^page/' },
      to: { path: '^lib/', pathNot: SHARED_WITH_PAGES, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-with-pages-uses-nothing',
      severity: 'error',
      from: { path: SHARED_WITH_PAGES },
      to: { path: '.' },
    },
    {
      name: 'no-whole-bindings',
      comment:
        'The index of the bindings and the typed dashboard cost seconds to load: import lib/dashboard-json.',
      severity: 'error',
      from: { path: '^(lib/|main\\.ts|examples/)' },
      to: { path: 'node_modules/@cdkt[fn]/provider-datadog/lib/(index|dashboard/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
