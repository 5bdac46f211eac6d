import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A person's machine as the pictures show it. */
export interface MadeUpHome {
  /** The home folder; on the screen it is `~`. */
  readonly home: string;
  /** The project folder in it, where the app is started. */
  readonly project: string;
  /** The script of the program, which is installed in the home folder. */
  readonly program: string;
  /** The script to load before it: its clock, and its slow disk. */
  readonly surroundings: string;
  /** Say that what was written since the last time was written at a moment. */
  readonly stamp: (moment: string) => void;
  /** End of the machine. */
  readonly remove: () => void;
}

/** What the machine holds: the made-up library, or nothing yet but the program. */
export type Contents = 'library' | 'nothing';

/** This folder, which the bundled script lies in too. */
const HERE = fileURLToPath(new URL('.', import.meta.url));
const PACKAGE = join(HERE, '../..');
/** Before anything a picture shows. */
const OLD = '2026-02-02T09:00:00Z';

/**
 * What a program is started with: its clock stands at `PICTURE_CLOCK`, while timers go on, and a folder whose path ends in
 * `PICTURE_HOLDS` is never listed, as on a disk far away.
 */
const SURROUNDINGS = `
  const now = Date.parse(process.env.PICTURE_CLOCK);
  globalThis.Date = class extends Date {
    constructor(...given) {
      super(...(given.length === 0 ? [now] : given));
    }
    static now() {
      return now;
    }
  };
  const held = process.env.PICTURE_HOLDS;
  if (held) {
    const { default: fs } = await import('node:fs');
    const { readdir } = fs;
    fs.readdir = (folder, ...rest) => {
      if (!String(folder).endsWith(held)) readdir(folder, ...rest);
    };
  }
`;

/** Make a home with the program in it. Its path appears nowhere, as whatever the app shows of it lies below `~`. */
export function madeUpHome(contents: Contents): MadeUpHome {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'agents-pictures-')));
  const home = join(root, 'home');
  const project = join(home, 'work/shop');
  const installed = join(home, '.local/lib/agents');
  mkdirSync(join(project, '.git'), { recursive: true });
  for (const part of ['dist', 'agents', 'package.json'])
    cpSync(join(PACKAGE, part), join(installed, part), { recursive: true });
  if (contents === 'library') {
    const library = join(HERE, 'library');
    cpSync(join(library, 'project'), join(project, '.claude/agents'), { recursive: true });
    cpSync(join(library, 'user'), join(home, '.claude/agents'), { recursive: true });
    cpSync(join(library, 'collections'), join(home, 'collections'), { recursive: true });
    const sources = readdirSync(join(library, 'collections'))
      .sort()
      .map((name) => join(home, 'collections', name));
    mkdirSync(join(home, '.config/agents'), { recursive: true });
    writeFileSync(join(home, '.config/agents/config.json'), JSON.stringify({ sources }));
  }
  const surroundings = join(root, 'surroundings.mjs');
  writeFileSync(surroundings, SURROUNDINGS);
  const stamped = new Map<string, number>();
  const stamp = (moment: string): void => {
    const at = new Date(moment);
    for (const entry of readdirSync(home, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || stamped.get(path) === statSync(path).mtimeMs) continue;
      utimesSync(path, at, at);
      stamped.set(path, at.getTime());
    }
  };
  stamp(OLD);
  return {
    home,
    project,
    program: join(installed, 'dist/agents.js'),
    surroundings,
    stamp,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
