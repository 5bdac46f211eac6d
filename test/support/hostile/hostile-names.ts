import { SEQUENCES } from './hostile-controls.ts';
import type { HostileFile } from './hostile-file.ts';

/** Names that attack whoever prints, sorts, joins or completes them. */
export function nameFiles(): readonly HostileFile[] {
  const texts = [
    ...Object.values(SEQUENCES).map((sequence) => `x${sequence.replace(/[/\0]/g, '').slice(0, 40)}`),
    'line\nfeed',
    '\nleading',
    'return\rback',
    ' leading and trailing ',
    '-rf',
    '--source=x',
    '$(touch pwned)',
    '`touch pwned`',
    '; touch pwned #',
    '%s%n%x',
    '*',
    '~',
    '..',
    '...',
    'con',
    "quote'quote",
    'quote"quote',
    'back\\slash',
    '#section',
    'scope:name',
    'user:x#*',
    '__proto__',
    'constructor',
    'toString',
    'é'.normalize('NFD'),
    'é'.normalize('NFC'),
    'w'.repeat(252),
    '漢'.repeat(84),
  ];
  const named = [...new Set(texts)].map(
    (text): HostileFile => ({
      name: `names/${text}.md`,
      content: 'A body and no head, so the name is the file name.\n',
      fate: 'read',
    }),
  );
  return [
    ...named,
    { name: new Uint8Array([0x62, 0xff, 0xfe, 0x2e, 0x6d, 0x64]), content: 'Name in no encoding\n', fate: 'refused' },
    { name: new Uint8Array([0xc3, 0x28, 0x1b, 0x5b, 0x32, 0x4a, 0x2e, 0x6d, 0x64]), content: 'x\n', fate: 'refused' },
  ];
}
