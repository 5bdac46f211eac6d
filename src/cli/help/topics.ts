import { QUERY_SYNTAX } from '../../core/search/query/query.ts';
import { SETTING_KEYS, type SettingKey } from '../../ports/setting-table.ts';
import type { HelpPage, HelpRow } from './help-page.ts';

/** What is not of one command alone, by the name that `agents help` knows it by; each for the program as it was called. */
export const TOPICS: Readonly<Record<string, (program: string) => HelpPage>> = {
  refs: (program) => [
    { text: 'How an agent is named' },
    {
      rows: [
        ['NAME', 'its name, whatever its capitals; yours before those of plugins, added folders and the bundled ones'],
        ['SCOPE:NAME', 'the one of a scope: project, user, plugin, added or bundled'],
        ['ID', `as ${program} list --json tells it`],
        ['PATH', 'a file, also of no source; what has a slash or ends in .md or .toml is a path'],
        ['REF#SECTION', 'a section, by its id or the end of it: core/api-design or api-design'],
        ['REF#SECTION:N', 'the Nth passage under its title'],
        ['REF#*', 'the whole prompt; in quotes, since shells read * themselves'],
      ],
    },
    {
      text: 'Where several agents could be meant they are listed, and nothing is done. What is not there is answered with the nearest names.',
    },
  ],
  queries: (program) => [
    { text: `What ${program} search and the search line of the app read` },
    { title: 'Queries', rows: QUERY_SYNTAX },
    { text: 'A query that begins with - goes behind --.' },
  ],
  'exit-codes': () => [
    { text: 'What the program ends with' },
    {
      rows: [
        ['0', 'it is done; finding nothing is an answer, too'],
        [
          '1',
          'it failed, or problems were found: an agent that is not there, a file that cannot be written, a check that does not hold',
        ],
        ['2', 'the command line could not be understood; nothing was done'],
        ['130', 'it was interrupted'],
      ],
    },
    { text: 'What is wrong is told on standard error, so that standard output holds nothing but what was asked for.' },
  ],
  environment: () => [
    { text: 'Variables of the settings, each before the settings file' },
    { rows: SETTING_KEYS.flatMap(variableRow) },
    { text: 'Others that are read' },
    {
      rows: [
        ['AGENTS_SOURCE', 'folders to look in alone, parted as those of PATH: as --source on every command'],
        ['AGENTS_CONFIG', 'the settings file'],
        ['XDG_CONFIG_HOME', 'where the settings lie, in agents/config.json; ~/.config without it'],
        ['XDG_DATA_HOME', 'where drafts, recipes and backups lie, in agents; ~/.local/share without it'],
        ['XDG_CACHE_HOME', 'where what can be made again lies, in agents; ~/.cache without it'],
        ['NO_COLOR', 'with any value: no colours'],
        ['FORCE_COLOR, CLICOLOR_FORCE', 'with any value but 0: colours also where no terminal is'],
        ['CLICOLOR', '0: no colours'],
        ['COLORTERM', 'truecolor or 24bit: as many colours as there are'],
        ['TERM', 'dumb: nothing but text'],
        ['INK_SCREEN_READER', 'true or 1: the app tells everything in lines'],
        ['CI', 'with any value: no line that says how far work has come'],
      ],
    },
  ],
  files: () => [
    { text: 'Files of the program; the variables of the topic environment move the folders' },
    {
      rows: [
        ['~/.config/agents/config.json', 'the settings'],
        ['~/.local/share/agents', 'drafts, recipes of what lies in no project, backups, and crash.log'],
        ['~/.cache/agents', 'what can be made again'],
        [
          '.recipes',
          'in a project, beside its agents: of what they were made; the setting recipes names another folder',
        ],
        ['.agents/lint.json', 'in a project: what lint tells there'],
      ],
    },
    {
      text: 'Where agents are looked for: the folders of each harness, in the project and in the home folder, those of plugins, those added, and the bundled ones.',
    },
  ],
  formats: (program) => [
    { text: 'How output is written' },
    {
      rows: [
        ['text', 'to be read; on a terminal as wide as that is'],
        ['--json', 'one document for programs: fields may be added, never renamed or removed'],
        ['--format markdown', `of ${program} compare: a page for a review`],
        ['--format sarif', `of ${program} lint: for code scanning`],
        ['--format github', `of ${program} lint: notes beside the lines of a pull request`],
        ['--raw', `of ${program} show: the bytes of the file`],
      ],
    },
    { text: 'Which harness reads and writes what is told in docs/formats.md.' },
  ],
};

function variableRow({ variables, help }: SettingKey): readonly HelpRow[] {
  return variables.length === 0 ? [] : [[variables.join(', '), help]];
}
