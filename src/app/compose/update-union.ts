import { isPickOf, type PickState, withoutPick, withUnion } from '../../core/compose/arrange-draft.ts';
import { withPassagesOut } from '../../core/compose/leave-out.ts';
import { saysMoreThan, withTopicMerged, withVersionAlone } from '../../core/compose/version-in-union.ts';
import { type Draft, definitionsOf, type PassageKey, type Pick, type UnionPick } from '../../core/draft/draft.ts';
import { sectionPart } from '../../core/sections/definition-part.ts';
import { passagesOf } from '../../core/sections/passages-of.ts';
import { settledUnions } from '../../core/settling/settle-unions.ts';
import { uniteAll } from '../../core/settling/unite-all.ts';
import { sayingsOf } from '../../core/union/sayings-of.ts';
import { spokenSections, topicTree, topicTrees } from '../../core/union/topic-tree.ts';
import { unite } from '../../core/union/unite.ts';
import { counted, countText } from '../../text/count-text.ts';
import { askedRows } from '../compare/topics.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { cellState } from './cell-state.ts';
import { type Candidate, candidate, composeTopics, currentRows, currentVersions } from './compose-topics.ts';
import { type Account, accountOfAll, accountOfTopic } from './ledger-list.ts';
import { short } from './passage-words.ts';
import { versionPick, withVersion } from './version-pick.ts';
import { withAct, withDraft } from './with-draft.ts';

/** What the versions key does next: all versions of the topic, their merger, or the one under the cursor alone. */
export type NextTaking = 'all' | 'merged' | 'one' | null;

/** What the versions key does next to the topic under the cursor; `null` where nobody speaks of it. */
export function nextTaking(model: Model): NextTaking {
  const versions = currentVersions(model);
  if (versions.length === 0) return null;
  const { present } = model.draft;
  const states = versions.map(({ definition, section }) => cellState(present, definition, section));
  if (states.includes('united')) return versions.length > 1 && standsAlone(model) ? 'merged' : 'one';
  return !states.every(isTaken) || versions.length === 1 ? 'all' : 'merged';
}

const isTaken = (state: PickState): boolean => state !== 'free' && state !== 'part';

/** From no or one version of the topic to all of them, from all to them merged, from merged to the one under the cursor. */
export function withVersionsTaken(model: Model): Model {
  const versions = currentVersions(model);
  const [topic] = currentRows(model);
  if (!topic) return noted(model, 'Nobody speaks of this', 'plain');
  const name = short(topic.title);
  switch (nextTaking(model)) {
    case 'one':
      return oneTaken(model, versions, name);
    case 'all':
      return allTaken(model, versions, name);
    case 'merged':
      return merged(model, versions, name);
    case null:
      return noted(model, 'Nobody speaks of this', 'plain');
  }
}

function allTaken(model: Model, versions: readonly Candidate[], name: string): Model {
  const draft = versions.reduce(
    (all, version) =>
      isTaken(cellState(all, version.definition, version.section))
        ? all
        : withVersion(all, versionPick(model, version)),
    model.draft.present,
  );
  const next = withDraft(model, draft, `take ${name}`);
  const { kept } = accountOfTopic(next);
  const several = versions.length === 2 ? 'both versions' : `all ${versions.length} versions`;
  const count = versions.length === 1 ? 'the only version' : several;
  const news = `Taken: ${name}, ${count} (${counted(kept, 'passage')})`;
  return withAct(model, draft, { act: `take ${name}`, news, back: 'takes it out again' });
}

/** Of merged versions only the one under the cursor, or the first where that agent has none. */
function oneTaken(model: Model, versions: readonly Candidate[], name: string): Model {
  const kept = candidate(model) ?? versions[0];
  if (!kept) return model;
  if (versions.length === 1 && standsAlone(model))
    return noted(model, `Only ${kept.definition.name} speaks of this`, 'plain');
  const number = composeTopics(model).definitions.indexOf(kept.definition) + 1;
  const news = `Taken: ${name}, only the version of ${number} ${kept.definition.name}`;
  return withAct(model, withOneTaken(model, versions, kept), { act: `take one version of ${name}`, news });
}

function withOneTaken(model: Model, versions: readonly Candidate[], kept: Candidate): Draft {
  const { present } = model.draft;
  const union = mergerOfMore(model, versions);
  // There the version stands where the topic does.
  if (union)
    return withReplaced(present, union, withVersionAlone(union, versions.flatMap(passagesIn), passagesIn(kept)));
  const at = present.picks.findIndex((pick) => isUnionOf(pick, versions));
  const rest = versions.reduce((all, version) => withoutVersion(all, version), present);
  return { ...rest, picks: rest.picks.toSpliced(Math.min(at, rest.picks.length), 0, versionPick(model, kept)) };
}

