import { QUERY_SYNTAX } from '../../core/search/query/query.ts';
import { foldText } from '../../core/search/words/fold-text.ts';
import type { Binding } from '../keys/binding.ts';
import type { BindingId } from '../keys/bindings.ts';
import { bindingTitle, CONTEXT_TITLES, keyLabel, TEXT_FIELD_KEYS } from '../keys/key-labels.ts';
import { activeBindings, bindingsOf, keyContext } from '../keys/keymap.ts';
import type { Model } from '../model/model.ts';
import { belowHelp } from './below-help.ts';
import { refusalOf } from './refusals.ts';
import { compareRanks, titleFit } from './title-fit.ts';

/** One thing that help tells. */
export interface HelpEntry {
  readonly keys: string;
  readonly title: string;
  /** Where it holds. */
  readonly where: string;
  /** What it runs below help; `null` for what is no key, or none there. */
  readonly binding: Binding<BindingId> | null;
  /** Why it does nothing there, or `null` if it works. */
  readonly refusal: string | null;
}

/** Everything help tells: the keys of all screens, those of text fields, and what can be typed into the search line. */
export function helpEntries(model: Model): readonly HelpEntry[] {
  const below = belowHelp(model);
  const live = new Set(activeBindings(below).map(({ id }) => id));
  const keys = bindingsOf(model).map((binding): HelpEntry => {
    const isHere = live.has(binding.id) || (binding.context === 'list' && keyContext(below) === 'search');
    const where = CONTEXT_TITLES[binding.context];
    return {
      keys: binding.keys.map(keyLabel).join(' '),
      title: bindingTitle(binding),
      where,
      binding: isHere ? binding : null,
      refusal: isHere ? refusalOf(below, binding) : `It is a key of: ${where}`,
    };
  });
  const other =
    (where: string) =>
    ([name, title]: readonly [string, string]): HelpEntry => {
      return { keys: name, title, where, binding: null, refusal: 'Type it where it holds' };
    };
  return [...keys, ...TEXT_FIELD_KEYS.map(other('Text fields')), ...QUERY_SYNTAX.map(other('Search line'))];
}

/** What help finds for what is typed into it: by key, then by words, what works here before the rest. */
export function helpFound(model: Model): readonly HelpEntry[] {
  if (model.dialog?.kind !== 'help') return [];
  const typed = model.dialog.query.text.trim();
  const query = foldText(typed).trim();
  if (typed === '') return [];
  return helpEntries(model)
    .flatMap((entry) => {
      const isKey = entry.keys.split(' ').some((key) => key === typed || (typed.length > 1 && foldText(key) === query));
      const fit = isKey ? -1 : query === '' ? null : wordFit(query, entry);
      return fit === null ? [] : [{ entry, rank: [fit, entry.refusal === null ? 0 : 1] }];
    })
    .toSorted((a, b) => compareRanks(a.rank, b.rank))
    .map(({ entry }) => entry);
}

function wordFit(query: string, { keys, title, where }: HelpEntry): number | null {
  return titleFit(query, title) ?? (foldText(`${title} ${where} ${keys}`).includes(query) ? 5 : null);
}
