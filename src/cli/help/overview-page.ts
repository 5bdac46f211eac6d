import type { Command } from 'commander';
import { textWidth } from '../../text/text-cells.ts';
import { actionsOf } from '../command-words.ts';
import { COMMAND_GROUPS } from './command-groups.ts';
import { commandPage } from './command-page.ts';
import type { HelpBlock, HelpPage } from './help-page.ts';
import { TOPICS } from './topics.ts';

/** The help of the program on one screen: what it is for, its commands by what people come for, and where to go on. */
export function overviewText(program: Command, lines: (block: HelpBlock) => string, width: number): string {
  const name = program.name();
  const parts = [
    lines({ text: program.description() }),
    lines({ text: `Usage: ${name} [COMMAND] [OPTIONS]         without a command: the app` }),
    groupLines(program, width),
    lines({
      text: 'Options   --source <folder>  --json  --color <when>  -h, --help  -V, --version',
    }),
    lines({ title: 'Examples', commands: EXAMPLES.map((example) => `${name} ${example}`) }),
    lines({
      text: `${name} help COMMAND tells the rest, ${name} help --all names every command; topics: ${Object.keys(TOPICS).join(' ')}`,
    }),
  ];
  return parts.join('\n');
}

const EXAMPLES = [
  'search backend --limit 5',
  'compare backend-architect code-reviewer',
  "compose 'backend-architect#security' --name mine -o mine.md",
  'source add ~/collections/dozen',
];

/** Each group with the commands that there are. */
function groupLines(program: Command, width: number): string {
  const there = new Set(shownCommands(program).map((command) => command.name()));
  const column = 10;
  const rows = COMMAND_GROUPS.flatMap(({ title, lines }) =>
    lines
      .map(({ commands, about = '' }) => ({ commands: commands.filter((one) => there.has(one)).join('  '), about }))
      .filter(({ commands }) => commands !== '')
      .map(({ commands, about }, at) => ({ title: at === 0 ? title : '', commands, about })),
  );
  const longest = rows.map(({ commands, about }) => (about === '' ? 0 : textWidth(commands)));
  const aboutAt = column + longest.reduce((most, one) => Math.max(most, one), 0) + 2;
  return rows
    .flatMap(({ title, commands, about }) => {
      const first = title.padEnd(column) + commands;
      const whole = `${first.padEnd(aboutAt)}${about}`.trimEnd();
      if (textWidth(whole) <= width) return [whole];
      // In a narrow terminal the names alone.
      return wordsWrapped(commands, width - column).map((line, at) => (at === 0 ? title : '').padEnd(column) + line);
    })
    .map((line) => `${line}\n`)
    .join('');
}

function wordsWrapped(words: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split('  ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + word.length <= width) lines[lines.length - 1] = `${last}  ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Every command with all it takes, in the order of the groups. */
export function everyCommand(program: Command): HelpPage {
  return shownCommands(program)
    .flatMap((command) => [command, ...actionsOf(command)])
    .flatMap((command) => commandPage(command, false));
}

/** The commands that help speaks of, in the order of the groups. */
export function shownCommands(program: Command): readonly Command[] {
  const order = COMMAND_GROUPS.flatMap(({ lines }) => lines.flatMap(({ commands }) => commands));
  const place = (command: Command): number => (order.indexOf(command.name()) + 1 || order.length + 1) - 1;
  return [...actionsOf(program)].sort((a, b) => place(a) - place(b));
}
