import type { AgentDefinition } from '../definition/agent-definition.ts';
import type { Draft } from '../draft/draft.ts';
import { parseDefinition } from '../reading/parse-definition.ts';
import { composedDefinition } from './compose.ts';

/** What a draft would be as an agent of its own, under a name if it has none yet. */
export function draftedAgent(draft: Draft): AgentDefinition {
  const { fields, format } = draft;
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
