import { parseDefinition } from '../../reading/parse-definition.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { whyRefused } from '../loading/why-not-loaded.ts';

/** What a harness makes of a file that was written for it. */
interface ReadBack {
  readonly isLoaded: boolean;
  /** That it is not loaded, and why; nothing where it is. */
  readonly words: readonly string[];
  /** Why it must not be written at all: the harness would not start where it lies. */
  readonly refusal: string | null;
}

/** Read a file that was written for a harness as the harness does, and judge it as `agents which` and `lint` do. */
export function readBack(harness: HarnessFormat, file: { readonly text: string; readonly fileName: string }): ReadBack {
  const folder = `/${harness.newFiles.project}`;
  const path = `${folder}/${file.fileName}`;
  const source = { id: '', scope: 'project', folder, format: harness.id } as const;
  const refused = whyRefused(harness, { parsed: parseDefinition(file.text, path), path, source });
  if (refused === null) return { isLoaded: true, words: [], refusal: null };
  const words = `${harness.title} does not load it: ${refused.reason}`;
  return { isLoaded: false, words: [words], refusal: refused.stops ? words : null };
}
