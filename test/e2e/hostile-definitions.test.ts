import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Session } from '../support/terminal-session.ts';
import { openWorkbench } from '../support/workbench.ts';

const ESC = '\u001B';
const BEL = '\u0007';

/** What a stranger's file may try: title, clipboard, link, screen, device query, C1, overwriting, hiding, reversing. */
const ATTACK = [
  `${ESC}]0;taken over${BEL}`,
  `${ESC}]52;c;ZXZpbA==${BEL}`,
  `${ESC}]8;;https://example.org${ESC}\\link${ESC}]8;;${ESC}\\`,
  `${ESC}[?1049l${ESC}[?25h${ESC}[2J${ESC}[31m`,
  `${ESC}[c${ESC}[6n${ESC}P$q"p${ESC}\\`,
  '\u009B31m\u009D0;taken over\u009C',
  'over\rwritten\b\b',
  'pass\u200Bword\u2066\u202Egnp.exe\u202C\u2069\u{E0041}',
].join('');

/** The same in YAML's own escapes, so that the values really hold it. */
const QUOTED = JSON.stringify(ATTACK).replace(/[\u007F-\u{10FFFF}]/gu, (character) => {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
});

const BODY = `You begin ${ATTACK} end.\n\n## Title ${ATTACK}\n\n- Item ${ATTACK}\n\n**Bold ${ATTACK}:**\n- ${ATTACK}\n`;

const HOSTILE = {
  'quoted.md': `---\nname: ${QUOTED}\ndescription: ${QUOTED}\nmodel: ${QUOTED}\ntools: [${QUOTED}]\ncolor: ${QUOTED}\n---\n${BODY}`,
  'raw.md': `---\nname: raw ${ATTACK}\ndescription: raw ${ATTACK}\n---\n${BODY}`,
  [`file${ESC}]0;taken over${BEL}\u009B31m\u202E.md`]: BODY,
};

const SOURCE = `source${ESC}]0;taken over${BEL}`;

/** The control sequences of our own frames, and the line ends a terminal driver makes. */
const OUR_SEQUENCES =
  /\u001B\[(?:[0-9;]*m|\d*[ABCDGKLM]|[012]?J|[0-6] q|\?u|>1u|<u|(?:\d+;\d+)?[Hr]|\?(?:1049|7|25|2004|1002|1006|2026)[hl])|\u001B\]11;\?\u0007|\r?\n|\r/g;
const DANGEROUS =
  /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

describe('a hostile definition', () => {
  test('does nothing to the terminal on any screen', async () => {
    const files = Object.entries(HOSTILE).map(([name, text]) => [`${SOURCE}/${name}`, text]);
    const folder = join(temporaryFolder(Object.fromEntries(files)), SOURCE);
    const session = await openWorkbench({ folder, columns: 120, rows: 40 });
    await session.sees('3 of 3');

    session.press('Tab');
    await session.sees('1 marked');
    session.press('Tab');
    await session.sees('2 marked');
    session.press('Tab');
    await session.sees('3 marked');
    session.press('Enter');
    await session.sees('/ search');
    for (const [key, shown] of [
      ['Enter', 'v view'],
      ['v', '## Title'],
      ['Esc', '/ search'],
      ['d', 'topic 1 of'],
      ['v', '· plain'],
      ['v', '· source'],
      ['Esc', '/ search'],
      ['c', 'Nothing taken yet'],
      ['m', /~[\d,]+ tokens/],
      ['r', /╭─ Rename/],
      ['Esc', /~[\d,]+ tokens/],
      ['Ctrl-S', 'Also the name of its file'],
      ['Ctrl-X', /╭─ Commands/],
      ['Esc', 'Also the name of its file'],
      ['Esc', /~[\d,]+ tokens/],
      ['Esc', '/ search'],
    ] as const) {
      session.press(key);
      await session.sees(shown);
    }
    await command(session, 'problems');
    await command(session, 'sources');
    expect(session.modes()).toEqual({
      alternateScreen: true,
      cursorVisible: true,
      lineWrap: false,
      markedPaste: true,
      mouse: true,
    });

    session.press('q');
    await session.exit();

    expect(session.titles).toEqual([]);
    expect(session.copied).toEqual([]);
    expect(DANGEROUS.exec(session.output().replace(OUR_SEQUENCES, ''))).toBeNull();
  });

  test('is copied only when asked to, and then byte for byte', async () => {
    const folder = temporaryFolder({ 'raw.md': HOSTILE['raw.md'] });
    const session = await openWorkbench({ folder, columns: 240 });
    session.press('Enter');
    await session.sees('enter read');
    await session.sees('␛[?1049l␛[?25h␛[2J␛[31m␛[c␛[6n');

    session.press('y');
    await session.sees('Sent to the terminal’s clipboard');

    expect(session.copied.map((data) => Buffer.from(data.replace(/^c;/, ''), 'base64').toString())).toEqual([BODY]);
    expect(session.titles).toEqual([]);
  });
});

async function command(session: Session, words: string): Promise<void> {
  session.press(':');
  await session.sees(/╭─ Commands/);
  session.type(words);
  await session.sees(`the ${words}`);
  session.press('Enter');
  await session.seesNo(/╭─ Commands/);
  session.press('Esc');
  await session.sees('/ search');
}
