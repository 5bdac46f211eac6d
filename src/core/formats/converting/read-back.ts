import { parseDefinition } from '../../reading/parse-definition.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { flawsFor, losesMetadata, whyRefused } from '../loading/why-not-loaded.ts';

/** What a harness makes of a file that was written for it. */
interface ReadBack {
  /** That it is not loaded, and why; `null` where it is. */
  readonly notLoaded: string | null;
  /** Whether the harness does not start where it lies. */
  readonly stops: boolean;
  /** Whether it loads without its fields, limits included. */
  readonly isBare: boolean;
}

/** Read a file that was written for a harness as the harness does, and judge it as `agents which` and `lint` do. */
export function readBack(harness: HarnessFormat, file: { readonly text: string; readonly fileName: string }): ReadBack {
  const folder = `/${harness.newFiles.project}`;
  const path = `${folder}/${file.fileName}`;
  const source = { id: '', scope: 'project', folder, format: harness.id } as const;
  const read = { parsed: parseDefinition(file.text, path), path, source };
  const flaws = flawsFor(harness, read);
  const isBare = losesMetadata(harness, read, flaws);
  const refused = whyRefused(harness, read, flaws);
  if (refused === null) return { notLoaded: null, stops: false, isBare };
  return { notLoaded: `${harness.title} does not load it: ${refused.reason}`, stops: refused.stops === true, isBare };
}
