import { isSourceName } from '../../core/library/git-url.ts';
import { isInside, type LockedSource } from '../../core/library/source-lock.ts';
import { lintDefinition } from '../../core/lint/lint-definition.ts';
import type { GitSources, LockOwner, RemoteRefs, Wanted } from '../../ports/git-sources.ts';
import { counted } from '../../text/count-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { type CommandContext, ExitCode } from '../command-context.ts';
import { usageError } from '../usage-error.ts';
import { checkoutAgents, checkoutFiles } from './checkout-library.ts';
import { lockedSources, type NamedRepository, shortCommit, unknownRef, wantedOf } from './locked-sources.ts';
import type { AddOptions } from './source-options.ts';

/** `agents source add URL`: the agents of a repository, pinned to what is there now. */
export async function addRepository(
  context: CommandContext,
  repository: NamedRepository,
  options: AddOptions,
): Promise<number> {
  const { name: named, path: paths, project } = options;
  if (named !== undefined && !isSourceName(named)) throw usageError(`${visibleText(named)} is no name for a source`);
  const outside = paths.find((path) => !isInside(path));
  if (outside !== undefined) throw usageError(`--path ${visibleText(outside)} is no folder inside of a repository`);
  const owner: LockOwner = project ? 'project' : 'user';
  const ref = options.ref ?? repository.ref;
  const all = await lockedSources(context);
  const known = all.find((one) => one.owner === owner && one.source.url === repository.shown);
  if (known !== undefined && (named === undefined || named === known.name)) {
    const { name, source } = known;
    if (ref === null || ref === source.ref) {
      context.tell(`${name} is there already, at ${shortCommit(source.commit)}\n`);
      return ExitCode.Done;
    }
    return failed(
      context,
      `${name} is there already, at ${source.ref}; ${context.program} source update ${name} --ref takes another`,
    );
  }
  const taken = new Set(all.map(({ name }) => name));
  if (named !== undefined && taken.has(named)) return failed(context, `A source is called ${named} already`);
  const git = await context.openGitSources();
  context.progress(() => `Asking ${repository.shown} …`);
  const refs = await git.refs(repository.url);
  if (refs.kind === 'failed') return failed(context, `${repository.shown}: ${refs.reason}`);
  const meant = ref ?? mainBranch(refs);
  if (meant === null) return failed(context, `${repository.shown} has ${noMainBranch(refs)}`);
  const wanted = wantedOf(refs, meant);
  if (wanted === null) return failed(context, unknownRef(repository.shown, meant, refs));
  const name = named ?? freeName(repository.name, taken);
  return take(context, git, { owner, name, repository, ref: meant, wanted, paths });
}

const MOST_BRANCHES = 10;

/** The branch that is checked out there; where none is, the only one. */
function mainBranch({ head, branches }: Refs): string | null {
  const [only = null] = branches.keys();
  return head ?? (branches.size === 1 ? only : null);
}

function noMainBranch({ branches }: Refs): string {
  const shown = [...branches.keys()].slice(0, MOST_BRANCHES).join(', ');
  return branches.size === 0 ? 'no branch yet' : `no branch that is the main one; name one with --ref: ${shown}`;
}

type Refs = Extract<RemoteRefs, { kind: 'refs' }>;

/** To read more takes longer than to fetch them. */
const MOST_READ = 2000;

interface ToTake {
  readonly owner: LockOwner;
  readonly name: string;
  readonly repository: NamedRepository;
  readonly ref: string;
  readonly wanted: Wanted;
  readonly paths: readonly string[];
}

async function take(context: CommandContext, git: GitSources, one: ToTake): Promise<number> {
  const { owner, name, repository, ref, wanted, paths } = one;
  context.progress(() => `Fetching ${repository.shown} …`);
  const fetched = await git.fetch(repository.url, wanted);
  if (fetched.kind === 'failed') return failed(context, `${repository.shown}: ${fetched.reason}`);
  const { commit, folder } = fetched;
  const many = await checkoutFiles(context, folder, paths);
  const agents = many > MOST_READ ? [] : [...(await checkoutAgents(context, folder, paths)).values()];
  const source: LockedSource = {
    url: repository.shown,
    ref,
    paths,
    commit,
    taken: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  const problem = await git.put(owner, name, folder, (now) => ({
    ...now,
    sources: { ...now.sources, [name]: source },
  }));
  if (problem !== null) {
    await git.drop(folder);
    return failed(context, problem);
  }
  const faulty = agents.filter((agent) => lintDefinition(agent).some(({ severity }) => severity !== 'info')).length;
  const own = git.folderOf(owner, name) ?? '';
  const lint = `; ${context.program} lint --source ${context.shown(own)} shows them`;
  const problems = faulty === 0 ? '' : `, ${faulty} with problems${lint}`;
  const at = `${repository.shown}, ${ref} at ${shortCommit(commit)}`;
  const count = many > MOST_READ ? `${counted(many, 'file')} to be read` : counted(agents.length, 'agent');
  context.tell(`${visibleText(`Added ${name} (${at}): ${count}${problems}`)}\n`);
  if (agents.length === 0 && many <= MOST_READ)
    context.tell(`${visibleText(`No agent is in ${paths.length === 0 ? 'it' : paths.join(', ')}`)}\n`);
  return ExitCode.Done;
}

/** The name, or with a number where another source has it. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
  return free;
}

function failed(context: CommandContext, reason: string): number {
  context.tell(`${visibleText(reason)}\n`);
  return ExitCode.Failed;
}
