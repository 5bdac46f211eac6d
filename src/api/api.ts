// What other programs import: `import { compose, findTopics, lint, readAgent } from 'agents-workbench'`. It is built with
// neither a terminal nor parts of Node, and is promised by docs/versions.md.

import { toolsJson } from '../core/definition/tools.ts';
import type { Pick } from '../core/draft/draft.ts';
import { lintDefinition } from '../core/lint/lint-definition.ts';
import { sectionsOf } from '../core/sections/sections-of.ts';
import { uniteAll } from '../core/settling/unite-all.ts';
import { alignTopics } from '../core/topics/align-topics.ts';
import { tooMuchToCompare } from '../core/topics/comparison-size.ts';
import { wholeTopicItems } from '../core/topics/topic-items.ts';
import { sectionsIn, wholeTopics } from '../core/topics/whole-topics.ts';
import { topicTrees } from '../core/union/topic-tree.ts';
import { compositionOf } from './composition-of.ts';
import { definitionOf, definitionsOf } from './definitions-of.ts';
import { namedPick } from './named-pick.ts';
import type { Agent, Composition, Diagnostic, Fields, Merge, Part, Topic } from './types.ts';

export type * from './types.ts';

const FEWEST = 2;
const MOST = 8;

/**
 * Read the text of one file as an agent. Whatever is missing or broken is inferred or repaired, and said so; nothing in
 * it is run.
 *
 * @param text The whole text; any string at all.
 * @param path Where it lies, or how it is called. It gives the name where the text states none, tells the harness as far
 *   as it can, and ends in `.toml` for a text that is read as such. Nothing is looked up there.
 * @returns What the text says. Never throws.
 */
export function readAgent(text: string, path = 'agent.md'): Agent {
  const definition = definitionOf({ text, path });
  const { kind, format, name, nameInferred, description, descriptionInferred } = definition;
  const { model, color, tools, frontmatter, body, bodyLine, repairs } = definition;
  return {
    text,
    path,
    kind,
    format,
    name,
    nameInferred,
    description,
    descriptionInferred,
    model,
    color,
    tools: toolsJson(tools),
    frontmatter,
    body,
    bodyLine,
    sections: sectionsOf(definition),
    repairs,
  };
}

/**
 * What is wrong or suspicious in an agent by itself, as its harness reads it, but for what its comments keep silent.
 *
 * @param agent As {@link readAgent} gave it. Only its text and its path are looked at.
 * @returns In the order of their places. Never throws.
 */
export function lint(agent: Agent): readonly Diagnostic[] {
  return lintDefinition(definitionOf(agent)).map(({ code, severity, message, line, column }) => ({
    code,
    severity,
    message,
    line,
    column,
  }));
}

/**
 * Line up the sections of several agents into topics: rows of what they say of the same thing. Each section stands in one
 * row, closing tags in none. Nothing but the texts decides; the same texts give the same rows, always.
 *
 * @param agents Two to eight, as {@link readAgent} gave them.
 * @returns The rows in reading order; the first agent reads from top to bottom as it is written.
 * @throws RangeError for fewer agents or more, and for more text than is lined up: 20,000 lines together.
 */
export function findTopics(agents: readonly Agent[]): readonly Topic[] {
  return wholeTopics(linedUp(agents).topics).map((rows) => {
    const [{ title, depth, similarity, cells }] = rows;
    return {
      title,
      depth,
      sections: cells.map((_, column) => sectionsIn(rows, column)),
      similarity,
      items: wholeTopicItems(rows).map(({ text, kind, in: columns, wordings, differs }) => ({
        text,
        kind,
        agents: columns,
        wordings,
        ...(differs && {
          differs: { kind: differs.kind, words: [differs.one, differs.other], agents: differs.columns },
        }),
      })),
    };
  });
}

/**
 * Make a new agent out of parts of others, one under the other as they are given, or out of whole agents, topic by topic
 * with every passage once. Nothing is written: that is up to the caller, where `problem` is `null`.
 *
 * @param from Parts in their order, or what is to be merged.
 * @param fields What the frontmatter says.
 * @returns The file, and what became of what it is made from. What is wrong with the fields stands in `problem`.
 * @throws RangeError for a part that its agent does not have, or of which there are several, and for a merge of fewer
 *   agents, of more, or of more text than {@link findTopics} takes.
 */
export function compose(from: readonly Part[] | Merge, fields: Fields): Composition {
  if ('merge' in from) {
    const { definitions, topics } = linedUp(from.merge);
    return compositionOf(uniteAll(topicTrees(topics, definitions), definitions, from.conflicts), definitions, fields);
  }
  const agents = [...new Set(from.map(({ agent }) => agent))];
  const definitions = definitionsOf(agents);
  const picks = from.map(({ agent, section = '*' }): Pick => {
    const definition = definitions[agents.indexOf(agent)];
    const pick = definition && namedPick(definition, section);
    if (pick) return pick;
    throw new RangeError(`${JSON.stringify(agent.name)} has no part ${JSON.stringify(section)}, or several`);
  });
  return compositionOf(picks, definitions, fields);
}

function linedUp(agents: readonly Agent[]) {
  if (agents.length < FEWEST || agents.length > MOST)
    throw new RangeError(`${FEWEST} to ${MOST} agents are lined up, not ${agents.length}`);
  const definitions = definitionsOf(agents);
  const refusal = tooMuchToCompare(definitions);
  if (refusal !== null) throw new RangeError(refusal);
  const comparands = definitions.map((definition) => ({ definition, sections: sectionsOf(definition) }));
  return { definitions, topics: alignTopics(comparands) };
}
