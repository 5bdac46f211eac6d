/**
 * The floors of the house, the lowest first. A room (a folder of `src`) imports only rooms on lower floors, and rooms on
 * one floor do not know each other. `src/README.md` says what each room is.
 */
const FLOORS = [
  ['kit'],
  ['text', 'core/definition'],
  ['core/reading', 'core/writing', 'core/sections', 'core/tokens'],
  ['core/naming'],
  ['core/formats/harness'],
  ['core/formats/harnesses'],
  ['core/formats/loading'],
  ['core/formats/converting'],
  ['core/formats', 'core/draft', 'core/rendering'],
  ['core/library', 'core/lint', 'core/passages'],
  ['core/search/words'],
  ['core/search/query', 'core/search/index'],
  ['core/search/scoring'],
  ['core/search/filtering'],
  ['core/search', 'core/twins', 'core/merging'],
  ['core/topics', 'core/lineage', 'core/rivals'],
  ['core/union/grouping'],
  ['core/union'],
  ['core/settling'],
  ['core/compose', 'core/claims'],
  ['core/recipe'],
  ['api', 'ports', 'adapters/stopping', 'adapters/git'],
  ['usecases', 'adapters'],
  [
    'app/model',
    'cli',
    'adapters/kept',
    'adapters/compiled',
    'adapters/history',
    'adapters/machine',
    'adapters/harness',
  ],
  ['app/keys', 'adapters/first-frame', 'adapters/kept-library', 'adapters/sources'],
  ['app/browse', 'app/recompose'],
  ['app/compare', 'app/reader'],
  ['app/compose', 'app/find'],
  ['app/drafts'],
  ['app/save'],
  ['app/commands', 'app/tour'],
  ['app'],
  ['ui'],
];

/** Rooms that are wings of their own: on a lower floor, and not for these all the same. */
const NOT_FOR = { app: ['adapters', 'cli'], cli: ['adapters'], ui: ['adapters', 'cli', 'usecases'] };

/** What else a part of the house may use: packages, and parts of Node. */
const OUTSIDE = {
  '(kit|text|core|api)': {
    packages: [
      'gray-matter',
      'js-yaml',
      'smol-toml',
      'fuse\\.js',
      'string-width',
      'tokenx',
      'diff',
      'porter2',
      'munkres',
      'valibot',
      'node-diff3',
    ],
  },
  '(ports|usecases|app)': {},
  adapters: { packages: ['conf'], node: '.' },
  cli: { packages: ['commander'], node: '^(node:)?util$' },
  ui: { packages: ['ink', 'react', 'ink-text-input'], node: '^(node:)?(events|process)$' },
};

const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];
const NOTHING = '(?!)';

const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

const rooms = FLOORS.flatMap((names, index) => names.map((name) => ({ name, floor: index + 1 })));

/** The files of a room: those in its folder, but for the rooms inside it. */
function filesOf({ name }) {
  const inside = rooms
    .filter((room) => room.name.startsWith(`${name}/`))
    .map((room) => room.name.slice(name.length + 1));
  return inside.length === 0 ? `^src/${name}/` : `^src/${name}/(?!(${inside.join('|')})/)`;
}

/** One rule for each two rooms, so that a message names both. */
const upwards = rooms.flatMap((from) =>
  rooms
    .filter((to) => to !== from && to.floor >= from.floor)
    .map((to) => {
      const way = to.floor > from.floor ? `up from floor ${from.floor} to ${to.floor}` : `both on floor ${to.floor}`;
      return rule(`${from.name} must not import ${to.name} (${way})`, { path: filesOf(from) }, { path: filesOf(to) });
    }),
);

const wings = Object.entries(NOT_FOR).flatMap(([from, others]) =>
  others.map((to) => rule(`${from} must not import ${to}`, { path: `^src/${from}/` }, { path: `^src/${to}/` })),
);

const outside = Object.entries(OUTSIDE).flatMap(([part, { packages = [], node = NOTHING }]) => {
  const from = { path: `^src/${part}/` };
  const allowed = packages.length > 0 ? `node_modules/(@types/)?(${packages.join('|')})/` : NOTHING;
  return [
    rule(`${part} must not use this package`, from, { dependencyTypes: NPM, pathNot: allowed }),
    rule(`${part} must not use this part of Node`, from, { dependencyTypes: ['core'], pathNot: node }),
  ];
});

const inRoom = ['^src/[^/]+$', ...rooms.map(filesOf)];

module.exports = {
  forbidden: [
    rule('no cycles', { path: '^src' }, { circular: true }, 'Two files that need each other are one file.'),
    rule('src must not import test', { path: '^src' }, { path: '^test' }, 'The product does not know its tests.'),
    rule(
      'only roots import roots',
      { path: '^src/.+/' },
      { path: '^src/[^/]+$' },
      'Only the composition roots see everything.',
    ),
    rule('a file without a room imports', { path: '^src', pathNot: inRoom }, {}, 'FLOORS names the rooms.'),
    rule('a file without a room is imported', {}, { path: '^src', pathNot: inRoom }, 'FLOORS names the rooms.'),
    rule(
      'views must not import reducers',
      { path: '^src/ui/' },
      { path: '/update[a-z-]*\\.ts$' },
      'What a reducer and a view both need is a function of the room of the screen.',
    ),
    rule(
      'one door to gray-matter',
      { path: '^src/(?!core/reading/yaml\\.ts)' },
      { path: 'node_modules/gray-matter' },
      'gray-matter runs JavaScript frontmatter unless told not to. One file tells it.',
    ),
    ...upwards,
    ...wings,
    ...outside,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
