import type { AgentDefinition, Format } from '../core/definition/agent-definition.ts';
import { splitTools } from '../core/definition/tool-list.ts';
import { INHERIT, toolList } from '../core/definition/tools.ts';
import { claudeFields } from '../core/formats/converting/claude-fields.ts';
import { fileStem } from '../core/formats/converting/fitting-name.ts';
import { type WrittenDefinition, writeDefinition } from '../core/formats/converting/write-definition.ts';
import { slug } from '../core/sections/section-id.ts';

/** What is said of a new agent; what is left out comes from the agent that it is made after, if there is one. */
export interface NewDefinition {
  readonly name: string;
  readonly description: string | null;
  readonly tools: string | null;
  readonly model: string | null;
  /** Its prompt; `null` for that of the agent it is made after, or the template. */
  readonly body: string | null;
}

/**
 * A new agent as a file for a harness: a template to be filled in, a prompt that was given, or what another agent says
 * under a name of its own. Pure.
 */
export function newDefinition(
  { name, description, tools, model, body }: NewDefinition,
  from: AgentDefinition | null,
  format: Format,
): WrittenDefinition {
  const { tools: before = INHERIT, ...others } = from === null ? {} : claudeFields(from).fields;
  const fields = {
    ...others,
    tools: before,
    ...(tools !== null && { tools: toolList(splitTools(tools)) }),
    ...(model !== null && { model }),
  };
  const named = { name, description: description ?? from?.description ?? '' };
  return writeDefinition(
    format,
    { ...named, ...fields, ...named },
    `${(body ?? from?.body ?? template(name)).trim()}\n`,
  );
}

/** Why a name cannot be that of a new agent, and of its file as it is, in a line; `null` where it can. */
export function whyNoName(name: string): string | null {
  const fits = slug(name);
  if (name === fits && fileStem(name) === name) return null;
  const instead = fits === '' ? '' : `; ${fits} would do`;
  return `${name} is no name: lowercase letters, digits and hyphens${instead}`;
}

/** Says in each section what belongs there, and is of some use as it is. */
function template(name: string): string {
  const words = name.replace(/[-_.]+/g, ' ').trim();
  return `You are the ${words} of this project.

## Role

- Take on the work that the description names, and say so where a request is none of it.

## When invoked

1. Read what the request names, and what stands around it.
2. Ask where the goal is open, before anything is changed.
3. Do the work in steps that can each be checked.

## Rules

- Change nothing but what the request needs.
- Name the file and the line for every finding.
- Say what was not looked at.

## Answer

- Begin with the result in one sentence.
- Then list what was done, and what is left open.
`;
}
