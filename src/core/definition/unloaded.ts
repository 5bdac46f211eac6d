import type { AgentDefinition } from './agent-definition.ts';

/** Whether its harness loads another of its name instead of it, or passes over it, and not because the user wants that. */
export const isUnloaded = ({ shadowedBy, passedOver }: AgentDefinition): boolean =>
  shadowedBy !== null || passedOver !== undefined;
