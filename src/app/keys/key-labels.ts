import { memoTexts } from '../../kit/memo.ts';
import { isFieldKey } from '../model/text-field.ts';
import type { Binding, KeyContext } from './binding.ts';
import { BINDINGS } from './bindings.ts';

const SIGNS: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  escape: 'Esc',
  enter: 'Enter',
  tab: 'Tab',
  space: 'Space',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  insert: 'Insert',
  delete: 'Delete',
  backspace: 'Backspace',
};

/** A key as people write it: `ctrl+s` is `Ctrl-S`. */
export function keyLabel(key: string): string {
  const [, modifiers = '', base = ''] = /^((?:(?:ctrl|alt|shift)\+)*)(.+)$/su.exec(key) ?? [];
  const names = modifiers.split('+').slice(0, -1);
  const before = names.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}-`).join('');
  const sign = SIGNS[base];
  if (sign !== undefined) return before + sign;
  if (/^f\d+$/.test(base)) return before + base.toUpperCase();
  if (before === '') return base;
  return `${before}${isUpperCase(base) ? 'Shift-' : ''}${base.toUpperCase()}`;
}

const isUpperCase = (letter: string): boolean => letter.toLowerCase() !== letter;

/** Signs that are keys, by name. */
const SIGN_NAMES: Readonly<Record<string, string>> = {
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  '?': 'question mark',
  '/': 'slash',
  ',': 'comma',
  '.': 'period',
  ':': 'colon',
  '~': 'tilde',
  '[': 'left bracket',
  ']': 'right bracket',
  '{': 'left brace',
  '}': 'right brace',
  '<': 'less than',
  '>': 'greater than',
  _: 'underscore',
  '*': 'asterisk',
  '!': 'exclamation mark',
  '|': 'vertical bar',
  '=': 'equals sign',
  '-': 'minus sign',
};

/** A key as it is said aloud: screen readers pass over most signs, and say `M` as they say `m`. */
export function spokenKey(key: string): string {
  const [, modifiers = '', base = ''] = /^((?:(?:ctrl|alt|shift)\+)*)(.+)$/su.exec(key) ?? [];
  const name = SIGN_NAMES[base];
  if (name !== undefined) return keyLabel(`${modifiers}x`).slice(0, -1) + name;
  return modifiers === '' && [...base].length === 1 && isUpperCase(base) ? `Shift-${base}` : keyLabel(key);
}

/** A key as briefly as the footer has room for: `^s`, `tab`, `esc`. Each frame asks for some ten. */
export const shortKeyLabel = memoTexts(128, (key: string): string => {
  if (/^ctrl\+.$/.test(key)) return `^${key.slice(5)}`;
  if (/^shift\+(?!tab)/.test(key)) return `⇧${keyLabel(key.slice(6)).toLowerCase()}`;
  return [...key].length > 1 ? keyLabel(key).toLowerCase() : key;
});

/** What a binding does; of one that holds everywhere also the key that works while typing, where others do not. */
export function bindingTitle({ title, context, keys }: Binding): string {
  const other = keys.find((key) => !isFieldKey(key));
  const isNarrow = context === 'everywhere' && other !== undefined && keys.some(isFieldKey);
  return isNarrow ? `${title} (${keyLabel(other)} while typing)` : title;
}

/** The contexts in the order people meet them, with their names. */
export const CONTEXT_TITLES: Readonly<Record<KeyContext, string>> = {
  everywhere: 'Everywhere',
  linear: 'Linear mode',
  search: 'Search line',
  list: 'List',
  landed: 'After saving',
  reader: 'Reader',
  find: 'Find in a text',
  compare: 'Compare',
  compose: 'Compose',
  ledger: 'Left out',
  save: 'Save',
  choices: 'Choices',
  composed: 'Update',
  merge: 'Conflicts',
  help: 'Help',
  palette: 'Commands',
  column: 'Add a column',
  rename: 'Rename',
  reword: 'Reword',
  name: 'Another name',
  new: 'New agent',
  renaming: 'Rename an agent?',
  problems: 'Problems',
  rivals: 'Rivals',
  sources: 'Sources',
  news: 'News',
  drafts: 'Drafts',
  filter: 'Filter a list',
  begin: 'Which draft?',
  overwrite: 'Replace a file?',
  unsave: 'Undo a save?',
  remove: 'Remove a file?',
  recompose: 'Write the update?',
};

/** Keys that text fields have beside those of the key map, as readline has them. */
export const TEXT_FIELD_KEYS: readonly (readonly [keys: string, title: string])[] = [
  ['← → Ctrl-B Ctrl-F', 'One character left or right'],
  ['→ Ctrl-F', 'At the end of the search line: take what is suggested'],
  ['Home · End', 'To the start, to the end of the row'],
  ['Ctrl-A Ctrl-Home · Ctrl-E Ctrl-End', 'To the start, to the end of the text'],
  ['Alt-B · Alt-F', 'One word back, one word on'],
  ['Backspace Ctrl-H · Delete Ctrl-D', 'Delete the character before, the one under the cursor'],
  ['Ctrl-W · Alt-D', 'Delete the word before, the word after'],
  ['Ctrl-U · Ctrl-K', 'Delete to the start, to the end'],
];

/** The table of keys in docs/keys.md, one row a binding, as Markdown. */
export function keyTable(bindings: readonly Binding[] = BINDINGS): string {
  const rows = Object.entries(CONTEXT_TITLES).flatMap(([context, title]) =>
    bindings.filter((binding) => binding.context === context).map((binding) => keyRow(title, binding)),
  );
  const fields = TEXT_FIELD_KEYS.map(([keys, title]) => `| Text fields | ${keys} | ${title} | |`);
  return ['| Where | Keys | What they do | Name |', '| --- | --- | --- | --- |', ...rows, ...fields].join('\n');
}

function keyRow(where: string, binding: Binding): string {
  const keys = binding.keys.map((key) => `\`${keyLabel(key)}\``).join(' ') || 'palette';
  return `| ${where} | ${keys} | ${bindingTitle(binding)} | \`${binding.id}\` |`;
}
