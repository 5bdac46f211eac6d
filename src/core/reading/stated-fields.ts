import type { ParsedDefinition } from '../definition/agent-definition.ts';
import { fieldText } from '../definition/value-as-text.ts';
import { inferDescription, inferName } from './infer.ts';
import { statedTools } from './stated-tools.ts';

/** The part of a definition that its fields give. */
type FieldPart = Pick<
  ParsedDefinition,
  'name' | 'nameInferred' | 'description' | 'descriptionInferred' | 'model' | 'color' | 'tools' | 'frontmatter'
>;

/**
 * What the fields of a file say, whichever syntax they were written in. A name that is not stated comes from the path, a
 * description from the body.
 *
 * @param fields As read.
 */
export function statedFields(fields: Readonly<Record<string, unknown>>, body: string, path: string): FieldPart {
  const statedName = fieldText(fields.name);
  const statedDescription = fieldText(fields.description);
  const name = statedName ?? inferName(path);
  return {
    name,
    nameInferred: statedName === null,
    description: statedDescription ?? inferDescription(body, name),
    descriptionInferred: statedDescription === null,
    model: fieldText(fields.model),
    color: fieldText(fields.color),
    tools: statedTools(fields),
    frontmatter: fields,
  };
}
