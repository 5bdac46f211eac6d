import { definitionFolder } from './definition-folder.ts';
import { openSession, type Session, type SessionOptions } from './terminal-session.ts';

/** The app on a copy of the fixture definitions, once it has read them. */
export interface Workbench extends Session {
  /** The folder it shows. */
  readonly folder: string;
}

/** Open the app on the fixture definitions, or on another folder, and wait until it has read them. */
export async function openWorkbench(
  options: Omit<SessionOptions, 'args'> & { readonly folder?: string } = {},
): Promise<Workbench> {
  const folder = options.folder ?? definitionFolder();
  const session = openSession({ ...options, args: ['--source', folder] });
  await session.sees(/\d+ of \d+ ·/);
  return { ...session, folder };
}

/** From the start: find by `query`, mark the first `count` results, and go to the list. */
export async function markFirst(session: Session, query: string, count: number): Promise<void> {
  session.type(query);
  await session.sees(` agents  ${query}`);
  for (let marked = 1; marked <= count; marked += 1) {
    session.press('Tab');
    await session.sees(`${marked} marked`);
  }
  session.press('Enter');
  await session.sees('enter read');
}

/** On the compose screen, go down to a topic by its title, then to an agent by its number. */
export async function goToTopic(session: Session, title: string, agent: number): Promise<void> {
  for (let row = cursorRow(session); !row.text.includes(title); row = cursorRow(session)) {
    const { key } = row;
    session.press('Down');
    await session.until(`the cursor goes on to ${title}`, () => cursorRow(session).key !== key);
  }
  session.press('Left', 'Left', 'Left');
  for (let at = 1; at < agent; at += 1) session.press('Right');
}

interface CursorRow {
  readonly text: string;
  /** Differs between rows even where their titles are the same. */
  readonly key: string;
}

function cursorRow(session: Session): CursorRow {
  const lines = session.screen();
  const at = lines.findIndex((line) => line.startsWith('❯'));
  return { text: lines[at] ?? '', key: `${at}${lines[at + 1]}${lines[at]}` };
}
