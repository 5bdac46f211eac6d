import type { AgentDefinition } from '../definition/agent-definition.ts';
import { type Draft, saysNothing } from '../draft/draft.ts';
import { parseDefinition } from '../reading/parse-definition.ts';
import { composedDefinition } from './compose.ts';
import { suggestedFields } from './ingredient-fields.ts';

/**
 * What a draft would be as an agent of its own, under a name if it has none yet. Where nothing was typed into the form, it
 * has what that would begin with: without it, it would be given all tools.
 *
 * @param definitions Those that it is made from.
 */
export function draftedAgent(draft: Draft, definitions: readonly AgentDefinition[]): AgentDefinition {
  const { format } = draft;
  const fields = saysNothing(draft.fields) ? suggestedFields(definitions, format) : draft.fields;
  const name = fields.name.trim() === '' ? 'draft' : fields.name;
  const description = fields.description.trim() === '' ? `Tried before it is saved: ${name}` : fields.description;
  const { text, fileName } = composedDefinition({ ...draft, kind: 'agent', fields: { ...fields, name, description } });
  return {
    ...parseDefinition(text, fileName),
    id: fileName,
    kind: 'agent',
    path: fileName,
    scope: 'added',
    source: '',
    origin: '',
    format,
    shadowedBy: null,
  };
}
