import { fileName } from '../../core/definition/file-name.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';

/** Options of `agents tour`. */
interface TourOptions {
  readonly again: boolean;
  readonly keep?: string;
}

/**
 * `agents tour`: the main job on what comes with the program, step by step, in a folder that is gone afterwards. Where
 * nothing can be drawn, or all is read aloud, the steps are printed.
 */
export async function tour(context: CommandContext, { again, keep }: TourOptions): Promise<number> {
  const { values } = await context.readSettings();
  if (!context.interactive || !context.canDraw || context.isReadAloud || values.linear) return context.tellTour();
  let isKept = true;
  const code = await context.runTour({
    isAgain: again,
    keep: keep === undefined ? null : visibleText(context.shown(context.absolute(keep))),
    atEnd: async (folder) => {
      isKept = await keepFiles(context, folder, keep);
    },
  });
  return code === ExitCode.Done && !isKept ? ExitCode.Failed : code;
}

/** Puts what was made on the tour where it is wanted; false where that cannot be done. */
async function keepFiles(context: CommandContext, folder: string, keep: string | undefined): Promise<boolean> {
  const { files, program } = context;
  const made = await files.list(folder, ['.md'], false);
  if (made.kind === 'failed' || made.paths.length === 0) return true;
  if (keep === undefined) {
    context.tell(
      `That was the tour, and its folder is gone. ${program} opens your own agents, ${program} help tells more\n`,
    );
    return true;
  }
  let isKept = true;
  for (const path of made.paths) {
    const read = await files.read(path);
    if (read.kind === 'failed') continue;
    const target = `${context.absolute(keep)}/${fileName(path)}`;
    const written = await files.write(target, read.text, { kind: 'absent' });
    const shown = visibleText(context.shown(target));
    if (written.kind === 'written') context.tell(`Kept ${shown}\n`);
    else context.tell(`${shown}: ${written.kind === 'failed' ? written.reason : 'there is such a file already'}\n`);
    isKept &&= written.kind === 'written';
  }
  return isKept;
}
