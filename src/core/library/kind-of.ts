import type { ParsedDefinition } from '../definition/agent-definition.ts';
import { fileName, folderOf, foldersBetween } from '../definition/file-name.ts';
import type { Kind } from '../definition/kind.ts';
import { isHarnessHome, placeInSource } from '../formats/place-in-source.ts';
import { isTitledAsRole, speaksAsPrompt } from '../reading/speaks-as-prompt.ts';
import { bareMap, type CollectionMap, isSkillFile, kindOfFolder } from './collection-map.ts';
import { hasTomlPrompt, isAboutTheFolder } from './definition-file.ts';

/**
 * What a file of a collection is: the first rule that applies decides (docs/kinds.md).
 *
 * @param path Absolute, below the root of the map.
 * @returns `null` for what is neither agent nor skill nor command: a document, a page, a reference of a skill.
 */
export function kindOf(path: string, parsed: ParsedDefinition, map: CollectionMap): Kind | null {
  const named = map.files.get(path);
  if (named !== undefined) return named;
  if (path.endsWith('.toml')) return isCodexPlace(path, map) || hasTomlPrompt(parsed) ? 'agent' : null;
  const place = placeOf(path, map);
  if (isSkillFile(path) && !(place?.kind === 'agent' && place.between.length === 0)) return 'skill';
  const name = fileName(path);
  const isAgentPlace = place?.kind === 'agent';
  if (isDocument(name) && !(isAgentPlace && isNamedForAgent(name, parsed))) return null;
  if (/\.prompt\.md$/i.test(name)) return 'command';
  if (NO_PART.test(name)) return null;
  if (NAMED_AS_AGENT.test(name) && place?.kind !== 'skill') return 'agent';
  if (place === null) return isAgentAnywhere(path, parsed, map) ? 'agent' : null;
  return isOfPlace(name, parsed, place) ? place.kind : null;
}

function isOfPlace(name: string, parsed: ParsedDefinition, place: Place): boolean {
  if (place.kind === 'agent') return isAgentInFolder(name, parsed, place);
  return place.kind === 'command' && (!place.isAmongDocuments || isDescribed(parsed));
}

/** Whether Codex looks for agents where a path lies: whatever is there is meant as one, errors and all. */
const isCodexPlace = (path: string, { root }: CollectionMap): boolean =>
  placeInSource(path, root).includes('/.codex/agents/');

/** What a file is that was named by itself: an agent if nothing says otherwise, whatever it is called. */
export function kindOfNamed(path: string, parsed: ParsedDefinition): Kind {
  return kindOf(path, parsed, bareMap(folderOf(folderOf(path)))) ?? 'agent';
}

/** What a file is in a folder where a harness has skills, or commands. */
export function kindInPlace(kind: Exclude<Kind, 'agent'>, path: string): Kind | null {
  return kind === 'skill' ? (isSkillFile(path) ? kind : null) : isDocument(fileName(path)) ? null : kind;
}

/** Whether a file is none of them whatever it says, so that it need not be read: most of a repository is not. */
export function isNoneByPath(path: string, map: CollectionMap): boolean {
  if (!path.endsWith('.md') || map.files.has(path)) return false;
  const place = placeOf(path, map);
  const name = fileName(path);
  if (isSkillFile(path) || place?.kind === 'agent' || /\.prompt\.md$/i.test(name)) return false;
  return place?.kind === 'skill' || isDocument(name) || NO_PART.test(name);
}

/** As editors with GitHub Copilot call them. */
const NAMED_AS_AGENT = /\.(?:agent|chatmode)\.md$/i;

/** Rules of an editor, and what files are made from. */
const NO_PART = /\.(?:instructions|template)\.md$/i;

/** Whether agents are looked for where a path lies: in a folder of agents, or in the collection itself. */
export function liesAmongAgents(path: string, map: CollectionMap): boolean {
  return placeOf(path, map)?.kind === 'agent' || folderOf(path) === map.root || map.files.get(path) === 'agent';
}

/** The nearest folder around a file that says what it holds. */
interface Place {
  readonly kind: Kind;
  /** The folders between it and the file. */
  readonly between: readonly string[];
  /** Whether it lies among documents. */
  readonly isAmongDocuments: boolean;
  /** Whether a harness looks there, as in `.claude/agents`. */
  readonly isHarness: boolean;
}

function placeOf(path: string, map: CollectionMap): Place | null {
  const folders = foldersBetween(map.root, path);
  let folder = folderOf(path);
  for (let at = folders.length - 1; at >= 0; at -= 1) {
    const name = folders[at] ?? '';
    const kind = map.folders.get(folder) ?? (map.skills.has(folder) ? 'skill' : kindOfFolder(name));
    if (kind !== null) {
      const around = at > 0 ? (folders[at - 1] ?? '') : fileName(map.root);
      return {
        kind,
        between: folders.slice(at + 1),
        isAmongDocuments: folders.slice(0, at).includes('docs'),
        isHarness: isHarnessFolder(around),
      };
    }
    folder = folderOf(folder);
  }
  const rootPlace = { between: folders, isAmongDocuments: false };
  if (map.skills.has(map.root)) return { ...rootPlace, kind: 'skill', isHarness: false };
  if (map.rootKind === null) return null;
  const around = fileName(folderOf(map.root));
  return { ...rootPlace, kind: map.rootKind, isHarness: isHarnessFolder(around) };
}

