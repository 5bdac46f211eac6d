import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ParsedDefinition, Section } from '../../src/core/definition/agent-definition.ts';
import { parseDefinition } from '../../src/core/reading/parse-definition.ts';
import { splitSections } from '../../src/core/sections/split-sections.ts';

/** The folder of the definitions that come with the program. */
export const LIBRARY = fileURLToPath(new URL('../../agents', import.meta.url));

/** A definition that comes with the program. */
export interface BundledAgent {
  readonly file: string;
  readonly text: string;
  readonly definition: ParsedDefinition;
  readonly sections: readonly Section[];
}

/** All that come with the program, by name. */
export function bundledLibrary(): readonly BundledAgent[] {
  const files = readdirSync(LIBRARY).filter((file) => file.endsWith('.md'));
  return files.sort().map((file) => {
    const text = readFileSync(join(LIBRARY, file), 'utf8');
    const definition = parseDefinition(text, `agents/${file}`);
    return { file, text, definition, sections: splitSections(definition.body, definition.bodyLine) };
  });
}
