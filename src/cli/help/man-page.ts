import type { Command } from 'commander';
import { actionsOf, wordsOf } from '../command-words.ts';
import { commandPage, everywhere } from './command-page.ts';
import type { HelpBlock, HelpPage } from './help-page.ts';
import { shownCommands } from './overview-page.ts';
import { TOPICS } from './topics.ts';

/** Topics that have a section of the manual, by its customary name. */
const SECTIONS: readonly (readonly [title: string, topic: string])[] = [
  ['REFERENCES', 'refs'],
  ['QUERIES', 'queries'],
  ['OUTPUT', 'formats'],
  ['EXIT STATUS', 'exit-codes'],
  ['ENVIRONMENT', 'environment'],
  ['FILES', 'files'],
];

/** The page of the manual (man 7), made of the same as help: `man/agents.1`. */
export function manPage(program: Command): string {
  const name = program.name();
  const commands = shownCommands(program);
  const lines = [
    `.TH ${name.toUpperCase()} 1 "" "${name}" "User Commands"`,
    '.SH NAME',
    `${escaped(name)} \\- find, compare and compose agents`,
    '.SH SYNOPSIS',
    `.B ${escaped(name)}`,
    '[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]',
    '.SH DESCRIPTION',
    ...paragraph(`${program.description()} Without a command, or with folders alone, the app is opened.`),
    '.SH COMMANDS',
    ...commands
      .flatMap((command) => [command, ...actionsOf(command)])
      .flatMap((command) => [`.SS ${escaped(wordsOf(command))}`, ...blocksOf(commandPage(command, false))]),
    '.SH OPTIONS',
    ...paragraph('These stand anywhere, before a command or behind it.'),
    ...blocksOf([{ rows: everywhere(program) }]),
    ...SECTIONS.flatMap(([title, topic]) => [`.SH ${title}`, ...blocksOf(TOPICS[topic]?.(name) ?? [])]),
  ];
  return `${lines.join('\n')}\n`;
}

function blocksOf(page: HelpPage): readonly string[] {
  return page.flatMap(blockLines);
}

function blockLines({ title, text, rows = [], commands = [] }: HelpBlock): readonly string[] {
  return [
    ...(title === undefined ? [] : ['.PP', `\\fB${escaped(title)}\\fR`]),
    ...(text === undefined ? [] : ['.PP', ...paragraph(text)]),
    ...rows.flatMap(([term, meaning]) => ['.TP', `\\fB${escaped(term)}\\fR`, ...paragraph(meaning)]),
    ...(commands.length === 0 ? [] : ['.PP', '.nf', '.RS', ...commands.map(line), '.RE', '.fi']),
  ];
}

const paragraph = (text: string): readonly string[] => [line(text)];

/** A line of text, which must not begin as a request does. */
function line(text: string): string {
  const safe = escaped(text);
  return /^[.']/.test(safe) ? `\\&${safe}` : safe;
}

/** What stands for itself, in letters that every reader of manuals knows. */
function escaped(text: string): string {
  return text.replace(/[\\-]|[^\n\u0020-\u007E]/gu, (sign) => {
    if (sign === '\\') return '\\e';
    if (sign === '-') return '\\-';
    return `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
