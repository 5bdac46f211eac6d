import { visibleText } from '../../text/visible-text.ts';
import type { CommandContext } from '../command-context.ts';
import { printAsIs } from '../print-as-is.ts';
import type { TransferOptions, Transferred } from './transferred.ts';

/** The warnings and what became of the file on standard error; in a dry run the file itself on standard output. */
export function transferLines(context: CommandContext, one: Transferred, options: TransferOptions): void {
  const { definition, path, written, outcome } = one;
  const shown = visibleText(context.shown(path));
  if (!options.json && !options.check && written.refusal === null) {
    for (const warning of written.warnings) context.tell(`${visibleText(`${definition.name}: ${warning}`)}\n`);
  }
  const obstacle = obstacleWords(context, one, shown);
  if (obstacle !== null) context.tell(`${obstacle}\n`);
  if (options.json || written.refusal !== null) return;
  if (outcome === null) {
    if (options.output !== '-') context.tell(`${shown} would be:\n`);
    printAsIs(context, written.text);
  } else if (outcome.kind === 'written') {
    const backup =
      outcome.backup === null ? '' : `; the version before is in ${visibleText(context.shown(outcome.backup))}`;
    context.tell(`Wrote ${shown}${backup}\n`);
    if (outcome.notKept !== undefined) context.tell(`${shown}: ${outcome.notKept}\n`);
  } else if (outcome.kind === 'current' && !options.check) context.tell(`${shown} is up to date\n`);
}

function obstacleWords(
  { program }: CommandContext,
  { definition, written, outcome }: Transferred,
  shown: string,
): string | null {
  if (written.refusal !== null) return visibleText(`${definition.name}: ${written.refusal}`);
  if (outcome?.kind === 'failed') return `${shown}: ${outcome.reason}`;
  if (outcome?.kind === 'stale') return `${shown} is not what ${program} would write now`;
  return outcome?.kind === 'occupied' ? `${shown} exists; --force replaces it and keeps a backup` : null;
}

/** The shape is public: fields may be added, never renamed or removed. */
export function transferJson(done: readonly Transferred[], { check }: TransferOptions): unknown {
  return {
    schema: 1,
    to: [...new Set(done.map(({ to }) => to))].join(','),
    files: done.map(({ definition, to, path, written, placed, outcome }) => ({
      agent: definition.id,
      to,
      path,
      written: outcome?.kind === 'written',
      ...((check || outcome?.kind === 'current') && { current: outcome?.kind === 'current' }),
      warnings: written.warnings,
      ...(placed !== null && { placed }),
      ...(written.widens.length > 0 && { widens: written.widens }),
      ...(written.refusal !== null && { refused: written.refusal }),
      ...(outcome === null && written.refusal === null && { text: written.text }),
      ...(outcome?.kind === 'written' && { backup: outcome.backup }),
    })),
  };
}