/** Folders of harnesses: `.claude`, and `claude` or `opencode` among dotfiles. */
const isHarnessFolder = (name: string): boolean => isHarnessHome(name) || name === 'claude' || name === 'opencode';

/** In a folder of agents one field is enough, or a text that speaks as a prompt. */
function isAgentInFolder(name: string, parsed: ParsedDefinition, place: Place): boolean {
  const { between, isHarness, isAmongDocuments } = place;
  const hasName = states(parsed, 'name');
  const hasDescription = states(parsed, 'description');
  // Skills of a program that is called so; one by itself may be an agent all the same.
  if (between.some((folder) => folder.toLowerCase() === 'skills')) {
    return between.length === 1 && hasName && hasDescription && AGENT_FIELDS.some((field) => states(parsed, field));
  }
  if (between.some((folder) => ASIDE.has(folder.toLowerCase()))) return hasName && hasDescription;
  // The pages of a documentation site have a title.
  if (states(parsed, 'title') && !hasName) return speaksAsPrompt(parsed.body, false);
  if (hasDescription || AGENT_FIELDS.some((field) => states(parsed, field))) return true;
  if (isHarness && hasName) return true;
  // A byte order mark is none.
  if (parsed.frontmatterRaw.trim() !== '' && !hasName) return false;
  if (/^[A-Z0-9]+(?:[-_][A-Z0-9]+)+\.md$/.test(name)) return false;
  // What lies where a harness looks is meant as an agent sooner than elsewhere.
  if (isHarness && isTitledAsRole(parsed.body, name)) return true;
  return speaksAsPrompt(parsed.body, !isAmongDocuments && (/^[A-Z0-9]+\.md$/.test(name) ? name : true));
}

/** Whether a file says what it does as commands do; the pages of a documentation site have a title. */
const isDescribed = (parsed: ParsedDefinition): boolean => states(parsed, 'description') && !states(parsed, 'title');

/** Folders among agents for what they use. */
const ASIDE: ReadonlySet<string> = new Set(['references', 'templates', 'docs', 'assets', 'scripts']);

/** Elsewhere the frontmatter has to be complete, and something has to say that it is an agent's. */
function isAgentAnywhere(path: string, parsed: ParsedDefinition, { root }: CollectionMap): boolean {
  if (OTHER_FIELDS.some((field) => states(parsed, field))) return false;
  const isComplete = states(parsed, 'name') && states(parsed, 'description');
  const folders = foldersBetween(root, path);
  if (folders.length === 0) return isComplete || speaksAsPrompt(parsed.body, fileName(path));
  if (!isComplete || folders.some((folder) => OTHER_FOLDERS.has(folder.toLowerCase()))) return false;
  return AGENT_FIELDS.some((field) => states(parsed, field)) || speaksAsPrompt(parsed.body);
}

const AGENT_FIELDS = ['tools', 'model', 'color', 'mode', 'permission', 'disallowedTools'] as const;

/** Fields of rules, instructions, output styles, skills, commands and workflows. */
const OTHER_FIELDS = [
  'globs',
  'alwaysApply',
  'applyTo',
  'paths',
  'keep-coding-instructions',
  'allowed-tools',
  'argument-hint',
  'on',
] as const;

const OTHER_FOLDERS: ReadonlySet<string> = new Set([
  'skills',
  'rules',
  'references',
  'docs',
  'templates',
  'output-styles',
  'memory',
  'instructions',
  'workflows',
  'tests',
  '__tests__',
  'fixtures',
  '__fixtures__',
]);

/** Whether a field is there, whatever its case, also in frontmatter that could not be read. */
function states({ frontmatter, frontmatterRaw }: ParsedDefinition, field: string): boolean {
  if (Object.hasOwn(frontmatter, field)) return true;
  const names = Object.keys(frontmatter);
  if (names.length === 0) return frontmatterRaw !== '' && hasLine(frontmatterRaw, field);
  const lower = field.toLowerCase();
  return names.some((name) => name.length === field.length && name.toLowerCase() === lower);
}

const hasLine = (raw: string, field: string): boolean =>
  raw.split(/\r\n|\n|\r/).some((line) => line.startsWith(`${field}:`));

const isDocument = (name: string): boolean => isAboutTheFolder(name) || ALSO_ABOUT_THE_FOLDER.test(name);

/** What collections have beside: pages that list a folder, documents about it with a longer name, files of other harnesses. */
const ALSO_ABOUT_THE_FOLDER =
  /^(?:index(?:[._-][a-z]{2})?|README[._-].*|CHANGELOG[._-].*|(?:.*[-_.])?(?:CLAUDE|AGENTS|GEMINI|QWEN|WARP))\.md$/;

/** Whether such a file is an agent all the same: it names one, or is called as an agent may be and has fields. */
function isNamedForAgent(name: string, parsed: ParsedDefinition): boolean {
  if (states(parsed, 'name')) return true;
  return /^(?:claude|gemini)\.md$/.test(name) && parsed.frontmatterRaw !== '';
}
