// The layout is the architecture: a stage imports the model and earlier stages, never later ones.
const STAGES = [
  'model',
  'words',
  'messages',
  'workbook',
  'read',
  'units',
  'tables',
  'notice',
  'clauses',
  'demands',
  'links',
  'tasks',
  'check',
  'sheets',
  'returned',
  'revise',
  'collect',
  'page',
  'write',
  'publish',
  'disk',
];

/** Rooms without an index: their files are the types, the vocabulary, the one door to workbooks. */
const OPEN = ['model', 'words', 'workbook'];

const laterThan = (stage) => STAGES.slice(STAGES.indexOf(stage) + 1);

module.exports = {
  forbidden: [
    ...STAGES.slice(0, -1).map((stage) => ({
      name: `${stage}-before-${laterThan(stage)[0]}`,
      comment: `${stage}/ comes before ${laterThan(stage).join(', ')}`,
      severity: 'error',
      from: { path: `^src/${stage}/` },
      to: { path: `^src/(${laterThan(stage).join('|')})/` },
    })),
    {
      name: 'stages-know-no-face',
      comment: 'What stands around the stages uses them, not the other way round.',
      severity: 'error',
      from: { path: `^src/(${STAGES.join('|')})/` },
      to: { path: '^src/(app/|cli/|(?:index|node|parse)\\.ts)' },
    },
    {
      name: 'cli-uses-the-library',
      comment: 'The command line uses nothing that the library does not offer, in Node.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/', pathNot: '^src/(cli/|(?:index|node)\\.ts$)' },
    },
    {
      name: 'words-at-the-edge',
      comment:
        'Only what prints puts a diagnostic into words. (A revision still keeps where a row stands as words.)',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(messages|write|publish|disk|cli|revise)/|^src/index\\.ts$' },
      to: { path: '^src/messages/' },
    },
    {
      name: 'stage-by-its-index',
      comment: 'A stage is used through its index, but for the open rooms.',
      severity: 'error',
      from: { path: '^src/(?!app/)([^/]+)/' },
      to: { path: `^src/(?!(?:${OPEN.join('|')})/)[^/]+/`, pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'pure-core',
      comment:
        'Only disk/ and the command line use what Node has and browsers have not: files, processes, the terminal.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(disk|cli)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'disk-in-node-only',
      comment: 'What the library offers everywhere knows no disk.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/disk/' },
    },
    {
      name: 'page-program-alone',
      comment:
        'What runs in the browser takes along nothing but the model, its neighbours and the view library.',
      severity: 'error',
      from: { path: '^src/write/html/client/' },
      to: { path: '.', pathNot: ['^src/model/', '^src/write/html/', '/preact/'] },
    },
    {
      name: 'app-uses-the-library',
      comment:
        'The tool in a browser uses nothing that the library does not offer there, but for views of the page.',
      severity: 'error',
      from: { path: '^src/app/', pathNot: '^src/app/client/' },
      to: { path: '^src/', pathNot: '^src/(app/|model/|index\\.ts$|write/html/)' },
    },
    {
      name: 'app-program-alone',
      comment: 'What draws the tool takes along what it shows and its views; the library runs in the worker.',
      severity: 'error',
      from: { path: '^src/app/client/' },
      to: { path: '.', pathNot: ['^src/app/', '^src/model/', '^src/write/html/', '/preact/', '/fflate/'] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: '^src/' },
      // What only the command line uses is bundled into it, docx into the library, too; neither need be installed beside it.
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(?:@modelcontextprotocol|docx)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
