import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { defaultSources } from '../../src/adapters/default-sources.ts';
import { libraryStore } from '../../src/adapters/kept-library/library-store.ts';
import { COMMANDS } from '../../src/cli/run-cli.ts';
import { DESCRIBED } from '../../src/cli/schemas/json-schemas.ts';
import { builtProgram } from '../support/built-program.ts';
import { LIBRARY } from '../support/bundled-library.ts';
import { gitRepository } from '../support/git-repository.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const agent = (name: string, rest = '', more = ''): string =>
  `---\nname: ${name}\ndescription: Use it to review the code of a service\n${rest}---\n\n## Role\n\nReview code.\n\n## Security\n\n- Check tokens of every request\n- Keep functions under ${more} lines\n`;

/** A project with twins, rivals, problems, something composed, a draft that was never made, and an export that is stale. */
async function project() {
  const one = agent('one', 'tools: Read\nmodel: opus\n', '10');
  const now = { '.claude/agents/one.md': agent('one', 'tools: Read, Grep\nmodel: opus\n', '20') };
  const before = {
    '.claude/agents/one.md': one,
    '.claude/agents/two.md': agent('two', 'color: Blue\n', '50'),
    '.claude/agents/copy.md': agent('copy', '', '20'),
    '.claude/agents/loose.md': '---\nname: loose\ndescription: Use it: now\n---\nDo `x`.\n',
    '.gemini/agents/keeper.md': agent('keeper', 'color: green\n'),
    'home/.claude/agents/one.md': agent('one', '', '30'),
  };
  const folder = gitRepository(before, { ...now, '.claude/agents/late.md': agent('late') });
  const home = join(folder, 'home');
  const sources = defaultSources({ cwd: folder, home, bundled: LIBRARY });
  // In this process: a hundred starts take a minute, and the built program prints the same.
  const store = libraryStore(temporaryFolder(), join(import.meta.dirname, '../../package.json'));
  // Nor are all of the bundled agents read a hundred times.
  const openLibraryStore = async () => store && { ...store, isSettled: () => true };
  const run = (args: readonly string[]) => runAgents(folder, args, { home, sources, openLibraryStore });
  const made = await run([
    'compose',
    'project:one#*',
    'two#*',
    '--merge',
    '--name',
    'mine',
    '-o',
    'mine.md',
    '--force',
  ]);
  expect(made.err).toContain('Wrote mine.md');
  return run;
}

/** Command lines whose JSON is checked, by what is described of them. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  list: ['list --json', 'list --kind all --json'],
  search: ['search review --json', 'search tokens --json', 'search xyzzy --json'],
  show: ['show project:one two loose --json', 'show two --section security --json', 'show nobody --json'],
  which: ['which one --json', 'which --all --json', 'which nobody --json'],
  source: ['source --json'],
  compare: ['compare project:one two copy --json', 'compare two copy --apart two#role copy#role --json'],
  gaps: ['gaps two project:one --json', 'gaps two --json'],
  twins: ['twins --json', 'twins --check --json'],
  shared: ['shared --min 2 --json'],
  rivals: ['rivals --json', 'rivals --threshold 0.1 --json'],
  budget: ['budget --json'],
  usage: ['usage --json'],
  review: ['review --json', 'review --json --fail-on widened'],
  compose: [
    'compose project:one#* two#* --merge --name x --dry-run --json',
    'compose two#security --name x -o x.md --json',
  ],
  status: ['status --json', 'status --check --json'],
  update: ['update mine.md --dry-run --json'],
  drafts: ['drafts --json'],
  lineage: ['lineage mine.md --json', 'lineage mine.md --credits --json'],
  lint: ['lint --json --severity info', 'lint --list --json', 'lint nobody --json'],
  rename: ['rename two three --dry-run --json'],
  new: ['new fresh --description D --json'],
  copy: ['copy two fourth --json', 'copy nobody fifth --json'],
  install: ['install code-reviewer --json'],
  uninstall: ['uninstall code-reviewer --yes --json'],
  move: ['move fourth --to user --dry-run --json'],
  remove: ['remove fourth --yes --json'],
  disable: ['disable fresh --json'],
  enable: ['enable fresh --json'],
  undo: ['undo --json', 'undo --list --json'],
  redo: ['redo --json'],
  export: ['export project:one two --to codex,gemini --dry-run --json', 'export two --to codex --json'],
  import: ['import .gemini/agents --from gemini --dry-run --json'],
  config: ['config --json', 'config get theme --json'],
  doctor: ['doctor --json'],
};

test('every command with --json is described, and every description is of one', () => {
  const printing = COMMANDS.filter(({ name }) => LINES[name] !== undefined).map(({ name }) => name);
  expect([...printing].sort()).toEqual([...DESCRIBED].sort());
  const helped = builtProgram(temporaryFolder({}))(['help', '--all']).out.split('\nUsage: agents ');
  const withJson = helped
    .filter((page) => /^ {2}--json /m.test(page))
    .map((page) => /^(?:Usage: agents )?(\w+)/.exec(page)?.[1]);
  for (const name of withJson) expect(DESCRIBED).toContain(name);
});

describe('what is printed is as described', () => {
  test('of every command', { timeout: 180_000 }, async () => {
    const run = await project();
    for (const name of DESCRIBED) {
      const described: unknown = JSON.parse((await run(['schema', name])).out);
      const validate = new Ajv2020({ strictTypes: false }).compile(described as object);
      for (const line of LINES[name] ?? []) {
        const { code, out, err } = await run(line.split(' '));
        expect([0, 1], `${line}: ${err}`).toContain(code);
        expect({ line, faults: validate(JSON.parse(out)) ? [] : validate.errors }).toEqual({ line, faults: [] });
      }
      // It is no schema that all is right for.
      for (const wrong of ['text', 7, [{}], {}])
        expect({ name, wrong, fits: validate(wrong) }).toEqual({ name, wrong, fits: false });
    }
  });
});

test('a command without JSON is told, with what was meant', () => {
  const run = builtProgram(temporaryFolder({}));
  expect(run(['schema']).out.trimEnd().split('\n')).toEqual([...DESCRIBED]);
  expect(run(['schema', 'lits'])).toEqual({
    code: 2,
    out: '',
    err: 'No JSON is described of lits; did you mean list? See agents help schema\n',
  });
});
