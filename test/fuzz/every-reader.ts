import { edited, textField } from '../../src/app/model/text-field.ts';
import { columnPage } from '../../src/cli/compare/column-page.ts';
import { markdownPage } from '../../src/cli/compare/markdown-page.ts';
import { definitionPage } from '../../src/cli/definition-page.ts';
import { composeFile } from '../../src/core/compose/compose.ts';
import type { AgentDefinition, Source } from '../../src/core/definition/agent-definition.ts';
import { EMPTY_DRAFT, pickOfBody } from '../../src/core/draft/draft.ts';
import { convertDefinition } from '../../src/core/formats/converting/convert-definition.ts';
import { HARNESSES } from '../../src/core/formats/harnesses/harnesses.ts';
import { buildLibrary } from '../../src/core/library/library-builder.ts';
import { fixDefinition } from '../../src/core/lint/fix-definition.ts';
import { lintDefinition } from '../../src/core/lint/lint-definition.ts';
import { mergeThreeWays } from '../../src/core/merging/three-way.ts';
import { readPassage } from '../../src/core/passages/read-passage.ts';
import { relationOf } from '../../src/core/passages/relation.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import { differingWords, withWordsIn, wordsOnLines } from '../../src/core/rendering/differing-words.ts';
import { inlineSpans } from '../../src/core/rendering/markdown-inline.ts';
import { markdownLines, sourceLines } from '../../src/core/rendering/markdown-lines.ts';
import { lineDifference } from '../../src/core/rendering/text-difference.ts';
import { completeQuery } from '../../src/core/search/query/complete-query.ts';
import { resolveReference, splitPick } from '../../src/core/search/reference.ts';
import { createSearch } from '../../src/core/search/search.ts';
import { asHeading, retitled } from '../../src/core/sections/section-marker.ts';
import { flattenSections } from '../../src/core/sections/section-text.ts';
import { sectionsOf } from '../../src/core/sections/sections-of.ts';
import { uniteAll } from '../../src/core/settling/unite-all.ts';
import { alignTopics } from '../../src/core/topics/align-topics.ts';
import { findTwins } from '../../src/core/twins/find-twins.ts';
import { topicTrees } from '../../src/core/union/topic-tree.ts';
import { finish } from '../../src/kit/run-steps.ts';
import { visibleText } from '../../src/text/visible-text.ts';
import { wrapSpans } from '../../src/text/wrap-spans.ts';

const SOURCE: Source = { id: 's', scope: 'added', folder: '/s', format: 'claude' };

/** A definition and another of the same author that says nearly the same, and a text of one line from them. */
export interface Given {
  readonly files: readonly [string, string];
  readonly line: string;
}

/** What has been read of them, for those that work with what others read. */
export interface Read extends Given {
  readonly definitions: readonly AgentDefinition[];
}

const PLAIN = { paint: (_: string, text: string) => text, link: (_: string, text: string) => text };

/** All that reads what strangers write, by name. */
export const READERS: Readonly<Record<string, (read: Read) => unknown>> = {
  sections: ({ definitions }) => definitions.map(sectionsOf),
  toml: ({ files }) => parseDefinition(`developer_instructions = '''${files[0]}'''`, '/s/a.toml'),
  lint: ({ definitions }) => definitions.map(lintDefinition),
  fix: ({ files }) => fixDefinition(files[0], '/s/a.md'),
  show: ({ definitions }) =>
    definitions.map((one) => definitionPage(one, one.body, { shown: (path) => path, columns: 60 }, PLAIN)),
  markdown: ({ definitions }) => definitions.map(({ body }) => markdownLines(body, 60)),
  source: ({ definitions }) => definitions.map(({ body }) => sourceLines(body, 60)),
  inline: ({ line }) => wrapSpans(inlineSpans(visibleText(line)), 60),
  export: ({ definitions: [one] }) => one && HARNESSES.map(({ id }) => convertDefinition(one, id)),
  passages: ({ files, line }) => {
    const [one, other, third] = [...files, line].map(readPassage);
    return one && other && third && [relationOf(one, other), relationOf(one, third)];
  },
  search: ({ definitions, line }) => {
    const search = createSearch(definitions);
    return [line, `body:"${line}"`, `model:${line}`, `"${line}`].map((query) => {
      finish(search.work(query));
      return [search.search(query), completeQuery(query, search.values, [], () => 'a name')];
    });
  },
  reference: ({ definitions, line }) => [resolveReference(definitions, line), splitPick(line)],
  twins: ({ definitions }) => findTwins(definitions),
  compare: ({ definitions }) => {
    const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
    const comparison = { definitions, topics };
    return [columnPage(comparison, 120, String), markdownPage(comparison, String)];
  },
  union: ({ definitions }) => {
    const topics = alignTopics(definitions.map((definition) => ({ definition, sections: sectionsOf(definition) })));
    const picks = uniteAll(topicTrees(topics, definitions), definitions);
    return composeFile({ ...EMPTY_DRAFT, picks, fields: { ...EMPTY_DRAFT.fields, name: 'n', description: 'd' } });
  },
  compose: ({ definitions, line }) =>
    composeFile({
      ...EMPTY_DRAFT,
      picks: definitions.map(pickOfBody),
      fields: { ...EMPTY_DRAFT.fields, name: line, description: line },
    }),
  titles: ({ definitions }) =>
    definitions.flatMap((one) =>
      flattenSections(sectionsOf(one)).map((section) => [asHeading(section, 3), retitled(section, 'Other')]),
    ),
  recompose: ({ files: [one, other] }) => mergeThreeWays(one, other, `${one}\nmore`),
  differences: ({ files: [one, other] }) => {
    const [before, after] = [markdownLines(one, 60), markdownLines(other, 60)];
    const { removed, added } = differingWords(wordsOnLines(before), wordsOnLines(after));
    const marked = [withWordsIn(before, removed, 'removed-word'), withWordsIn(after, added, 'added-word')];
    return [lineDifference(one, other, 60), marked];
  },
  typing: ({ line }) => ['alt+b', 'ctrl+w', 'alt+f'].map((key) => edited(textField(line), key)),
};

/** What stands in every place of a definition that somebody reads. */
export function everywhere(text: string): Given {
  const line = text.replace(/[\r\n]+/g, ' ');
  const body = [
    `Begin ${line}`,
    `# ${line}`,
    text,
    `## Title ${line}`,
    `- ${line}`,
    `- **Bold ${line}**: ${line}`,
    `1. ${line}`,
    `**${line}:**`,
    `> ${line}`,
    `| ${line} | b |\n| --- | --- |\n| ${line} | ${line} |`,
    `[${line}](${line}) \`${line}\``,
    `\`\`\`js\n${text}\n\`\`\``,
    `<!-- ${line} -->`,
    `<role x="${line}">`,
    line,
    '</role>',
    `Do this ${line}:\n- one`,
  ].join('\n\n');
  const field = (key: string): string => `${key}: ${line}`;
  const head = [
    ...['name', 'description', 'model', 'tools', 'color', 'other'].map(field),
    `description: "${line}"`,
    line,
  ];
  const file = `---\n${head.join('\n')}\n---\n${body}\n`;
  return { files: [file, `${file}\n## One more\n\n- ${line} too\n`], line };
}

/** What has been read of two files. */
export function readOf(given: Given): Read {
  const files = given.files.map((text, at) => {
    const path = `/s/${at}.md`;
    return { parsed: parseDefinition(text, path), path, source: SOURCE };
  });
  return { ...given, definitions: buildLibrary(files, [SOURCE]).definitions };
}
