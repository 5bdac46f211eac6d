import { CONTEXT_TITLES } from '../../../app/keys/key-labels.ts';
import type { Dialog, Model } from '../../../app/model/model.ts';
import { shortPath } from '../../../app/model/short-path.ts';
import { visibleText } from '../../../text/visible-text.ts';

/** What a dialog is about, for the edge of its box. */
export function dialogTitle({ draft, surroundings }: Model, dialog: Dialog): string {
  const { picks } = draft.present;
  switch (dialog.kind) {
    case 'overwrite':
      return `Replace ${visibleText(shortPath(dialog.path, surroundings))}?`;
    case 'recompose':
      return `Update ${visibleText(shortPath(dialog.file.path, surroundings))}?`;
    case 'rename':
      return `Rename ${visibleText(picks[dialog.pick]?.originalTitle ?? '')}`;
    case 'reword': {
      const { of } = dialog;
      const words = typeof of === 'number' ? (picks[of]?.title ?? '') : of.section.replaceAll('/', ' · ');
      return `Reword ${visibleText(words)}`;
    }
    default:
      return CONTEXT_TITLES[dialog.kind];
  }
}
