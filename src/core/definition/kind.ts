/** What a file of a collection is for. */
export const KINDS = ['agent', 'skill', 'command'] as const;

/** An agent; a skill, `SKILL.md` with its folder; a command, or prompt, that people call by its name. */
export type Kind = (typeof KINDS)[number];
