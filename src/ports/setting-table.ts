import { FORMATS } from '../core/definition/agent-definition.ts';
import { portablePlace } from '../core/recipe/portable-name.ts';
import { RECIPES_FOLDER } from '../core/recipe/recipe-file-name.ts';
import { isRecord } from '../kit/plain-data.ts';
import {
  COLOR_ROLES,
  DIVIDERS,
  isColor,
  PREVIEW_PLACES,
  SIGN_SETS,
  THEMES,
  USUAL_APPEARANCE,
} from '../text/appearance.ts';

/** What a value of a setting can be. */
interface SettingShape {
  /** In a word or two, for people. */
  readonly words: string;
  readonly fits: (value: unknown) => boolean;
  /** What one that does not fit is, and what is in force in its stead, after its name. */
  readonly fault: string;
  /** A value as it is typed; what comes of it need not fit. */
  readonly read: (words: readonly string[]) => unknown;
  /** As a JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** All that it can be, where these are few. */
  readonly choices?: readonly string[];
}

/** A key of the settings file. */
export interface SettingKey {
  readonly name: string;
  readonly shape: SettingShape;
  /** What is in force where nothing is set. */
  readonly usual: unknown;
  /** The environment variables that are in force before the file, the first of them first. */
  readonly variables: readonly string[];
  readonly help: string;
  /** Of a key that has parts, each a value of its own. */
  readonly parts?: SettingParts;
}

interface SettingParts {
  /** What a part is called in help. */
  readonly title: string;
  /** Which there are; `null` where they are the user's, or known to the app alone. */
  readonly names: readonly string[] | null;
  readonly shape: SettingShape;
  /** What is wrong where the value has no parts at all. */
  readonly fault: string;
}

const [YES, NO] = [
  ['true', '1'],
  ['false', '0'],
];

const text = (words: string, fault: string): SettingShape => ({
  words,
  fits: (value) => typeof value === 'string',
  fault,
  read: ([word]) => word,
  schema: { type: 'string' },
});

const texts = (words: string, fault: string): SettingShape => ({
  words,
  fits: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  fault,
  read: (given) => given,
  schema: { type: 'array', items: { type: 'string' } },
});

const FOLDER: SettingShape = {
  ...text('a folder', 'is no text; the default is in force'),
  fits: (value) => value === null || typeof value === 'string',
  schema: { type: ['string', 'null'] },
};

/** The same in every project, so no path of this machine. */
const PROJECT_FOLDER: SettingShape = {
  ...text(
    'a folder in the project',
    'is no path that leads into the project, such as docs/recipes; the default is in force',
  ),
  fits: (value) => value === null || (typeof value === 'string' && isInProject(value)),
  read: ([word = '']) => word.replace(/(?<=[^/])\/+$/, ''),
  schema: { type: ['string', 'null'] },
};

function isInProject(path: string): boolean {
  // What lies in agents/.recipes is beside agents/smith.md, and could be of a smith.md of the project's own folder too.
  const isBesideAgents = path.endsWith(`/${RECIPES_FOLDER}`);
  return !path.includes(':') && !path.startsWith('~') && !isBesideAgents && portablePlace(path) !== null;
}

/** When something is done to output: where a terminal is that can, always, or never. */
const WHENS = ['auto', 'always', 'never'];

const COMMAND = text('a command', 'is no text; the default is in force');

const SWITCH: SettingShape = {
  words: 'true or false',
  fits: (value) => typeof value === 'boolean',
  fault: 'is neither true nor false; the default is in force',
  read: ([word = '']) => (YES.includes(word) ? true : NO.includes(word) ? false : word),
  schema: { type: 'boolean' },
  choices: ['true', 'false'],
};

const COLOR: SettingShape = {
  ...text('a name, or #rrggbb', 'is no colour, such as cyan, bright-blue or #5cc5d6; the default is in force'),
  fits: isColor,
};

