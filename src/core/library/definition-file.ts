import type { ParsedDefinition, Source } from '../definition/agent-definition.ts';
import { fileName, pathInside } from '../definition/file-name.ts';
import { HARNESSES, harnessFormat } from '../formats/harnesses/harnesses.ts';
import { isPassedOver } from '../formats/loading/file-rule.ts';
import { placeOf } from '../formats/loading/place-of.ts';

/** Which files of a source may hold definitions. */
export interface SourceFileRule {
  /** What their names end in. */
  readonly endings: readonly string[];
  /** Whether folders inside are looked into. */
  readonly recursive: boolean;
}

/**
 * Which files of a source to read: those its harness would load, or in collections, bundled or added, any that some
 * harness could load.
 */
export function sourceFileRule({ scope, format, kind }: Source): SourceFileRule {
  if (kind === 'skill') return { endings: ['SKILL.md'], recursive: true };
  // Commands in TOML are no definitions that we read.
  if (kind === 'command') return { endings: ['.md'], recursive: true };
  if (isCollection(scope)) return { endings: scope === 'added' ? ['.md', '.toml'] : ['.md'], recursive: true };
  const { endings, recursive } = harnessFormat(format).files;
  return { endings, recursive: recursive ?? true };
}

/** Which files of a source any harness that reads it would look at; in collections those that are read anyway. */
export function widestFileRule(source: Source): SourceFileRule {
  if (isCollection(source.scope) || source.kind) return sourceFileRule(source);
  const rules = HARNESSES.filter((harness) => placeOf(harness, source) !== null).map(({ files }) => files);
  return {
    endings: [...new Set(rules.flatMap(({ endings, anyCase }) => (anyCase ? endings.flatMap(inAnyCase) : endings)))],
    recursive: rules.some(({ recursive }) => recursive !== false),
  };
}

/** As people write them. */
const inAnyCase = (ending: string): readonly string[] => [ending, ending.toUpperCase()];

/** Whether a file that was found with {@link widestFileRule} is one that the source lists. */
export function isListed(source: Source, path: string): boolean {
  const { endings, recursive } = sourceFileRule(source);
  const inside = pathInside(path, source.folder);
  const isEnding = endings.some((ending) => path.endsWith(ending)) || path === source.folder;
  return isEnding && (recursive || !inside.includes('/')) && !isIgnoredFile(source, path);
}

/** Whether the harness of a source passes over a file for its name, as Gemini CLI does with `_draft.md`. */
export function isIgnoredFile({ scope, format, kind }: Source, path: string): boolean {
  return !isCollection(scope) && kind === undefined && isPassedOver(harnessFormat(format).files, path);
}

/**
 * Whether a file found where a harness looks defines an agent. Files that say something about the folder do not
 * (`README.md`, `CLAUDE.md`), unless their frontmatter names an agent; nor do TOML files of other programs. What files of
 * collections are, says `kind-of.ts`.
 */
export function isDefinitionFile(path: string, parsed: ParsedDefinition): boolean {
  if (path.endsWith('.toml')) return hasTomlPrompt(parsed);
  return Object.hasOwn(parsed.frontmatter, 'name') || !isAboutTheFolder(fileName(path));
}

/**
 * Whether a TOML file has the field that holds the prompt in an agent's file (openai/codex, `core/src/config/agent_roles.rs`),
 * looked for in the text, so that a broken file is a definition with a problem and not silently none.
 */
export function hasTomlPrompt({ frontmatterRaw }: ParsedDefinition): boolean {
  return TOML_PROMPT.test(frontmatterRaw);
}

const TOML_PROMPT = /^[ \t]*developer_instructions[ \t]*=/m;

/** Whether a file of this name says something about its folder. */
export function isAboutTheFolder(name: string): boolean {
  return ABOUT_THE_FOLDER.some((pattern) => pattern.test(name));
}

// Also in other languages: README.de.md, README_zh-CN.md. Words that could name an agent count in capitals only.
const ABOUT_THE_FOLDER = [
  /^(?:readme|changelog|licen[cs]e|contributing|code[_-]of[_-]conduct|claude|agents|gemini|copilot-instructions)(?:[._-][a-z]{2}(?:[._-][a-z]{2,4})?)?\.md$/i,
  /^(?:CHANGES|HISTORY|NOTICE|CONTRIBUTORS|AUTHORS|MAINTAINERS|SECURITY|SUPPORT|GOVERNANCE|ROADMAP|TODO|INDEX|INSTALL|USAGE|FAQ)\.md$/,
];

function isCollection(scope: Source['scope']): boolean {
  return scope === 'added' || scope === 'bundled';
}
