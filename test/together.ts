/**
 * Folders whose tests leave nothing behind in the process: no database, no port, nothing put in the place of a module. They
 * share what they import, which for the engine takes longer to load than most of them take.
 */
export const together: readonly string[] = [
  'adversary',
  'architecture',
  'audit',
  'cases',
  'compile',
  'diagnostics',
  'edits',
  'faults',
  'methods',
  'properties',
  'read',
  'rollup',
  'schemas',
  'scores',
  'second-opinion',
  'source',
  'texts',
  'verify',
];
