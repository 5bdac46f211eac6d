import type { Format } from '../../definition/agent-definition.ts';
import type { Kind } from '../../definition/kind.ts';
import { HARNESSES, harnessFormat } from './harnesses.ts';

/** Where a harness has files of a kind: below a project folder and below the home folder; `null` for nowhere. */
export interface KindFolders {
  readonly project: string | null;
  readonly user: string | null;
}

/** How a harness wants its commands written. */
export interface CommandRule extends KindFolders {
  readonly ending: '.md' | '.prompt.md' | '.toml';
  /** Whether it reads frontmatter; where it does not, all of the file is the prompt. */
  readonly hasFields: boolean;
}

/**
 * Folders of skills, as of November 2026: code.claude.com/docs/en/skills, opencode.ai/docs/skills,
 * docs.github.com/copilot (add-skills), developers.openai.com/codex/skills, cursor.com/docs/skills,
 * geminicli.com/docs/cli/using-agent-skills, qwenlm.github.io/qwen-code-docs (skills),
 * docs.factory.ai/cli/configuration/skills.
 */
const SKILLS: { readonly [Id in Format]?: KindFolders } = {
  claude: inBoth('.claude/skills'),
  opencode: { project: '.opencode/skills', user: '.config/opencode/skills' },
  copilot: { project: '.github/skills', user: '.copilot/skills' },
  cursor: inBoth('.cursor/skills'),
  gemini: inBoth('.gemini/skills'),
  qwen: inBoth('.qwen/skills'),
  factory: inBoth('.factory/skills'),
};

/** What several harnesses read, Codex first; for those whose own folder is not known. */
const SHARED_SKILLS = inBoth('.agents/skills');

/**
 * Folders of commands, as of November 2026, from the same sites: slash commands of Claude Code, OpenCode, Qwen Code and
 * Factory; prompt files of VS Code; commands of Cursor, without fields, and of Gemini CLI, in TOML. Codex has given its
 * prompts up for skills.
 */
const COMMANDS: { readonly [Id in Format]?: CommandRule } = {
  claude: { ...inBoth('.claude/commands'), ending: '.md', hasFields: true },
  opencode: { project: '.opencode/commands', user: '.config/opencode/commands', ending: '.md', hasFields: true },
  copilot: { project: '.github/prompts', user: null, ending: '.prompt.md', hasFields: true },
  cursor: { ...inBoth('.cursor/commands'), ending: '.md', hasFields: false },
  gemini: { ...inBoth('.gemini/commands'), ending: '.toml', hasFields: true },
  qwen: { ...inBoth('.qwen/commands'), ending: '.md', hasFields: true },
  factory: { ...inBoth('.factory/commands'), ending: '.md', hasFields: true },
};

function inBoth(folder: string): KindFolders {
  return { project: folder, user: folder };
}

/**
 * Where a new file of a kind is best put for a harness.
 *
 * @returns Paths with forward slashes; `null` where the harness has none of that kind, or none that we know of.
 */
export function kindFolders(format: Format, kind: Kind): KindFolders | null {
  if (kind === 'agent') return harnessFormat(format).newFiles;
  return kind === 'skill' ? (SKILLS[format] ?? SHARED_SKILLS) : commandRule(format);
}

/** How a harness wants its commands; `null` where it has none, or none that we know of. */
export function commandRule(format: Format): CommandRule | null {
  return COMMANDS[format] ?? null;
}

/** A folder of skills or commands, and whose it is. */
export interface KindFolder {
  readonly format: Format;
  readonly kind: Exclude<Kind, 'agent'>;
  readonly folder: string;
}

/** Every folder of skills or commands in projects or at home, each once: for those that are shared, Codex stands. */
export function allKindFolders(scope: 'project' | 'user'): readonly KindFolder[] {
  const skills = HARNESSES.flatMap(({ id }) => folderOf(id, 'skill', SKILLS[id]?.[scope]));
  const commands = HARNESSES.flatMap(({ id }) => folderOf(id, 'command', COMMANDS[id]?.[scope]));
  return [...skills, ...folderOf('codex', 'skill', SHARED_SKILLS[scope]), ...commands];
}

function folderOf(format: Format, kind: KindFolder['kind'], folder: string | null | undefined): readonly KindFolder[] {
  return folder ? [{ format, kind, folder }] : [];
}
