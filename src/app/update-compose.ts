import { type Draft, pickOf, pickState, withoutPick, withPick, withPickMoved, withPickRenamed } from '../core/draft.ts';
import { sectionLabel } from '../core/section-text.ts';
import type { Action, Direction } from './actions.ts';
import { type Candidate, candidate, composeTopics, currentPickIndex, currentVersions } from './compose-topics.ts';
import { redone, undone, withStep } from './draft-history.ts';
import { type Step, step } from './effects.ts';
import { composeLayout } from './layout.ts';
import { COMPOSE_PANES, type ComposeState, type Model, screenOf } from './model.ts';
import { clamped, movedIndex } from './scrolling.ts';
import { textField } from './text-field.ts';

type ComposeAction = Extract<
  Action,
  {
    type:
      | 'draftFound'
      | 'sectionPicked'
      | 'versionsTaken'
      | 'pickMoved'
      | 'renameOpened'
      | 'pickRenamed'
      | 'pickEditRequested'
      | 'pickEdited'
      | 'stepUndone'
      | 'stepRedone';
  }
>;

/** Update for the draft: taking sections and arranging them. Every change is one undoable step. Pure. */
export function updateCompose(model: Model, action: ComposeAction): Step {
  const { present } = model.draft;
  switch (action.type) {
    case 'draftFound':
      return step(withDraftFound(model, action.draft));

    case 'sectionPicked':
      return step(withPickToggled(model));

    case 'versionsTaken':
      return step(withVersionsTaken(model));

    case 'pickMoved': {
      const index = currentPickIndex(model);
      if (index === null) return step(model);
      const draft = withPickMoved(present, index, action.direction);
      const pick = draft === present ? index : index + action.direction;
      return step(withCompose(withDraft(model, draft), { pick }));
    }

    case 'renameOpened': {
      const index = currentPickIndex(model);
      const pick = present.picks[index ?? -1];
      if (index === null || !pick) return step(model);
      return step({ ...model, dialog: { kind: 'rename', pick: index, title: textField(pick.title) } });
    }

    case 'pickRenamed': {
      if (model.dialog?.kind !== 'rename') return step(model);
      const { pick, title } = model.dialog;
      return step(withDraft({ ...model, dialog: null }, withPickRenamed(present, pick, title.text)));
    }

    case 'pickEditRequested': {
      const index = currentPickIndex(model);
      const pick = present.picks[index ?? -1];
      if (index === null || !pick) return step(model);
      return step(model, { type: 'editPick', pick: index, title: pick.title, text: pick.text });
    }

    case 'pickEdited': {
      const { pick: edited, text } = action;
      if (present.picks[edited]?.text === text) return step(model);
      const picks = present.picks.map((pick, index) => (index === edited ? { ...pick, text } : pick));
      return step(withDraft(model, { ...present, picks }));
    }

    case 'stepUndone':
      return step({ ...model, draft: undone(model.draft) });

    case 'stepRedone':
      return step({ ...model, draft: redone(model.draft) });
  }
}

/** The cursor moved in the pane that has the focus. */
export function movedInCompose(model: Model, action: Extract<Action, { type: 'moved' }>): Model {
  const { compose, draft } = model;
  const page = composeLayout(model).rows - 2;
  if (compose.pane === 'result') {
    return withCompose(model, { pick: movedIndex(compose.pick, action, draft.present.picks.length, page) });
  }
  const { topics } = composeTopics(model);
  if (compose.pane === 'topics') {
    const row = movedIndex(compose.row, action, topics.length, page);
    return withCompose(model, { row, column: nearestColumn(model, row) });
  }
  const columns = columnsWith(model, compose.row);
  const column = columns[movedIndex(Math.max(0, columns.indexOf(compose.column)), action, columns.length, page)];
  return withCompose(model, { column: column ?? compose.column });
}

/** The agent to the left or right; in the result there is none, so the keys do nothing there. */
export function composeColumnChanged(model: Model, direction: Direction): Model {
  if (model.compose.pane === 'result') return model;
  const column = clamped(model.compose.column + direction, 0, model.compose.ids.length - 1);
  return withCompose(model, { column });
}

