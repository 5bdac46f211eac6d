import { expect, test } from 'vitest';
import { configurationPage } from '../../src/cli/config/configuration-page.ts';

/** `npm run docs` writes the page anew when the keys have changed. */
test('docs/configuration.md tells every setting', async () => {
  await expect(configurationPage()).toMatchFileSnapshot('../../docs/configuration.md');
});
