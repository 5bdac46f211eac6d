import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { newFileRemark } from '../../core/library/new-file.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import type { CommandContext } from '../command-context.ts';
import type { Place } from './place.ts';

/** A file that is to be at a place. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  /** Hash of what is there and is to be replaced; `null` for nothing. */
  readonly replaces: string | null;
  /** Why it cannot be there, in a line, or `null`. */
  readonly problem: string | null;
}

/** What is at the path of a file that is to be written. What is there is in its way, unless it is to be replaced. */
export async function targetAt(
  { files, sha256, shown }: CommandContext,
  { folder }: Place,
  fileName: string,
  force: boolean,
): Promise<Target> {
  const path = `${folder}/${fileName}`;
  const found = await files.read(path);
  if (found.kind === 'text') {
    const problem = force ? null : `${shown(path)} exists; --force replaces it and keeps a backup`;
    return { path, replaces: sha256(found.text), problem };
  }
  const isFree = found.reason === NO_SUCH_FILE;
  return { path, replaces: null, problem: isFree ? null : `${shown(path)}: ${found.reason}` };
}

/** The reason the file system port gives for a file that is not there. */
const NO_SUCH_FILE = 'no such file';

/** What is to be known of files at a place, a line for each of which there is something: another of the name is loaded. */
export async function remarksOn(
  context: CommandContext,
  { format }: Place,
  files: readonly { readonly path: string; readonly text: string; readonly from?: string }[],
): Promise<readonly (readonly string[])[]> {
  const sources = context.defaultSources();
  const { definitions } = await readLibrary(context.files, sources);
  const around = { ...context, definitions, sources };
  return files.map((file) => {
    const remark = newFileRemark(harnessFormat(format), file, around);
    return remark === null ? [] : [`${context.shown(file.path)}: ${remark}`];
  });
}
