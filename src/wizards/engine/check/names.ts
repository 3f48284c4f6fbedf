/**
 * Every check by name, in the order an author meets them. Each has a page in `docs/checks/` with a
 * bad and a mended example, and a fixture with its wording.
 */
export const CHECK_NAMES = [
  // the text and its shape
  'yaml',
  'shape',
  'file-name',
  // ids and codes
  'id-form',
  'id-repeated',
  'id-reserved',
  'code-form',
  'code-repeated',
  'code-reserved',
  'code-reused',
  'code-dropped',
  // what points at something
  'unknown-id',
  'dead-link',
  'later-fact',
  'wrong-test',
  'test-of-everything',
  'bounds',
  'division-by-zero',
  'score',
  'unused',
  // every way of answering
  'never-reached',
  'always-true',
  'dead-part',
  'not-on-absent',
  'rule-shadowed',
  'otherwise-never-used',
  'gap',
  'overlap',
  'too-many-situations',
  // contents
  'source-missing',
  'fact-in-title',
  'review-order',
  'review-passed',
  // cases and published links
  'persona-answer',
  'persona-open',
  'persona-result',
  'no-persona',
  'migration',
  'link-changed',
  'link-lost',
] as const;

export type CheckName = (typeof CHECK_NAMES)[number];