/** The next or previous pane, round about. */
export function composePaneChanged(model: Model, direction: Direction): Model {
  const count = COMPOSE_PANES.length;
  const index = (COMPOSE_PANES.indexOf(model.compose.pane) + direction + count) % count;
  return withCompose(model, { pane: COMPOSE_PANES[index] ?? 'topics' });
}

function withCompose(model: Model, changes: Partial<ComposeState>): Model {
  return { ...model, compose: { ...model.compose, ...changes } };
}

/** The draft of last time, if there is anything in it, unless something was picked before it was read. */
function withDraftFound(model: Model, found: Draft): Model {
  const count = found.picks.length;
  if (count === 0 || model.draft.present.picks.length > 0) return model;
  const picks = count === 1 ? '1 pick' : `${count} picks`;
  return noted(
    { ...model, draft: { past: [], present: found, future: [] } },
    `Your draft of ${picks} is back: c opens it`,
  );
}

/** The model with a step of the draft; the result's cursor stays inside it. */
function withDraft(model: Model, draft: Draft): Model {
  const pick = clamped(model.compose.pick, 0, draft.picks.length - 1);
  return withCompose({ ...model, draft: withStep(model.draft, draft) }, { pick });
}

function withPickToggled(model: Model): Model {
  const { present } = model.draft;
  if (screenOf(model) === 'compose' && model.compose.pane === 'result') {
    const pick = present.picks[model.compose.pick];
    return pick ? withDraft(model, withoutPick(present, pick.definition, pick.section)) : model;
  }
  const chosen = candidate(model);
  if (!chosen) return noted(model, 'Nothing to take here', 'plain');
  const { definition, section } = chosen;
  const title = sectionLabel(section);
  switch (pickState(present, definition.id, section.id)) {
    case 'inside':
      return noted(model, `“${title}” is part of a section already picked`, 'plain');
    case 'picked':
      return noted(withDraft(model, withoutPick(present, definition.id, section.id)), `“${title}” is out of the draft`);
    case 'free':
      return noted(withDraft(model, withPick(present, pickOf(definition, section))), `“${title}” is in the draft`);
  }
}

/** From no or one version of the topic to all of them; from all to the one under the cursor. */
function withVersionsTaken(model: Model): Model {
  const versions = currentVersions(model);
  const { present } = model.draft;
  const free = versions.filter(({ definition, section }) => pickState(present, definition.id, section.id) === 'free');
  if (versions.length === 0) return noted(model, 'Nobody speaks of this', 'plain');
  if (free.length > 0) {
    const draft = free.reduce((all, version) => withPick(all, pickOf(version.definition, version.section)), present);
    return noted(
      withDraft(model, draft),
      versions.length === 1 ? 'The only version is taken' : `All ${versions.length} versions are taken`,
    );
  }
  const kept = candidate(model) ?? versions[0];
  const draft = versions
    .filter((version) => !isSame(version, kept))
    .reduce((all, { definition, section }) => withoutPick(all, definition.id, section.id), present);
  return noted(withDraft(model, draft), `Only the version of ${kept?.definition.name} is taken`);
}

const isSame = (a: Candidate, b: Candidate | undefined): boolean =>
  a.definition === b?.definition && a.section === b.section;

/** On another row the cursor stays with its agent, if that has the topic; else it goes to the nearest that does. */
function nearestColumn(model: Model, row: number): number {
  const { column } = model.compose;
  return columnsWith(model, row).reduce(
    (best, other) => (Math.abs(other - column) < Math.abs(best - column) ? other : best),
    columnsWith(model, row)[0] ?? column,
  );
}

function columnsWith(model: Model, row: number): readonly number[] {
  const cells = composeTopics(model).topics[row]?.cells ?? [];
  return cells.flatMap((section, column) => (section ? [column] : []));
}

function noted(model: Model, text: string, tone: 'good' | 'plain' = 'good'): Model {
  return { ...model, notice: { text, tone } };
}
