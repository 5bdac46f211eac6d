import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeBody } from '../../../src/core/compose/compose.ts';
import type { Section } from '../../../src/core/definition/agent-definition.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';
import { isThematicBreak } from '../../../src/core/sections/line-shapes.ts';
import { flattenSections, wholeDocument } from '../../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../../src/core/sections/sections-of.ts';
import { uniteAll } from '../../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../../src/core/topics/align-topics.ts';
import { topicTrees } from '../../../src/core/union/topic-tree.ts';
import { aDefinition } from '../../support/a-definition.ts';

/** A body united with its own copy, or the lines it has itself, as far as they are to be the same. */
function unitedWithCopy(body: string): { readonly united: readonly string[]; readonly own: readonly string[] } {
  const definitions = ['one', 'copy'].map((name) => aDefinition({ name, body }));
  const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
  const text = composeBody(uniteAll(topicTrees(topics, definitions), definitions)).text;
  const [one] = definitions;
  const over = one && wholeDocument(sectionsOf(one));
  const title = over?.kind === 'heading' ? bare(over.raw.trim().split('\n', 1)[0] ?? '') : null;
  const own = saidLines(body);
  const at = title === null ? -1 : own.indexOf(title);
  // In a union tags are headings, in words.
  const tags = new Set(one ? tagNames(sectionsOf(one)).map(wordsOf) : []);
  const isOfTag = (line: string) => tags.has(wordsOf(line));
  const united = saidLines(text).filter((line) => !isOfTag(line));
  return { united, own: own.filter((line, index) => index !== at && !isOfTag(line)) };
}

function wordsOf(name: string): string {
  return name.replace(/[_-]+/g, ' ').trim().toLowerCase();
}

function tagNames(sections: readonly Section[]): readonly string[] {
  return flattenSections(sections).flatMap(({ kind, title }) => (kind === 'tag' ? [title] : []));
}

/** Apart from heading levels, kinds of bullets and blank lines; a rule across the page says nothing. */
function saidLines(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '' && !isThematicBreak(line.trim()) && !/^<\/?[^<>]*>$/.test(line.trim()))
    .map(bare);
}

function bare(line: string): string {
  return line
    .trim()
    .replace(/^#+\s+(?:\*\*([^*]+)\*\*[:：]?$)?/, '$1')
    .replace(/[:：]$/, '')
    .replace(/^(?:[-*+•◦▪‣●]|\d+[.)])\s+/u, '');
}

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus');
const OWN = join(import.meta.dirname, '../../../agents');
/** More than these take minutes. */
const FILES = 60;

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

describe('a definition united with its own copy says the same, line by line', () => {
  test.each(filesIn(OWN))('%s', (path) => {
    const { united, own } = unitedWithCopy(parseDefinition(readFileSync(path, 'utf8'), path).body);
    expect(united).toEqual(own);
  });

  test.runIf(existsSync(CORPUS))('those that are published', () => {
    const files = filesIn(CORPUS);
    const chosen = files.filter((_, at) => at % Math.ceil(files.length / FILES) === 0);
    const other = chosen.filter((path) => {
      const { united, own } = unitedWithCopy(parseDefinition(readFileSync(path, 'utf8'), path).body);
      return united.join('\n') !== own.join('\n');
    });
    expect(other).toEqual([]);
  });
});