const SHARE: SettingShape = {
  words: 'a per cent',
  fits: (value) => typeof value === 'number' && value > 0 && value < 100,
  fault: 'is no per cent between 0 and 100; the usual one is in force',
  read: ([word = '']) => (/^\d{1,2}(?:\.\d{1,9})?%?$/.test(word) ? Number.parseFloat(word) : word),
  schema: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 100 },
};

/** With what a value has to be one of. */
function choice(choices: readonly string[]): SettingShape {
  return {
    words: listedWith(choices, 'or'),
    fits: (value) => typeof value === 'string' && choices.includes(value),
    fault: `is none of ${listedWith(choices, 'and')}; the default is in force`,
    read: ([word]) => word,
    schema: { enum: choices },
    choices,
  };
}

/** A key whose parts are known has what fits of them. */
function inParts(parts: SettingParts): Pick<SettingKey, 'shape' | 'usual' | 'parts'> {
  const properties = parts.names && Object.fromEntries(parts.names.map((name) => [name, parts.shape.schema]));
  const shape: SettingShape = {
    words: parts.shape.words,
    fits: isRecord,
    fault: parts.fault,
    read: (words) => words,
    schema: properties
      ? { type: 'object', properties, additionalProperties: false }
      : { type: 'object', additionalProperties: parts.shape.schema },
  };
  return { shape, usual: {}, parts };
}

const WORD_LIST = texts('words', 'is no list of words; it is passed over');

