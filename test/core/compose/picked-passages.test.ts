import { expect, test } from 'vitest';
import { composeBody } from '../../../src/core/compose/compose.ts';
import { passageInFile, pickedPassages } from '../../../src/core/compose/picked-passages.ts';
import { pickOf, pickOfBody } from '../../../src/core/draft/draft.ts';
import { flattenSections } from '../../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { aDefinition } from '../../support/a-definition.ts';

const BODIES = [
  '# Anvil\n\nYou forge.\n\n## Rules\n\n* Be kind\n* Be fast\n  1. First\n  2. Second\n\n**Tone:**\n- Calm\n\nNo more.\n',
  '<rules>\nBe kind.\n\n- One\n- Two\n</rules>\n\nAnd this.\n',
  'You do:\n\n1. **Plan**: think\n   - twice\n2. **Do**: act\n   Now.\n\n   Or later.\n3. **Rest**\n',
  '\r\n## One\r\n\r\nWords\r\nrun on.\r\n\r\n---\r\n\r\n```\r\n- no item\r\n```\r\n- item\r\n',
];

const definitions = BODIES.map((body, at) => aDefinition({ name: `a${at}`, body }));
const picks = definitions.flatMap((definition) => [
  { definition, pick: pickOfBody(definition) },
  ...flattenSections(sectionsOf(definition)).map((section) => ({ definition, pick: pickOf(definition, section) })),
]);

const words = (text: string) =>
  text
    .replace(/^\s*(?:#+|[-*]|\d+\.)\s+/, '')
    .replace(/[\s*]+/g, ' ')
    .trim();

test('each passage of what was taken whole is found in its file', () => {
  for (const { definition, pick } of picks) {
    for (const [at, { passage }] of pickedPassages(pick).entries()) {
      const inFile = passageInFile(pick, definition, at);
      expect(words(inFile?.text ?? '')).toContain(words(passage.text).split(' ')[0]);
    }
  }
});

test('no passage is found in a file that says something else now', () => {
  for (const { definition, pick } of picks)
    expect(passageInFile(pick, { ...definition, body: `${definition.body.replace(/\w+/, 'Else')}` }, 0)).toBeNull();
});

test('composing knows where each stands, also under another title or level, and with another number', () => {
  for (const { pick } of picks) {
    for (const arranged of [pick, { ...pick, title: 'Else' }, { ...pick, level: 3 }]) {
      const { text, parts } = composeBody([{ ...pick, title: '1. before', text: '9. before' }, arranged]);
      const part = parts.find((one) => one.pick === arranged);
      for (const { passage, start, end } of part?.stretches ?? []) {
        const said = pickedPassages(pick)[passage]?.passage;
        if (said === undefined || said.kind === 'title' || passage === 0) continue;
        expect(words(text.slice(start, end))).toContain(words(said.text));
      }
    }
  }
});
