/**
 * Imports point one way (docs/architecture.md): for each folder, the folders it may know. What is not listed is an error.
 */
const mayKnow = {
  domain: [],
  contract: ['domain'],
  store: ['domain'],
  texts: ['domain'],
  letters: ['texts', 'domain'],
  functions: ['domain', 'contract', 'store', 'texts', 'letters'],
  portal: ['domain', 'contract', 'texts'],
  local: [],
  // The store tells how listings follow from logs: an auditor's replay must be by the same words.
  cli: ['domain', 'contract', 'texts', 'store'],
  rehearsal: ['domain', 'contract', 'texts'],
};

const forbidden = Object.entries(mayKnow).map(([folder, known]) => ({
  name: `${folder}-knows-only-${known.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: {
    pathNot: [`^(${[folder, ...known].join('|')})/`, '^node_modules/', '^node:', '^aws-lambda$'],
    dependencyTypesNot: ['core'],
  },
}));

export default {
  forbidden: [
    ...forbidden,
    {
      name: 'infra-knows-only-names',
      comment: 'The stack is made of the names of functions and routes; it never runs the product’s code.',
      severity: 'error',
      from: { path: '^infra/' },
      to: {
        pathNot: ['^infra/', '^contract/routes\\.ts$', '^node_modules/'],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'domain-without-the-world',
      comment: 'No I/O and no AWS in the domain: of Node only hashing, of npm only what is pure.',
      severity: 'error',
      from: { path: '^domain/' },
      to: {
        path: [
          '^node_modules/(@aws|@smithy|@middy)',
          '^(node:)?(fs|http|https|net|child_process|worker_threads|os|timers)',
        ],
      },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|dist|coverage|\\.local)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
