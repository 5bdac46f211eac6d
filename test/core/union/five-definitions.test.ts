import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeBody, composeFile } from '../../../src/core/compose/compose.ts';
import { ledgerOf } from '../../../src/core/compose/ledger.ts';
import { INHERIT } from '../../../src/core/definition/tools.ts';
import { buildLibrary } from '../../../src/core/library/library-builder.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { uniteAll } from '../../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { passageKeyText } from '../../../src/core/union/passage-key.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { aDraft } from '../../support/a-draft.ts';

// Five published definitions of backend architects, where they lie beside the repository; else five of our own.
const PUBLISHED = join(import.meta.dirname, '../../../../shared/seeds');
const FOLDER = existsSync(PUBLISHED) ? PUBLISHED : join(import.meta.dirname, '../../../agents');

const SOURCE = { id: 's', scope: 'added', folder: FOLDER, format: 'claude' } as const;
const { definitions } = buildLibrary(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .slice(0, 5)
    .map((name) => join(FOLDER, name))
    .map((path) => ({ parsed: parseDefinition(readFileSync(path, 'utf8'), path), path, source: SOURCE })),
  [SOURCE],
);

function unionOfAll() {
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  return uniteAll(topicTrees(topics, definitions), definitions);
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^[\s>#*+-]*(?:\d+[.)])?/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('the union of five definitions', () => {
  const picks = unionOfAll();
  const body = composeBody(picks);
  const ledger = ledgerOf(definitions, picks, body);

  test('accounts for every title, item and text', () => {
    const counts = [...ledger.counts.values()];
    for (const { kept, merged, redundant, dropped, total } of counts) {
      expect(kept + merged + redundant + dropped).toBe(total);
    }
    expect(counts.every(({ total }) => total > 10)).toBe(true);
  });

  test('leaves out nothing but introductions and whole blocks', () => {
    const blocks = new Set(
      picks.flatMap(({ passages }) => passages.filter(({ block }) => block !== undefined).map(passageKeyText)),
    );
    const lost = ledger.entries.filter(({ state }) => state === 'dropped');
    const single = lost.filter(
      ({ definition, passage }) => !blocks.has(passageKeyText({ definition: definition.id, ...passage })),
    );
    expect(single.filter(({ passage }) => passage.kind === 'item')).toEqual([]);
    expect(lost.length).toBeLessThan(ledger.entries.length / 4);
  });

  test('has every distinct item once', () => {
    const lines = body.text.split('\n').map(plain);
    const items = ledger.entries.filter(({ passage, state }) => passage.kind === 'item' && state === 'kept');
    expect(items.length).toBeGreaterThan(30);
    for (const { passage } of items) {
      const first = plain(passage.text.split('\n', 1)[0] ?? '');
      expect(lines.filter((line) => line === first)).toHaveLength(1);
    }
  });

  test('is a definition that reads back as it was written', () => {
    const fields = { name: 'backend-of-five', description: 'Use it', model: '', tools: INHERIT, color: '' };
    const text = composeFile(aDraft({ picks, fields }));
    expect(parseDefinition(text, '/p/x.md')).toMatchObject({
      ...{ name: 'backend-of-five' },
      repairs: [],
      diagnostics: [],
    });
  });

  test('comes out the same twice', () => {
    expect(composeBody(unionOfAll()).text).toBe(body.text);
  });
});
