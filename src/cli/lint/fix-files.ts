import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { fileText } from '../../core/definition/file-text.ts';
import { fixDefinition } from '../../core/lint/fix-definition.ts';
import { ignoredCodes } from '../../core/lint/ignore-comments.ts';
import type { LintCode } from '../../core/lint/lint-codes.ts';
import { lintDefinition } from '../../core/lint/lint-definition.ts';
import { parseDefinition } from '../../core/reading/parse-definition.ts';
import { unifiedDifference } from '../../core/rendering/unified-difference.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import type { ProjectSettings } from './lint-settings.ts';

/** A file that can be put right. */
export interface FileFix {
  readonly definition: AgentDefinition;
  readonly before: string;
  readonly after: string;
}

/**
 * The files among definitions in which something is told that can be put right, in the order of their paths. What their
 * project or they themselves keep silent stays as it is.
 */
export function fileFixes(definitions: readonly AgentDefinition[], settings: ProjectSettings): readonly FileFix[] {
  return definitions
    .flatMap((definition) => {
      const before = fileText(definition);
      const { text } = fixDefinition(before, definition.path, definition.format, meantCodes(definition, settings));
      return text === before ? [] : [{ definition, before, after: text }];
    })
    .sort((a, b) => (a.definition.path < b.definition.path ? -1 : 1));
}

/** Of frontmatter that is broken in several ways lint tells the first; they are put right together. */
function meantCodes(definition: AgentDefinition, settings: ProjectSettings): (code: LintCode) => boolean {
  const found = new Set(lintDefinition(definition).map(({ code }) => code));
  const ignored = ignoredCodes(definition);
  return (code) =>
    !ignored.has(code) &&
    !settings.isOff(definition.path, code) &&
    (found.has(code) || code.startsWith('frontmatter/'));
}

/** What would change, as `patch` reads it. */
export function fixDifference(fixes: readonly FileFix[], { shown }: CommandContext): string {
  const patches = fixes.map(({ definition, before, after }) =>
    unifiedDifference(shown(definition.path).replaceAll('\\', '/'), before, after),
  );
  return patches.join('');
}

/** What became of writing a fix: `null` if it is on the disk, else why not. */
export interface FixOutcome {
  readonly fix: FileFix;
  readonly problem: string | null;
  /** Where the version before is; `null` if git has it. */
  readonly backup: string | null;
  /** What of the file before could not be kept. */
  readonly notKept: string | null;
}

/**
 * Write files that were put right, each only over the version that was read.
 *
 * @param foundIn The folders which links may not lead out of, by the path of a file.
 * @param backups A folder for what git does not have.
 */
export async function writeFixes(
  fixes: readonly FileFix[],
  foundIn: ReadonlyMap<string, string>,
  backups: string | null,
  { files, sha256 }: CommandContext,
): Promise<readonly FixOutcome[]> {
  const outcomes: FixOutcome[] = [];
  for (const fix of fixes) {
    const guard = { kind: 'version', sha256: sha256(fix.before), mends: { backups } } as const;
    const { path } = fix.definition;
    const outcome = await files.write(path, fix.after, guard, foundIn.get(path));
    const problem =
      outcome.kind === 'written' ? null : outcome.kind === 'failed' ? outcome.reason : 'it has changed meanwhile';
    const notKept = (outcome.kind === 'written' && outcome.notKept) || null;
    const backup = outcome.kind === 'written' ? outcome.backup : null;
    outcomes.push({ fix, problem, backup, notKept });
  }
  return outcomes;
}

/** The definitions as they are on the disk now: those written read anew, the others as they were. */
export function afterFixes(
  definitions: readonly AgentDefinition[],
  outcomes: readonly FixOutcome[],
): readonly AgentDefinition[] {
  const written = new Map(
    outcomes.filter(({ problem }) => problem === null).map(({ fix }) => [fix.definition.path, fix.after]),
  );
  return definitions.map((definition) => {
    const text = written.get(definition.path);
    return text === undefined ? definition : { ...definition, ...parseDefinition(text, definition.path) };
  });
}

/**
 * One line on the writing, with where the versions before are, and one on each file that was not written.
 *
 * @param backups The folder in which those are that git does not have.
 * @param shown A path as people write it.
 */
export function outcomeWords(
  outcomes: readonly FixOutcome[],
  backups: string | null,
  shown: (path: string) => string,
): string {
  const written = outcomes.filter(({ problem }) => problem === null);
  const lines = outcomes.flatMap(({ fix, problem, notKept }) => {
    const words = problem === null ? notKept : `not written, ${problem}`;
    return words === null ? [] : [`${visibleText(shown(fix.definition.path))}: ${words}\n`];
  });
  const kept = written.flatMap(({ backup }) => backup ?? []);
  const which = kept.length === written.length ? '' : ` of ${kept.length}, which git does not have,`;
  const where = kept.length === 1 ? kept[0] : backups;
  const before =
    kept.length === 0 ? 'git has the version before' : `the version before${which} is in ${shown(where ?? '')}`;
  const done = written.length === 0 ? '' : `Fixed ${counted(written.length, 'file')}; ${visibleText(before)}\n`;
  return done + lines.join('');
}
