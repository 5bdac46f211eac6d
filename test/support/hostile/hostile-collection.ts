import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { makePipe } from '../make-pipe.ts';
import { bodyFiles } from './hostile-bodies.ts';
import { byteFiles } from './hostile-bytes.ts';
import { controlFiles } from './hostile-controls.ts';
import { type HostileFile, withBody } from './hostile-file.ts';
import { headFiles } from './hostile-heads.ts';
import { nameFiles } from './hostile-names.ts';

/** A folder full of hostile files on the disk. */
export interface HostileCollection {
  /** How many of them are to be read as definitions. */
  readonly read: number;
  /** Names of the harmless definitions among them. */
  readonly good: readonly string[];
  /** Paths inside the folder of entries that are no text files; each must be told. */
  readonly special: readonly string[];
  /** Frees what keeps some of them alive. */
  readonly close: () => void;
}

/** Harmless definitions between the others, which must all be found. */
const GOOD = Array.from({ length: 12 }, (_, at) => `good-${at + 1}`);

/** Every hostile file that is one, as data. */
export function hostileFiles(): readonly HostileFile[] {
  return [...controlFiles(), ...nameFiles(), ...bodyFiles(), ...headFiles(), ...byteFiles()];
}

/**
 * Write several hundred hostile files, some harmless ones, and entries that are no files into an empty folder.
 *
 * Nothing in it is anybody's real text. The folder takes some 130 MB.
 */
export async function writeHostileCollection(folder: string): Promise<HostileCollection> {
  const files = hostileFiles();
  for (const { name, content } of files) writeEntry(folder, name, content);
  const groups = ['controls', 'names', 'bodies', 'heads', 'bytes', ''];
  for (const [at, name] of GOOD.entries()) {
    const group = groups[at % groups.length];
    writeEntry(folder, `${group}/${name}.md`, withBody(name, `You are good.\n\n## Rules of ${name}\n\n- Be kind\n`));
  }
  const { special, close } = await writeSpecial(folder);
  return { read: files.filter(({ fate }) => fate === 'read').length + GOOD.length, good: GOOD, special, close };
}

function writeEntry(folder: string, name: string | Uint8Array, content: string | Uint8Array): void {
  const path =
    typeof name === 'string' ? `${folder}/${name}` : Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]);
  if (typeof path === 'string') mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Pipes, sockets, devices, folders, links in circles, and links to where nothing good lies. */
async function writeSpecial(folder: string): Promise<Pick<HostileCollection, 'special' | 'close'>> {
  const at = `${folder}/special`;
  mkdirSync(`${at}/folder.md`, { recursive: true });
  makePipe(`${at}/pipe.md`);
  const links: Readonly<Record<string, string>> = {
    'zero.md': '/dev/zero',
    'random.md': '/dev/urandom',
    'terminal.md': '/dev/tty',
    'input.md': '/dev/stdin',
    'full.md': '/dev/full',
    'memory.md': '/proc/self/mem',
    'self.md': 'self.md',
    'ping.md': 'pong.md',
    'pong.md': 'ping.md',
    'nowhere.md': 'no-such-file.md',
    'to-pipe.md': 'pipe.md',
  };
  const folders: Readonly<Record<string, string>> = { loop: '.', up: '..', root: '/', proc: '/proc', devices: '/dev' };
  for (const [name, target] of [...Object.entries(links), ...Object.entries(folders)])
    symlinkSync(target, `${at}/${name}`);
  const server = createServer().listen(`${at}/socket.md`);
  await once(server, 'listening');
  return {
    special: ['folder.md', 'pipe.md', 'socket.md', ...Object.keys(links)].map((name) => `special/${name}`),
    close: () => void server.close(),
  };
}