/** Whether the version under the cursor stands alone in a merger of more than its topic. */
function standsAlone(model: Model): boolean {
  const versions = currentVersions(model);
  const kept = candidate(model);
  const union = kept && mergerOfMore(model, versions);
  if (!union) return false;
  const alone = withVersionAlone(union, versions.flatMap(passagesIn), passagesIn(kept));
  return alone.passages.every(({ state }, at) => state === union.passages[at]?.state);
}

/** The merger that has the versions of a topic and says more. */
function mergerOfMore({ draft }: Model, versions: readonly Candidate[]): UnionPick | null {
  const union = draft.present.picks.find((pick) => isUnionOf(pick, versions));
  return union?.kind === 'union' && union.edited === null && saysMoreThan(union, versions.flatMap(passagesIn))
    ? union
    : null;
}

/** All that a version says, with what is inside it. */
const passagesIn = ({ definition, section }: Candidate): readonly PassageKey[] =>
  spokenSections(definition, section)
    .flatMap(passagesOf)
    .map(({ section: of, index }) => ({ definition: definition.id, section: of, index }));

const withReplaced = (draft: Draft, pick: Pick, other: Pick): Draft => ({
  ...draft,
  picks: draft.picks.map((one) => (one === pick ? other : one)),
});

function withoutVersion(draft: Draft, version: Candidate): Draft {
  const { definition, section } = version;
  const less = withoutPick(draft, definition.id, sectionPart(section.id));
  const out = withPassagesOut(less, definition, passagesIn(version));
  // What was edited as a whole goes as a whole.
  return out ?? { ...draft, picks: draft.picks.filter((pick) => !isUnionOf(pick, [version])) };
}

function isUnionOf(pick: Pick, versions: readonly Candidate[]): boolean {
  return pick.kind === 'union' && versions.some(({ definition, section }) => isPickOf(pick, definition.id, section.id));
}

/** The versions of the topic under the cursor, with all that stands inside them, as one. */
function merged(model: Model, versions: readonly Candidate[], name: string): Model {
  const draft = withTopicUnited(model, versions);
  if (draft === null) return model;
  const account = accountOfTopic(withDraft(model, draft, ''));
  const rest = leftOutWords(model, account, keyOf(model, 'compose.ledger'));
  const news = `Merged: ${name}, ${counted(versions.length, 'version')}, ${rest}`;
  return withAct(model, draft, { act: `merge ${name}`, news, isLossy: account.lost > 0 });
}

function withTopicUnited(model: Model, versions: readonly Candidate[]): Draft | null {
  const { present } = model.draft;
  const { definitions, topics } = composeTopics(model);
  const larger = mergerOfMore(model, versions);
  if (larger) {
    const topic = withTopicMerged(larger, versions.flatMap(passagesIn), allUnited(model));
    return withReplaced(present, larger, topic);
  }
  const tree = topicTree(topics, definitions, model.compose.row, askedRows(model));
  if (!tree) return null;
  const alone = unite(tree, sayingsOf(present.picks.filter((pick) => !isUnionOf(pick, versions))));
  const order = definitions.map(({ id }) => id);
  const [union = alone] = settledUnions([alone], order, 'first');
  return withUnion(present, union, definitions);
}

function allUnited(model: Model): readonly UnionPick[] {
  const { definitions, topics } = composeTopics(model);
  return uniteAll(topicTrees(topics, definitions, undefined, askedRows(model)), definitions);
}

/** Every topic with its versions merged, in the order of the topics, in place of all that is taken of them. */
export function withAllUnited(model: Model): Model {
  const { present } = model.draft;
  const { definitions } = composeTopics(model);
  const unions = allUnited(model);
  const ids = new Set(definitions.map(({ id }) => id));
  const others = present.picks.filter((pick) => !definitionsOf(pick).some((id) => ids.has(id)));
  const draft = { ...present, picks: [...unions, ...others] };
  const account = accountOfAll(withDraft(model, draft, ''));
  const rest = leftOutWords(model, account, keyOf(model, 'compose.ledger-all'));
  const act = `merge ${counted(unions.length, 'topic')}`;
  const news = `Merged ${counted(unions.length, 'topic')}, ${rest}`;
  return withAct(model, draft, { act, news, isLossy: account.lost > 0 });
}

/** Narrower screens have room for the key alone. */
const SAYS_WHAT_KEY_DOES = 100;

/** How much is left out, and how much of it nothing that is kept says, with the key that shows it. */
function leftOutWords({ size }: Model, { leftOut, lost }: Account, key: string): string {
  if (leftOut === 0) return 'nothing left out';
  const isShort = lost > 0 && size.columns < SAYS_WHAT_KEY_DOES;
  const shows = isShort ? key : `${key} shows ${leftOut === 1 ? 'it' : 'them'}`;
  const ofThem = lost < leftOut ? `${countText(lost)} ` : '';
  return `${countText(leftOut)} left out${lost === 0 ? '' : `, ${ofThem}said nowhere else`} (${shows})`;
}
