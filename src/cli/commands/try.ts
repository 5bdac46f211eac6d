import { draftedAgent } from '../../core/compose/draft-trial.ts';
import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { trialOf } from '../../core/formats/converting/trial.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';

/** Options of `agents try`. */
interface TryOptions {
  readonly source: readonly string[];
  /** The harness; `null` for the one that the agent is written for. */
  readonly with: Format | null;
}

/**
 * `agents try`: start a harness with an agent, or with what a draft would be, for one session. Nothing is written into the
 * user's folders, and nothing is left.
 *
 * @param given More arguments for the harness.
 */
export async function tryAgent(
  context: CommandContext,
  reference: string,
  given: readonly string[],
  { source, with: harness }: TryOptions,
): Promise<number> {
  const found = await wanted(context, source, reference);
  if (typeof found === 'string') return failed(context, found);
  const trial = trialOf(found, harness ?? found.format);
  if (typeof trial === 'string') return failed(context, visibleText(trial));
  for (const warning of trial.warnings) context.tell(`${visibleText(warning)}\n`);
  const where =
    trial.file === null ? '' : ', in a folder of its own that is removed at the end: it sees nothing of this project';
  context.tell(`Starting ${trial.title} with ${visibleText(trial.name)} for one session${where}\n`);
  const problem = await (await context.openHarness()).start(trial, given);
  return problem === null ? ExitCode.Done : failed(context, visibleText(problem));
}

/** The agent, or what is wrong. A draft is known by its id. */
async function wanted(
  context: CommandContext,
  source: readonly string[],
  reference: string,
): Promise<AgentDefinition | string> {
  const { drafts } = await (await context.openDrafts()).list();
  const draft = drafts.find(({ id }) => id === reference);
  if (draft) return draftedAgent(draft.draft);
  const { definitions, problems } = await findDefinitions(context, source, [reference]);
  const [definition] = definitions;
  return definition ?? problems.join('\n');
}

function failed(context: CommandContext, words: string): number {
  context.tell(`${words}\n`);
  return ExitCode.Failed;
}
