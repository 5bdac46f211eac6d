import type { Source } from '../../core/definition/agent-definition.ts';
import { budgetWords, loadedBySome } from '../../core/tokens/definition-tokens.ts';
import { counted, countText } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { readLibrary } from '../../usecases/load-library.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { jsonText } from '../json-text.ts';
import { installedFiles } from '../keeping/installed.ts';
import { sourcesOf } from '../known-sources.ts';
import { textColumns } from '../text-columns.ts';
import { lockedSources, type NamedSource, shortCommit } from './locked-sources.ts';

/** `agents source list`: every source, of those from repositories what was taken when, and what of it was changed. */
export async function listSources(context: CommandContext, json: boolean): Promise<number> {
  const sources = await sourcesOf(context, []);
  const locked = await lockedSources(context);
  const { definitions } = await readLibrary(context.files, sources);
  const counts = new Map<string, number>();
  for (const { source } of definitions) counts.set(source, (counts.get(source) ?? 0) + 1);
  const git = await context.openGitSources();
  const takenOf = ({ folder }: Source): NamedSource | undefined =>
    locked.find(({ owner, name }) => {
      const own = git.folderOf(owner, name);
      return own !== null && (folder === own || folder.startsWith(`${own}/`));
    });
  const installed = locked.length === 0 ? [] : await installedFiles(context);
  const installedOf = ({ name }: NamedSource): number =>
    installed.filter((one) => one.installed.source === name).length;
  const rows = sources.map((one) => ({ one, taken: takenOf(one), count: counts.get(one.id) ?? 0 }));
  if (json) {
    context.printExact(
      jsonText(
        rows.map(({ one, taken, count }) => sourceJson(one, taken, count)),
        2,
      ),
    );
  } else {
    const words = rows.map(({ one: { id, scope, format, folder }, taken, count }) => [
      id,
      scope,
      format,
      counted(count, 'agent'),
      taken === undefined ? context.shown(folder) : takenWords(taken, installedOf(taken)),
    ]);
    const loaded = loadedBySome(definitions);
    const budget = loaded.length === 0 ? '' : `\n${budgetWords(loaded)}\n`;
    context.print(`${textColumns(words, context.columns)}${budget}`);
  }
  for (const { owner, name } of locked) {
    const isThere = (await git.commitOf(owner, name)) !== null;
    const changed = isThere ? await git.changedByHand(owner, name) : [];
    if (!isThere) context.tell(`${visibleText(name)} is not here yet; ${context.program} source restore takes it\n`);
    if (changed.length > 0)
      context.tell(`${visibleText(`${name} was changed by hand: ${changed.slice(0, MOST_NAMED).join(', ')}`)}\n`);
  }
  return ExitCode.Done;
}

const MOST_NAMED = 5;

function takenWords({ source: { url, ref, commit, taken } }: NamedSource, installed: number): string {
  const words = installed === 0 ? '' : `, ${countText(installed)} installed`;
  return `${url} ${ref} at ${shortCommit(commit)}, ${taken.slice(0, 10)}${words}`;
}

/** The shape is public: fields may be added, never renamed or removed. */
function sourceJson(
  { id, scope, format, folder }: Source,
  taken: NamedSource | undefined,
  definitions: number,
): unknown {
  const plain = { schema: 1, id, scope, format, folder, kind: taken === undefined ? 'folder' : 'git', definitions };
  if (taken === undefined) return plain;
  const { url, ref, commit, taken: at } = taken.source;
  return { ...plain, url, ref, commit, taken: at };
}
