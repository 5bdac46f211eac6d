import { Buffer } from 'node:buffer';
import type { HostileFile } from './hostile-file.ts';

const TEXT = '---\nname: bytes\ndescription: Written in bytes\n---\nBe kind.\n';
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

/** Contents that are no UTF-8 text, or hardly any. */
const REFUSED: Readonly<Record<string, Uint8Array>> = {
  'utf16le-bom': Buffer.from(`\uFEFF${TEXT}`, 'utf16le'),
  'utf16be-bom': Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(),
  utf16le: Buffer.from(TEXT, 'utf16le'),
  utf16be: Buffer.from(TEXT, 'utf16le').swap16(),
  'utf32-bom': bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0),
  'latin-1': Buffer.from('caf\u00e9 \u00fcber', 'latin1'),
  'lone-continuation': bytes(0x61, 0x80),
  'cut-short': Buffer.from(`${TEXT}漢`).subarray(0, -1),
  overlong: bytes(0xc0, 0xaf, 0xc1, 0x9c),
  'overlong-escape': bytes(0xc0, 0x9b, 0x5b, 0x32, 0x4a),
  surrogates: bytes(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
  'beyond-unicode': bytes(0xf4, 0x90, 0x80, 0x80),
  'five-bytes': bytes(0xf8, 0x88, 0x80, 0x80, 0x80),
  'all-bytes': Uint8Array.from({ length: 256 }, (_, at) => at),
  'c1-bytes': bytes(0x9b, 0x32, 0x4a, 0x9d, 0x30, 0x3b, 0x78, 0x9c),
  nul: Buffer.from(`${TEXT}\0hidden`),
  nuls: new Uint8Array(500_000),
  png: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
  gzip: bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3),
  elf: bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0),
  'three-mib': Buffer.alloc(3 * 1024 * 1024, 'x'),
  'one-too-many': Buffer.alloc(2 * 1024 * 1024 + 1, 'x'),
};

const READ: Readonly<Record<string, string>> = {
  empty: '',
  'one-byte': 'x',
  'one-line-feed': '\n',
  'one-return': '\r',
  'one-escape': '\u001B',
  'one-mark': '\uFEFF',
  dashes: '---',
  blanks: ' \n\t\n \n',
  'exactly-2mib': 'x'.repeat(2 * 1024 * 1024),
};

/** Files whose bytes are not what a text file holds. */
export function byteFiles(): readonly HostileFile[] {
  return [
    ...Object.entries(REFUSED).map(
      ([name, content]): HostileFile => ({ name: `bytes/${name}.md`, content, fate: 'refused' }),
    ),
    ...Object.entries(READ).map(
      ([name, content]): HostileFile => ({ name: `bytes/${name}.md`, content, fate: 'read' }),
    ),
  ];
}
