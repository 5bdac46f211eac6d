import { belowHelp } from '../../../app/commands/below-help.ts';
import { CONTEXT_TITLES } from '../../../app/keys/key-labels.ts';
import { keyContext } from '../../../app/keys/keymap.ts';
import type { Dialog } from '../../../app/model/dialog.ts';
import type { Model } from '../../../app/model/model.ts';
import { shortPath } from '../../../app/model/short-path.ts';
import { signSpan } from '../../../app/model/signs.ts';
import { visibleText } from '../../../text/visible-text.ts';

/** What a dialog is about, for the edge of its box. */
export function dialogTitle(model: Model, dialog: Dialog): string {
  const { draft, surroundings, landed } = model;
  const { picks } = draft.present;
  switch (dialog.kind) {
    case 'overwrite':
      return `Replace ${visibleText(shortPath(dialog.path, surroundings))}?`;
    case 'unsave':
      return `${visibleText(shortPath(landed?.path ?? '', surroundings))} was changed since. Undo the save?`;
    case 'remove':
      return `Remove ${visibleText(shortPath(dialog.definition.path, surroundings))}?`;
    case 'recompose':
      return `Update ${visibleText(shortPath(dialog.file.path, surroundings))}?`;
    case 'rename':
      return `Rename ${visibleText(picks[dialog.pick]?.originalTitle ?? '')}`;
    case 'name':
      return `Rename ${visibleText(dialog.definition.name)}`;
    case 'new':
      return dialog.name === null ? 'Name of the new agent' : `When is ${visibleText(dialog.name)} to be used?`;
    case 'renaming':
      return `Rename ${visibleText(dialog.plan.definition.name)} to ${visibleText(dialog.plan.to)}?`;
    case 'reword':
      return 'Reword the passage';
    case 'help':
      if (dialog.query.text !== '') return 'Keys, everywhere';
      return dialog.isSyntax ? 'What can be searched for' : `Keys in ${placeBelow(model)}`;
    case 'column':
      return `${CONTEXT_TITLES.column} · ${signSpan('marked').text} is one already`;
    default:
      return CONTEXT_TITLES[dialog.kind];
  }
}

/** Where the keys hold that help tells of; a box is named as it is at its edge. */
function placeBelow(model: Model): string {
  const below = belowHelp(model);
  const title = CONTEXT_TITLES[keyContext(below)];
  return below.dialog ? `“${title}”` : title.toLowerCase();
}
