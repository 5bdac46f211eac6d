import { expect, test } from 'vitest';
import { problemsPage } from '../../src/core/lint/problems-page.ts';

test('docs/problems.md explains every code', async () => {
  await expect(problemsPage()).toMatchFileSnapshot('../../docs/problems.md');
});
