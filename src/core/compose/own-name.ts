import { remembered } from '../../kit/memo.ts';
import type { DraftFields, Pick as DraftPick } from '../draft/draft.ts';
import { type Mention, mentionsOf } from '../naming/mentions.ts';
import type { PassageStretch } from '../union/union-text.ts';

/** How often a composition speaks of itself by the name of an agent that it is made of. */
export interface OwnMentions {
  readonly name: string;
  readonly count: number;
}

/** A composed body, as far as it matters here whose words stand where. */
interface WordedBody {
  readonly text: string;
  readonly parts: readonly {
    readonly pick: DraftPick;
    readonly start: number;
    readonly end: number;
    readonly stretches: readonly PassageStretch[];
  }[];
}

type NamedFields = Pick<DraftFields, 'name' | 'description'>;

/**
 * How often a composition speaks of itself by an older name: in the description, and in what an ingredient says of itself.
 * What one ingredient says of another is about somebody else. So is the name of a file.
 *
 * @returns By the names of the ingredients, those that stand nowhere left out; nothing while it has no name itself.
 */
export function ownMentions({ name, description }: NamedFields, body: WordedBody): readonly OwnMentions[] {
  return olderNames(name, body).flatMap((older) => {
    const count = mentionsInBody(body, older).length + mentionsIn(description, older).length;
    return count === 0 ? [] : [{ name: older, count }];
  });
}

/** The description and the prompt of a composition with its own name in place of the older ones. */
export function underOwnName(
  { name, description }: NamedFields,
  body: WordedBody,
): { readonly description: string; readonly text: string } {
  const names = olderNames(name, body);
  const own = name.trim();
  return {
    description: names.reduce((text, older) => replaced(text, mentionsIn(text, older), own), description),
    text: replaced(
      body.text,
      names.flatMap((older) => mentionsInBody(body, older)),
      own,
    ),
  };
}

function olderNames(name: string, body: WordedBody): readonly string[] {
  const own = name.trim().toLowerCase();
  return own === '' ? [] : [...ownStretches(body).keys()].filter((older) => older.toLowerCase() !== own);
}

function mentionsIn(text: string, name: string): readonly Mention[] {
  return mentionsOf({ text, bodyStart: 0 }, name).filter(({ form }) => form !== 'file');
}

function mentionsInBody(body: WordedBody, name: string): readonly Mention[] {
  const own = ownStretches(body).get(name) ?? [];
  return mentionsIn(body.text, name).filter(({ start }) => own.some((one) => one.start <= start && start < one.end));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where in a body stands what each ingredient says, by the name of that. */
const ownStretches = remembered((body: WordedBody): ReadonlyMap<string, readonly Stretch[]> => {
  const found = new Map<string, Stretch[]>();
  const put = (name: string, { start, end }: Stretch) => {
    const others = found.get(name);
    if (others) others.push({ start, end });
    else found.set(name, [{ start, end }]);
  };
  for (const part of body.parts) {
    const { pick, stretches } = part;
    if (pick.kind === 'section') put(pick.agent, part);
    // Of what was edited as a whole nobody knows whose words they are.
    else if (pick.edited !== null) for (const agent of new Set(pick.passages.map((one) => one.agent))) put(agent, part);
    else for (const one of stretches) put(pick.passages[one.passage]?.agent ?? '', one);
  }
  return found;
});

function replaced(text: string, mentions: readonly Mention[], name: string): string {
  const inOrder = [...mentions].sort((a, b) => a.start - b.start);
  let result = '';
  let from = 0;
  for (const { start, end } of inOrder) {
    if (start < from) continue;
    result += text.slice(from, start) + name;
    from = end;
  }
  return result + text.slice(from);
}
