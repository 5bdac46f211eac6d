import { isPickOf, pickState, withoutPick, withPick, withUnion } from '../../core/compose/arrange-draft.ts';
import { definitionsOf, type Pick, pickOf, type UnionPick } from '../../core/draft/draft.ts';
import { sectionPart } from '../../core/sections/definition-part.ts';
import { unionSize } from '../../core/union/arrange-union.ts';
import { sayingsOf } from '../../core/union/sayings-of.ts';
import { topicTree, topicTrees } from '../../core/union/topic-tree.ts';
import { unite } from '../../core/union/unite.ts';
import { counted } from '../../text/count-text.ts';
import { keyOf } from '../keys/key-of.ts';
import type { Model } from '../model/model.ts';
import { noted } from '../model/notice.ts';
import { type Candidate, candidate, composeTopics, currentVersions } from './compose-topics.ts';
import { withDraft } from './with-draft.ts';

/** From no or one version of the topic to all of them, from all to their union, from the union to the one under the cursor. */
export function withVersionsTaken(model: Model): Model {
  const versions = currentVersions(model);
  if (versions.length === 0) return noted(model, 'Nobody speaks of this', 'plain');
  const { present } = model.draft;
  const states = versions.map(({ definition, section }) => pickState(present, definition.id, sectionPart(section.id)));
  if (states.includes('united')) return oneTaken(model, versions);
  if (states.includes('free') || versions.length === 1) return allTaken(model, versions);
  return united(model, versions);
}

function allTaken(model: Model, versions: readonly Candidate[]): Model {
  const draft = versions.reduce(
    (all, { definition, section }) => withPick(all, pickOf(definition, section)),
    model.draft.present,
  );
  const words = versions.length === 1 ? 'The only version is taken' : `All ${versions.length} versions are taken`;
  return noted(withDraft(model, draft), words);
}

/** Of a union of the versions only the one under the cursor, or the first where that agent has none. */
function oneTaken(model: Model, versions: readonly Candidate[]): Model {
  const kept = candidate(model) ?? versions[0];
  if (!kept) return model;
  const { present } = model.draft;
  const at = present.picks.findIndex((pick) => isUnionOf(pick, versions));
  const rest = versions.reduce(
    (all, { definition, section }) => withoutPick(all, definition.id, sectionPart(section.id)),
    present,
  ).picks;
  const picks = [...rest.slice(0, at), pickOf(kept.definition, kept.section), ...rest.slice(at)];
  return noted(withDraft(model, { ...present, picks }), `Only the version of ${kept.definition.name} is taken`);
}

function isUnionOf(pick: Pick, versions: readonly Candidate[]): boolean {
  return pick.kind === 'union' && versions.some(({ definition, section }) => isPickOf(pick, definition.id, section.id));
}

/** The versions of the topic under the cursor, with all that stands inside them, as one. */
function united(model: Model, versions: readonly Candidate[]): Model {
  const { present } = model.draft;
  const { definitions, topics } = composeTopics(model);
  const tree = topicTree(topics, definitions, model.compose.row);
  if (!tree) return model;
  const union = unite(tree, sayingsOf(present.picks.filter((pick) => !isUnionOf(pick, versions))));
  return noted(withDraft(model, withUnion(present, union)), unionWords(model, [union]));
}

/** Every topic as the union of its versions, in the order of the topics, in place of all that is picked of them. */
export function withAllUnited(model: Model): Model {
  const { present } = model.draft;
  const { definitions, topics } = composeTopics(model);
  const sayings = new Map();
  const unions = topicTrees(topics, definitions).map((tree) => unite(tree, sayings));
  const ids = new Set(definitions.map(({ id }) => id));
  const others = present.picks.filter((pick) => !definitionsOf(pick).some((id) => ids.has(id)));
  const draft = { ...present, picks: [...unions, ...others] };
  return noted(withDraft(model, draft), `All topics united: ${unionWords(model, unions)}`);
}

function unionWords(model: Model, unions: readonly UnionPick[]): string {
  const { kept, leftOut } = unionSize(unions);
  const shown = `(${keyOf(model, 'compose.ledger')} shows them)`;
  const rest = leftOut === 0 ? 'nothing left out' : `${leftOut} left out as said already ${shown}`;
  return `${counted(kept, 'passage')}, ${rest}`;
}
