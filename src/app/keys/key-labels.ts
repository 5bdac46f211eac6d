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
  'shift+tab': 'Shift-Tab',
  space: 'Space',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  f1: 'F1',
};

/** A key as people write it: `ctrl+s` is `Ctrl-S`. */
export function keyLabel(key: string): string {
  const sign = SIGNS[key];
  if (sign) return sign;
  if (key.startsWith('ctrl+')) return `Ctrl-${key.slice(5).toUpperCase()}`;
  return key.startsWith('alt+') ? `Alt-${key.slice(4).toUpperCase()}` : key;
}

/** A key as briefly as the footer has room for: `^s`, `tab`, `esc`. */
export function shortKeyLabel(key: string): string {
  return key.startsWith('ctrl+') ? `^${key.slice(5)}` : key.length > 1 ? keyLabel(key).toLowerCase() : key;
}

/** The contexts in the order people meet them, with their names. */
export const CONTEXT_TITLES: Readonly<Record<KeyContext, string>> = {
  everywhere: 'Everywhere',
  search: 'Search line',
  list: 'List',
  reader: 'Reader',
  compare: 'Compare',
  compose: 'Compose',
  ledger: 'Ledger',
  save: 'Save',
  composed: 'Composed agents',
  merge: 'Merge',
  help: 'Help',
  palette: 'Command palette',
  rename: 'Rename',
  reword: 'Reword',
  problems: 'Problems',
  sources: 'Sources',
  drafts: 'Drafts',
  overwrite: 'Replace a file?',
  recompose: 'Take over?',
};

/** Keys that text fields have beside those of the key map, as readline has them. */
export const TEXT_FIELD_KEYS: readonly (readonly [keys: string, title: string])[] = [
  ['← → Ctrl-B Ctrl-F', 'One character left or right'],
  ['→ Ctrl-F', 'At the end of the search line: take what is suggested'],
  ['Home Ctrl-A · End Ctrl-E', 'To the start, to the end'],
  ['Alt-B · Alt-F', 'One word back, one word on'],
  ['Backspace Ctrl-H · Delete Ctrl-D', 'Delete the character before, the one under the cursor'],
  ['Ctrl-W · Alt-D', 'Delete the word before, the word after'],
  ['Ctrl-U · Ctrl-K', 'Delete to the start, to the end'],
];

/** The README's table of keys, one row a binding, as Markdown. */
export function keyTable(bindings: readonly Binding[] = BINDINGS): string {
  const rows = Object.entries(CONTEXT_TITLES).flatMap(([context, title]) =>
    bindings
      .filter((binding) => binding.context === context)
      .map(({ keys, title: meaning }) => `| ${title} | ${keys.map(codeSpan).join(' ') || 'palette'} | ${meaning} |`),
  );
  const fields = TEXT_FIELD_KEYS.map(([keys, title]) => `| Text fields | ${keys} | ${title} |`);
  return ['| Where | Keys | What they do |', '| --- | --- | --- |', ...rows, ...fields].join('\n');
}

const codeSpan = (key: string): string => `\`${keyLabel(key)}\``;
