/** The layer rule: each folder may import itself, the folders and packages named here, and nothing else. */
const LAYERS = {
  core: {
    folders: ['kit', 'text'],
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
  kit: { folders: [] },
  text: { folders: ['kit'], packages: ['string-width'] },
  ports: { folders: ['kit', 'text', 'core'] },
  usecases: { folders: ['kit', 'text', 'core', 'ports'] },
  adapters: { folders: ['kit', 'text', 'core', 'ports'], packages: ['conf'], node: '.' },
  app: { folders: ['kit', 'text', 'core', 'ports', 'usecases'] },
  cli: { folders: ['kit', 'text', 'core', 'ports', 'usecases'], packages: ['commander'], node: '^(node:)?util$' },
  ui: {
    folders: ['kit', 'text', 'core', 'ports', 'app'],
    packages: ['ink', 'react', 'ink-text-input'],
    node: '^(node:)?(events|process)$',
  },
};

const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];
const NOTHING = '(?!)';

const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to });

module.exports = {
  forbidden: [
    rule('no-cycles', '^src', { circular: true }, 'Two files that need each other are one file.'),
    rule('src-not-to-test', '^src', { path: '^test' }, 'The product does not know its tests.'),
    rule(
      'roots-are-the-top',
      '^src/.+/',
      { path: '^src/(main|start|tui)\\.ts' },
      'Only the composition roots see everything.',
    ),
    rule(
      'one-door-to-gray-matter',
      '^src/(?!core/reading/yaml\\.ts)',
      { path: 'node_modules/gray-matter' },
      'gray-matter runs JavaScript frontmatter unless told not to. One file tells it.',
    ),
    ...Object.entries(LAYERS).flatMap(([folder, { folders, packages = [], node = NOTHING }]) => {
      const from = `^src/${folder}/`;
      const modules = packages.length > 0 ? `node_modules/(@types/)?(${packages.join('|')})/` : NOTHING;
      return [
        rule(`${folder}-folders`, from, { path: '^src/', pathNot: `^src/(${[folder, ...folders].join('|')})/` }),
        rule(`${folder}-packages`, from, { dependencyTypes: NPM, pathNot: modules }),
        rule(`${folder}-node`, from, { dependencyTypes: ['core'], pathNot: node }),
      ];
    }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
