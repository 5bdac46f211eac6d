import { pickState, withoutPick, withPick, withUnion } from '../core/arrange-draft.ts';
import { type Draft, definitionsOf, type Pick, pickOf } from '../core/draft.ts';
import { sayingsOf } from '../core/union/sayings-of.ts';
import { topicTree, topicTrees } from '../core/union/topic-tree.ts';
import { unite } from '../core/union/unite.ts';
import { type Candidate, candidate, composeTopics, currentVersions } from './compose-topics.ts';
import type { Model, Notice } from './model.ts';

/** A draft with words on how it came to be. */
interface Change {
  readonly draft: Draft;
  readonly notice: Notice;
}

/** From no or one version of the topic to all of them, from all to their union, from the union to the one under the cursor. */
export function versionsTaken(model: Model): Change {
  const versions = currentVersions(model);
  const { present } = model.draft;
  if (versions.length === 0) return { draft: present, notice: plain('Nobody speaks of this') };
  const states = versions.map(({ definition, section }) => pickState(present, definition.id, section.id));
  if (states.includes('united')) return oneTaken(model, versions);
  if (states.includes('free') || versions.length === 1) return allTaken(present, versions);
  return united(model);
}

function allTaken(present: Draft, versions: readonly Candidate[]): Change {
  const draft = versions.reduce((all, { definition, section }) => withPick(all, pickOf(definition, section)), present);
  const words = versions.length === 1 ? 'The only version is taken' : `All ${versions.length} versions are taken`;
  return { draft, notice: good(words) };
}

function oneTaken(model: Model, versions: readonly Candidate[]): Change {
  const kept = candidate(model) ?? versions[0];
  const { present } = model.draft;
  if (!kept) return { draft: present, notice: plain('Nobody speaks of this') };
  const at = present.picks.findIndex((pick) => holdsAny(pick, versions));
  const rest = versions.reduce(
    (all, { definition, section }) => withoutPick(all, definition.id, section.id),
    present,
  ).picks;
  const before = rest.slice(0, Math.max(0, at));
  const picks = [...before, pickOf(kept.definition, kept.section), ...rest.slice(before.length)];
  return { draft: { ...present, picks }, notice: good(`Only the version of ${kept.definition.name} is taken`) };
}

function holdsAny(pick: Pick, versions: readonly Candidate[]): boolean {
  return (
    pick.kind === 'union' &&
    versions.some(({ definition, section }) =>
      pick.passages.some((passage) => passage.definition === definition.id && passage.section === section.id),
    )
  );
}

/** The versions of the topic under the cursor, with all that stands inside them, as one. */
function united(model: Model): Change {
  const { present } = model.draft;
  const { definitions, topics } = composeTopics(model);
  const tree = topicTree(topics, definitions, model.compose.row);
  if (!tree) return { draft: present, notice: plain('Nobody speaks of this') };
  const versions = currentVersions(model);
  const union = unite(tree, sayingsOf(present.picks.filter((pick) => !holdsAny(pick, versions))));
  const kept = union.passages.filter(({ state, kind }) => state === 'kept' && kind !== 'title').length;
  const gone = union.passages.filter(({ state, kind }) => state !== 'kept' && kind !== 'title').length;
  return {
    draft: withUnion(present, union),
    notice: good(`${unionWords(kept, gone)}${gone > 0 ? ' (x shows them)' : ''}`),
  };
}

/** Every topic as the union of its versions, in the order of the topics, in place of all that is picked of them. */
export function allUnited(model: Model): Change {
  const { present } = model.draft;
  const { definitions, topics } = composeTopics(model);
  const sayings = new Map();
  const unions = topicTrees(topics, definitions).map((tree) => unite(tree, sayings));
  const ids = new Set(definitions.map(({ id }) => id));
  const others = present.picks.filter((pick) => !definitionsOf(pick).some((id) => ids.has(id)));
  const passages = unions.flatMap((union) => union.passages).filter(({ kind }) => kind !== 'title');
  const kept = passages.filter(({ state }) => state === 'kept').length;
  const words = `All topics united: ${unionWords(kept, passages.length - kept)} (x shows the rest)`;
  return { draft: { ...present, picks: [...unions, ...others] }, notice: good(words) };
}

function unionWords(kept: number, gone: number): string {
  return `${kept === 1 ? '1 passage' : `${kept} passages`}, ${gone === 0 ? 'nothing left out' : `${gone} left out as said already`}`;
}

const plain = (text: string): Notice => ({ text, tone: 'plain' });
const good = (text: string): Notice => ({ text, tone: 'good' });
