import type { Diagnostic, Severity } from '../../core/definition/diagnostic.ts';
import { folderOf } from '../../core/definition/file-name.ts';
import { lineIndex } from '../../core/lint/line-index.ts';
import { LINT_CODES } from '../../core/lint/lint-codes.ts';
import { nearestOf } from '../../core/naming/nearest-name.ts';
import { isRecord } from '../../kit/plain-data.ts';
import type { FileSystem } from '../../ports/file-system.ts';
import { usageError } from '../usage-error.ts';
import { fitsGlob } from './fits-glob.ts';
import { isRepositoryRoot } from './repository-root.ts';

/** What a project says of its files in `.agents/lint.json`. */
interface LintSettings {
  /** Of each code how bad it is here. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Wildcards over paths from the folder of the project: files that are not looked at. */
  readonly ignore: readonly string[];
  /** Absolute path of that folder. */
  readonly folder: string;
}

/** The settings of files, each the nearest above it. */
export interface ProjectSettings {
  isIgnored(path: string): boolean;
  /** Whether the project of a file switches a code off. */
  isOff(path: string, code: string): boolean;
  /** What is found in a file, as bad as its project says. */
  adjusted(path: string, found: readonly Diagnostic[]): readonly Diagnostic[];
}

/** Where settings are, from the folder of a project. */
const PLACE = '.agents/lint.json';

/**
 * Read the settings of every project that files lie in: the nearest from each upwards, up to the root of its repository.
 *
 * @param paths Absolute paths.
 * @param shown A path as people write it.
 * @throws A usage error, in one line with its place, for settings that cannot be read or say what means nothing.
 */
export async function projectSettings(
  files: FileSystem,
  paths: readonly string[],
  shown: (path: string) => string,
): Promise<ProjectSettings> {
  const known = new Map<string, LintSettings | null>();
  const settingsAt = async (folder: string): Promise<LintSettings | null> => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const own = await readSettings(files, folder, shown);
    const isTop = folderOf(folder) === folder || (own === null && (await isRepositoryRoot(files, folder)));
    const settings = own ?? (isTop ? null : await settingsAt(folderOf(folder)));
    known.set(folder, settings);
    return settings;
  };
  for (const path of paths) await settingsAt(folderOf(path));
  const settingsOf = (path: string): LintSettings | null => known.get(folderOf(path)) ?? null;
  return {
    isIgnored: (path) => {
      const { ignore, folder } = settingsOf(path) ?? NONE;
      const inside = path
        .slice(folder.length)
        .replace(/^[\\/]/, '')
        .replaceAll('\\', '/');
      return ignore.some((glob) => fitsGlob(inside, glob));
    },
    isOff: (path, code) => (settingsOf(path) ?? NONE).rules.get(code) === 'off',
    adjusted: (path, found) => {
      const { rules } = settingsOf(path) ?? NONE;
      if (rules.size === 0) return found;
      return found.flatMap((one) => {
        const severity = rules.get(one.code) ?? one.severity;
        // What is switched off anyway needs no comment, and none is told of.
        const isOff = severity === 'off' || rules.get(one.about ?? '') === 'off';
        return isOff ? [] : [{ ...one, severity }];
      });
    },
  };
}

const NONE: LintSettings = { rules: new Map(), ignore: [], folder: '' };

async function readSettings(
  files: FileSystem,
  folder: string,
  shown: (path: string) => string,
): Promise<LintSettings | null> {
  const path = `${folder.replace(/\/$/, '')}/${PLACE}`;
  const read = await files.read(path);
  if (read.kind === 'text') return parseSettings(read.text, folder, shown(path));
  // What lies above a file may be anything, and closed to us; settings that are there and no text are a mistake.
  if (read.code === 'file/unreadable') return null;
  throw usageError(`${shown(path)}: ${read.reason}`);
}

/** @param name The file as messages call it. */
function parseSettings(text: string, folder: string, name: string): LintSettings {
  const at = (offset: number): string => {
    const { line, column } = lineIndex(text).placeAt(offset);
    return `${name}:${line}:${column}`;
  };
  const atKey = (key: string): string => at(Math.max(0, text.indexOf(JSON.stringify(key))));
  const settings = parseJson(text, at);
  if (!isRecord(settings)) throw usageError(`${at(0)}: settings are an object in braces`);
  for (const key of Object.keys(settings)) {
    if (!KEYS.includes(key)) throw usageError(`${atKey(key)}: there is no key ${key}; there are ${KEYS.join(', ')}`);
  }
  const { rules = {}, ignore = [] } = settings;
  if (!isRecord(rules)) throw usageError(`${atKey('rules')}: rules are an object of codes`);
  for (const [code, severity] of Object.entries(rules)) {
    if (!Object.hasOwn(LINT_CODES, code)) {
      throw usageError(`${atKey(code)}: there is no code ${code}; the nearest is ${nearestOf(code, CODES)}`);
    }
    if (!isLevel(severity)) throw usageError(`${atKey(code)}: ${code} is one of ${LEVELS.join(', ')}`);
  }
  if (!Array.isArray(ignore) || !ignore.every((glob) => typeof glob === 'string')) {
    throw usageError(`${atKey('ignore')}: ignore is a list of wildcards such as "vendor/**"`);
  }
  const levels = Object.entries(rules).flatMap(([code, level]) => (isLevel(level) ? [[code, level] as const] : []));
  return { rules: new Map(levels), ignore, folder };
}

const KEYS: readonly string[] = ['rules', 'ignore', '$schema'];
const CODES = Object.keys(LINT_CODES);
const LEVELS = ['off', 'info', 'warning', 'error'] as const;
const isLevel = (value: unknown): value is (typeof LEVELS)[number] => LEVELS.some((level) => level === value);

function parseJson(text: string, at: (offset: number) => string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, position] = /position (\d+)/.exec(error.message) ?? [];
    throw usageError(`${at(position === undefined ? text.trimEnd().length : Number(position))}: not valid JSON`);
  }
}
