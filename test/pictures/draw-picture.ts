import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type ProgramInTerminal, startInTerminal } from '../support/program-in-terminal.ts';
import { type MadeUpHome, madeUpHome } from './made-up-home.ts';
import { PALETTES } from './palettes.ts';
import type { Event, Look, Picture, Scene, Step } from './picture.ts';
import { type Frame, svgPicture, svgRecording } from './svg-picture.ts';

/** When every picture is taken. */
const NOW = '2026-03-14T19:31:00Z';
/** How the app was used before; no picture shows it. */
const EARLIER_LOOK: Look = { columns: 120, rows: 36, theme: 'dark', colors: '16' };
const PATIENCE_MS = 20_000;
/** How long a recording shows what came of a step that does not say. */
const HOLD_MS = 1200;

/**
 * Draw a picture of the built app, on a machine of its own.
 *
 * @returns The text of its file.
 * @throws When what a step waits for does not come.
 */
export async function drawPicture({ name, scene, look, moves }: Picture): Promise<string> {
  const machine = madeUpHome(scene.contents ?? 'library');
  try {
    for (const event of scene.before ?? []) {
      await happen(event, machine);
      machine.stamp(event.at);
    }
    const app = openApp(machine, look, NOW, scene);
    try {
      const frames = await play(app, scene.steps);
      const words = { title: scene.title, theme: look.theme };
      const last = frames.at(-1);
      if (!last) throw new Error('no steps');
      return moves ? svgRecording(frames, words) : svgPicture(last.screen, words);
    } finally {
      app.close();
    }
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
  } finally {
    machine.remove();
  }
}

async function happen(event: Event, machine: MadeUpHome): Promise<void> {
  switch (event.kind) {
    case 'visit': {
      const app = openApp(machine, EARLIER_LOOK, event.at);
      try {
        await play(app, event.steps);
        app.press('Ctrl-C');
        await app.exit();
      } finally {
        app.close();
      }
      return;
    }
    case 'command': {
      const [node = '', ...words] = wordsOf(machine, event.args);
      execFileSync(node, words, { cwd: machine.project, env: environment(machine, event.at), stdio: 'pipe' });
      return;
    }
    case 'edit': {
      const path = join(machine.home, event.path);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(event.from)) throw new Error(`${event.path} does not say ${event.from}`);
      writeFileSync(path, text.replace(event.from, event.to));
    }
  }
}

function openApp(
  machine: MadeUpHome,
  { columns, rows, theme, colors }: Look,
  at: string,
  { args = [], holds = '' }: Partial<Scene> = {},
): ProgramInTerminal {
  return startInTerminal({
    words: wordsOf(machine, args),
    cwd: machine.project,
    env: { ...environment(machine, at), PICTURE_HOLDS: holds, ...(colors === 'none' ? { NO_COLOR: '1' } : {}) },
    columns,
    rows,
    patience: PATIENCE_MS,
    background: PALETTES[theme].background,
  });
}

function wordsOf({ program, surroundings }: MadeUpHome, args: readonly string[]): readonly string[] {
  return [process.execPath, '--import', surroundings, program, ...args];
}

/** Nothing of the environment this runs in but the path of programs. */
function environment({ home }: MadeUpHome, at: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    HOME: home,
    PICTURE_CLOCK: at,
    NODE_DISABLE_COMPILE_CACHE: '1',
  };
}

async function play(app: ProgramInTerminal, steps: readonly Step[]): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  for (const { press = [], type, sees, seesNo, hold = HOLD_MS } of steps) {
    app.press(...press);
    if (type !== undefined) app.type(type);
    for (const wanted of sees) await app.sees(wanted);
    if (seesNo !== undefined) await app.seesNo(seesNo);
    frames.push({ screen: await app.cells(), hold });
  }
  return frames;
}
