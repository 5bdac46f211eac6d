import { SEVERITY_WORDS } from '../../definition/diagnostic.ts';
import { LINT_CODES } from '../../lint/lint-codes.ts';
import { SEVERITIES } from '../../lint/lint-definition.ts';
import { NONE } from './definition-facets.ts';

const CODES = Object.keys(LINT_CODES);

/** What can be asked for of problems, the most useful first. */
export const PROBLEM_VALUES: readonly string[] = [
  ...SEVERITIES.map((severity) => SEVERITY_WORDS[severity]),
  NONE,
  ...CODES.map((code) => code.slice(code.indexOf('/') + 1)),
  ...CODES,
];
