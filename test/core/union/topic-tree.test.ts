import { expect, test } from 'vitest';
import { flattenSections } from '../../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { spokenSections } from '../../../src/core/union/topic-tree.ts';
import { aDefinition } from '../../support/a-definition.ts';

const ONE = aDefinition({
  body: 'You forge.\n\n# Smith\n\nHello.\n\n## Fire\n\n### Coal\n\nDry.\n\n## Anvil\n\nCold.\n',
});

test.each([
  ['the text before all sections', 'preamble', ['preamble']],
  ['the title over the whole document', 'smith', ['smith']],
  ['any other section with what is inside it', 'smith/fire', ['smith/fire', 'smith/fire/coal']],
])('%s speaks for itself', (_, id, expected) => {
  const section = flattenSections(sectionsOf(ONE)).find((one) => one.id === id);
  expect(section && spokenSections(ONE, section).map((one) => one.id)).toEqual(expected);
});
