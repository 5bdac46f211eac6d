import type { AgentDefinition, Format } from '../../core/definition/agent-definition.ts';
import type { Kind } from '../../core/definition/kind.ts';
import { harnessFormat } from '../../core/formats/harnesses/harnesses.ts';
import { allKindFolders, kindFolders } from '../../core/formats/harnesses/kind-folders.ts';
import { newFileRemark } from '../../core/library/new-file.ts';
import { memoLast } from '../../kit/memo.ts';
import { readDefinitions } from '../browse/listed-definitions.ts';
import { composedFile } from '../compose/composed-result.ts';
import type { Model } from '../model/model.ts';
import { shortPath } from '../model/short-path.ts';
import { formDraft, formFormat, formKind, targetPath } from './save-form.ts';

/** What the harness makes of the place that the form names: that it never looks there, or loads another of that name. */
export function placeRemark(model: Model): string | null {
  const { library, surroundings } = model;
  const kind = formKind(model.save);
  if (kind !== 'agent') return kindRemark(formFormat(model.save), kind, targetPath(model));
  const { text } = composedFile(formDraft(model));
  return remark(
    formFormat(model.save),
    targetPath(model),
    text,
    readDefinitions(library).agents,
    library.sources,
    surroundings,
  );
}

/** Skills of one harness are read by others too, so that only what lies where none looks is told. */
function kindRemark(format: Format, kind: Exclude<Kind, 'agent'>, path: string): string | null {
  const folders = [...allKindFolders('project'), ...allKindFolders('user')].filter((one) => one.kind === kind);
  if (folders.some(({ folder }) => path.includes(`/${folder}/`))) return null;
  const own = kindFolders(format, kind)?.project;
  return own ? `No harness looks for ${kind}s there; ${harnessFormat(format).title} does in ${own}` : null;
}

const remark = memoLast(
  (
    format: ReturnType<typeof formFormat>,
    path: string,
    text: string,
    definitions: readonly AgentDefinition[],
    sources: Model['library']['sources'],
    surroundings: Model['surroundings'],
  ): string | null => {
    const { cwd, home } = surroundings;
    const shown = (one: string): string => shortPath(one, surroundings);
    return newFileRemark(harnessFormat(format), { path, text }, { definitions, sources, cwd, home, shown });
  },
);
