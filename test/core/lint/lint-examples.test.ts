import { describe, expect, test } from 'vitest';
import { LINT_EXAMPLES, type LintExample } from '../../../src/core/lint/lint-examples.ts';
import { linted } from '../../support/linted.ts';

const examples = Object.entries<LintExample>(LINT_EXAMPLES).filter(([, { isOfFiles }]) => !isOfFiles);
const codesIn = (text: string, format: LintExample['format']) =>
  linted(text, format).map((found) => found.replace(/^.* /, ''));

describe('LINT_EXAMPLES', () => {
  test.each(examples)('%s is found in its bad example', (code, { bad, format }) => {
    expect(codesIn(bad, format)).toContain(code);
  });

  test.each(examples)('%s has a good example in which nothing is found but what runs', (code, { good, format }) => {
    expect(codesIn(good, format)).toEqual([]);
    expect(code).toBeTruthy();
  });
});
