/**
 * What the commands that compare, judge and write definitions do: half of all code, in a script of its own, so that the
 * commands that only read them start without it.
 */
export { budget } from './commands/budget.ts';
export { compare } from './commands/compare.ts';
export { compareSince } from './commands/compare-since.ts';
export { compose } from './commands/compose.ts';
export { drafts } from './commands/drafts.ts';
export { exportDefinitions } from './commands/export.ts';
export { gaps } from './commands/gaps.ts';
export { importDefinitions } from './commands/import.ts';
export { lineage } from './commands/lineage.ts';
export { lint } from './commands/lint.ts';
export { recomposeFile } from './commands/recompose.ts';
export { rename } from './commands/rename.ts';
export { review } from './commands/review.ts';
export { rivals } from './commands/rivals.ts';
export { shared } from './commands/shared.ts';
export { status } from './commands/status.ts';
export { tryAgent } from './commands/try.ts';
export { twins } from './commands/twins.ts';
export { usage } from './commands/usage.ts';
export { copy } from './keeping/copy.ts';
export { edit } from './keeping/edit.ts';
export { install, uninstall } from './keeping/install.ts';
export { move } from './keeping/move.ts';
export { newAgent } from './keeping/new.ts';
export { remove } from './keeping/remove.ts';
export { disable, enable } from './keeping/switch.ts';
export { redo, undo } from './keeping/undo.ts';
export { addSources, removeSources } from './sources/change-sources.ts';
export { listSources } from './sources/list-sources.ts';
export { restoreSources } from './sources/restore-sources.ts';
export { updateSources } from './sources/update-sources.ts';
