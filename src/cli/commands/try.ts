import { draftedAgent } from '../../core/compose/draft-trial.ts';
import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import { ingredientIds } from '../../core/draft/draft.ts';
import { trialOf } from '../../core/formats/converting/trial.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { ExitCode } from '../command-context.ts';
import { findDefinitions } from '../find-definitions.ts';
import { openLibrary } from '../open-library.ts';

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
  if (draft) {
    const ids = new Set(ingredientIds(draft.draft));
    const { definitions } = await openLibrary(context, source);
    return draftedAgent(
      draft.draft,
      definitions.filter(({ id }) => ids.has(id)),
    );
  }
  const { definitions, problems } = await findDefinitions(context, source, [reference]);
  const [definition] = definitions;
  return definition ?? problems.join('\n');
}

function failed(context: CommandContext, words: string): number {
  context.tell(`${words}\n`);
  return ExitCode.Failed;
}
