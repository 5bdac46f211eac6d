import type { AgentDefinition, Section } from '../../core/definition/agent-definition.ts';
import { resolveSection } from '../../core/search/reference.ts';
import { flattenSections, sectionText } from '../../core/sections/section-text.ts';
import { splitSections } from '../../core/sections/split-sections.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { wholeJson } from '../definition-json.ts';
import { definitionPage } from '../definition-page.ts';
import { findDefinitions } from '../find-definitions.ts';
import { jsonText } from '../json-text.ts';
import { type OutputLook, outputLook } from '../look/output-look.ts';
import { STDIN_PATH } from '../pipes/stdin-path.ts';
import { printAsIs } from '../print-as-is.ts';
import { sectionProblem } from '../section-problem.ts';

/** Options of `agents show`. */
interface ShowOptions {
  readonly source: readonly string[];
  readonly json: boolean;
  readonly raw: boolean;
  /** Id of the one section to show, or `null` for the whole. */
  readonly section: string | null;
}

/** `agents show`: definitions in full. What cannot be shown is told first; the others are shown all the same. */
export async function show(
  context: CommandContext,
  references: readonly string[],
  options: ShowOptions,
): Promise<number> {
  const { definitions, problems } = await findDefinitions(context, options.source, references);
  const parts = definitions.map((definition) => partOf(definition, options.section));
  const found = parts.filter((part) => typeof part !== 'string');
  const all = [...problems, ...parts.filter((part) => typeof part === 'string')];
  for (const problem of all) context.tell(`${problem}\n`);
  if (options.json) context.printExact(jsonText(found.map(partJson), 2));
  else if (options.raw) printAsIs(context, rawText(found, options.section !== null));
  else {
    const look = await outputLook(context);
    await look.page(found.map((part) => pageOf(part, context, look)).join('\n'));
  }
  return all.length > 0 ? ExitCode.Failed : ExitCode.Done;
}

/** What is shown of a definition: its body, or one section of it. */
interface Part {
  readonly definition: AgentDefinition;
  readonly text: string;
  readonly sections: readonly Section[];
}

/** The part asked for, or what is wrong with it. */
function partOf(definition: AgentDefinition, id: string | null): Part | string {
  const sections = splitSections(definition.body, definition.bodyLine);
  if (id === null) return { definition, text: definition.body, sections };
  const resolution = resolveSection(sections, id);
  if (resolution.kind !== 'found') return sectionProblem(definition.name, id, resolution, flattenSections(sections));
  return { definition, text: sectionText(resolution.found), sections: [resolution.found] };
}

function partJson({ definition, text, sections }: Part): unknown {
  return wholeJson(definition, text, sections);
}

function pageOf({ definition, text }: Part, context: CommandContext, look: OutputLook): string {
  return definitionPage(definition, text, context, look);
}

/** The text to the byte. */
function rawText(parts: readonly Part[], isSection: boolean): string {
  return parts
    .map(({ definition, text: shown }) => {
      if (isSection) return shown;
      // In a TOML file the body is a value inside the frontmatter, which is the whole text.
      return isToml(definition) ? definition.frontmatterRaw : definition.frontmatterRaw + shown;
    })
    .join('');
}

function isToml({ path, format }: AgentDefinition): boolean {
  return /\.toml$/i.test(path) || (path === STDIN_PATH && format === 'codex');
}
