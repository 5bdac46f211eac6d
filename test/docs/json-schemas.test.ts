import { expect, test } from 'vitest';
import { DESCRIBED, jsonSchema } from '../../src/cli/schemas/json-schemas.ts';

/** `npm run docs` writes the files anew when a schema has changed. */
test.each(DESCRIBED)('docs/json has the schema of %s', async (command) => {
  const text = `${JSON.stringify(jsonSchema(command), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`../../docs/json/${command}.json`);
});