/** Every key that the settings file can have. Validation, help, `docs/configuration.md` and the schema are made of it. */
export const SETTING_KEYS: readonly SettingKey[] = [
  {
    name: 'saveFolder',
    shape: FOLDER,
    usual: null,
    variables: ['AGENTS_SAVE_FOLDER'],
    help: 'where the form that saves offers to write; without it, with the agents of the project, or with yours where only you have some',
  },
  {
    name: 'recipes',
    shape: PROJECT_FOLDER,
    usual: null,
    variables: ['AGENTS_RECIPES'],
    help: 'where in its project what an agent is made from is kept; without it, in .recipes beside each',
  },
  {
    name: 'sources',
    shape: texts('folders', 'is no list of folders; none is added'),
    usual: [],
    variables: [],
    help: 'folders to look in besides those of the harnesses',
  },
  {
    name: 'bundled',
    shape: SWITCH,
    usual: true,
    variables: ['AGENTS_BUNDLED'],
    help: 'list the agents that come with the program',
  },
  {
    name: 'hidden',
    shape: texts('ids', 'is no list of ids; nothing is hidden'),
    usual: [],
    variables: [],
    help: 'agents that are not listed, by their ids; the command disable adds to them',
  },
  {
    name: 'harness',
    shape: choice(FORMATS),
    usual: 'claude',
    variables: ['AGENTS_HARNESS'],
    help: 'what the command new writes for, and export where --to names none',
  },
  {
    name: 'confirm',
    shape: SWITCH,
    usual: true,
    variables: ['AGENTS_CONFIRM'],
    help: 'ask before files are removed, mended or updated; without it the answer is yes',
  },
  {
    name: 'mouse',
    shape: SWITCH,
    usual: true,
    variables: ['AGENTS_MOUSE'],
    help: 'use wheel and clicks; the terminal then needs Shift to mark text',
  },
  {
    name: 'linear',
    shape: SWITCH,
    usual: false,
    variables: ['AGENTS_LINEAR'],
    help: 'tell everything in lines, for screen readers',
  },
  {
    name: 'theme',
    shape: choice(THEMES),
    usual: USUAL_APPEARANCE.theme,
    variables: ['AGENTS_THEME'],
    help: 'how the screens are coloured; auto goes by the background of the terminal',
  },
  {
    name: 'signs',
    shape: choice(SIGN_SETS),
    usual: USUAL_APPEARANCE.signs,
    variables: ['AGENTS_SIGNS'],
    help: 'what signs and rules are drawn with',
  },
  {
    name: 'colors',
    ...inParts({
      title: 'ROLE',
      names: COLOR_ROLES,
      shape: COLOR,
      fault: 'lists colours by what they are for, like { "accent": "blue" }; none is changed',
    }),
    variables: [],
    help: 'a colour of your own for one purpose',
  },
  {
    name: 'preview',
    shape: choice(PREVIEW_PLACES),
    usual: USUAL_APPEARANCE.preview,
    variables: ['AGENTS_PREVIEW'],
    help: 'where the preview of the list stands; auto is beside where there is much room',
  },
  {
    name: 'shares',
    ...inParts({
      title: 'DIVIDER',
      names: DIVIDERS,
      shape: SHARE,
      fault: 'lists per cents, like { "list": 60 }; the usual ones are in force',
    }),
    variables: [],
    help: 'how much of the screen lies before a divider',
  },
  {
    name: 'editor',
    shape: COMMAND,
    usual: '',
    variables: ['AGENTS_EDITOR', 'VISUAL', 'EDITOR'],
    help: 'what files are edited with',
  },
  {
    name: 'color',
    shape: choice(WHENS),
    usual: 'auto',
    variables: ['AGENTS_COLOR'],
    help: 'when output is coloured; auto is on a terminal',
  },
  {
    name: 'hyperlink',
    shape: choice(WHENS),
    usual: 'auto',
    variables: ['AGENTS_HYPERLINK'],
    help: 'when paths in output are links; auto is on terminals known to have them',
  },
  {
    name: 'pager',
    shape: COMMAND,
    usual: 'less -FRX',
    variables: ['AGENTS_PAGER', 'PAGER'],
    help: 'what shows what is longer than the screen; cat, or nothing, for none',
  },
  {
    name: 'shortForms',
    ...inParts({
      title: 'WORD',
      names: null,
      shape: WORD_LIST,
      fault: 'is no words with lists of what they stand for; none is added',
    }),
    variables: [],
    help: 'what the search is to know a word as, too',
  },
  {
    name: 'keys',
    ...inParts({
      title: 'BINDING',
      names: null,
      shape: texts('keys', 'keys are a list of texts, like ["d", "="]'),
      fault: 'lists keys by binding, like { "list.compare": ["d", "="] }; the default keys are in force',
    }),
    variables: [],
    help: 'your own keys for a binding, in place of its own; no key leaves it to the palette',
  },
];

/** A key as it is written on the command line: with one of its parts, where it has some. */
export interface SettingName {
  readonly key: SettingKey;
  readonly part: string | null;
}

/** Which setting a name means: `mouse`, `colors.accent`, `keys.list.compare`; `null` for none. */
export function settingNamed(name: string): SettingName | null {
  const [, head = name, part = null] = /^([^.]*)\.(.+)$/s.exec(name) ?? [];
  const key = SETTING_KEYS.find((one) => one.name === head);
  if (key === undefined || (part !== null && !key.parts)) return null;
  return part !== null && key.parts?.names?.includes(part) === false ? null : { key, part };
}

/** Every name that a setting can have, those of the user aside. */
export function settingNames(): readonly string[] {
  return SETTING_KEYS.flatMap(({ name, parts }) => [name, ...(parts?.names ?? []).map((part) => `${name}.${part}`)]);
}

/** The settings file as a JSON Schema (2020-12). */
export function settingsSchema(): Readonly<Record<string, unknown>> {
  const properties = SETTING_KEYS.map(({ name, shape, usual, help }) => [
    name,
    { description: help, ...shape.schema, default: usual },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Settings of agents',
    type: 'object',
    properties: Object.fromEntries(properties),
    patternProperties: { '^[_$]': true },
    additionalProperties: false,
  };
}

/** `a, b and c`. */
export function listedWith(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
