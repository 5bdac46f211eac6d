import { parseDefinition } from '../../reading/parse-definition.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { whyRefused } from '../loading/why-not-loaded.ts';

/** What a harness makes of a file that was written for it. */
interface ReadBack {
  /** That it is not loaded, and why; `null` where it is. */
  readonly notLoaded: string | null;
  /** Whether the harness does not start where it lies. */
  readonly stops: boolean;
}

/** Read a file that was written for a harness as the harness does, and judge it as `agents which` and `lint` do. */
export function readBack(harness: HarnessFormat, file: { readonly text: string; readonly fileName: string }): ReadBack {
  const folder = `/${harness.newFiles.project}`;
  const path = `${folder}/${file.fileName}`;
  const source = { id: '', scope: 'project', folder, format: harness.id } as const;
  const refused = whyRefused(harness, { parsed: parseDefinition(file.text, path), path, source });
  if (refused === null) return { notLoaded: null, stops: false };
  return { notLoaded: `${harness.title} does not load it: ${refused.reason}`, stops: refused.stops === true };
}
