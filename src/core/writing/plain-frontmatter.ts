import { withoutHidden } from './quote-yaml.ts';
import { serialiseFrontmatter } from './write-frontmatter.ts';

/**
 * Write fields as frontmatter for a harness that takes the rest of a line for the value, quotation marks included, and so
 * knows no quoting: texts stand as they are, on one line, what cannot be seen and runs of blanks as one blank. Other
 * values as in YAML.
 *
 * Law: the rest of the line after `key:`, trimmed, is the text.
 */
export function plainFrontmatter(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).map(([key, value]) =>
    typeof value === 'string' ? `${key}: ${withoutHidden(value)}\n` : withoutFences({ [key]: value }),
  );
  return `---\n${lines.join('')}---\n`;
}

function withoutFences(fields: Readonly<Record<string, unknown>>): string {
  return serialiseFrontmatter(fields).slice('---\n'.length, -'---\n'.length);
}
