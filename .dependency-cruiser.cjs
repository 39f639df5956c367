/**
 * Who may import whom. `tests/architecture.test.ts` fails when the code disagrees;
 * `npx depcruise src extract cli viz` tells the same on the command line.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

const STAGE = '^extract/(read|speakers|interviews|mentions|link|claims)(?:/|[.]ts$)'
const PACKAGE = '(?:^|/)node_modules/'
const DATA = '^(?:data/|package[.]json$)'

/** A rule that lets a folder import what is listed, and nothing else of ours. */
const only = (folder, allowed, comment) => ({
  name: `${folder}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${folder}/` },
  // What cannot be resolved has a rule of its own, and Node's own modules too.
  to: { pathNot: [...allowed, PACKAGE], dependencyTypesNot: ['core'], couldNotResolve: false },
})

module.exports = {
  forbidden: [
    only('src', ['^src/'], 'src says what a graph is, and leans on nothing else of ours.'),
    only('extract', ['^src/', '^extract/'], 'extract turns transcripts into claims; it leans on src alone.'),
    only('cli', ['^src/', '^extract/', '^cli/', DATA], 'The command uses src and extract, never the viewer.'),
    only('viz', ['^src/', '^extract/', '^viz/', DATA], 'The viewer uses src and extract, never the command.'),
    {
      name: 'stages-apart',
      comment: 'Stages never import each other: they share extract/types.ts and the helpers beside it.',
      severity: 'error',
      from: { path: STAGE },
      to: { path: STAGE, pathNot: '^extract/$1(?:/|[.]ts$)' },
    },
    {
      name: 'stages-through-index',
      comment: 'Only extract/index.ts names the stages, so that its imports read as the table of contents.',
      severity: 'error',
      from: { path: '^extract/', pathNot: [STAGE, '^extract/index[.]ts$'] },
      to: { path: STAGE },
    },
    {
      name: 'extract-by-its-doors',
      comment:
        'The command and the viewer extract through extract/index.ts. Reading is a door of its own: ' +
        'who only puts quotes back into a graph need not load what extraction needs.',
      severity: 'error',
      from: { path: '^(?:cli|viz)/' },
      to: { path: STAGE, pathNot: '^extract/read/index[.]ts$' },
    },
    {
      name: 'no-node-modules',
      comment: 'src and extract run in a browser too.',
      severity: 'error',
      from: { path: '^(?:src|extract|viz)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'Modules that import each other, even for a type, cannot be read one after the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unknown-modules',
      comment: 'Every import leads to a file, or to a package that package.json names.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-packages',
      comment:
        'What the product imports stands under "dependencies" in package.json. cli/bin.js alone may build ' +
        'the bundle in a checkout, where the development dependencies are.',
      severity: 'error',
      from: { path: '^(?:src|extract|cli|viz)/', pathNot: '^cli/bin[.]js$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: PACKAGE },
    // Imports of types count as much as imports of values.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
