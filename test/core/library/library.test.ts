import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgentDefinition, Format, Scope, Source } from '../../../src/core/definition/agent-definition.ts';
import type { SourceFile } from '../../../src/core/definition/source-file.ts';
import { byScopeThenName, type Library } from '../../../src/core/library/library.ts';
import { buildLibrary, type LibraryBuilder, libraryBuilder } from '../../../src/core/library/library-builder.ts';
import { aDefinition } from '../../support/a-definition.ts';

const source = (id: string, scope: Scope, parts: Partial<Source> = {}): Source => ({
  id,
  scope,
  folder: `/${id}`,
  format: 'claude',
  ...parts,
});
const file = (from: Source, path: string, name = 'reviewer'): SourceFile => ({
  source: from,
  path: `${from.folder}/${path}`,
  parsed: aDefinition({ name, frontmatter: { name, description: 'Reviews' } }),
});
const shadows = (files: readonly SourceFile[], sources: readonly Source[]) =>
  buildLibrary(files, sources).definitions.map(({ id, shadowedBy }) => [id, shadowedBy]);

const project = source('project', 'project');
const user = source('user', 'user');
const added = source('team', 'added');

describe('buildLibrary', () => {
  test('names the winner of a name after its scope, and the one it shadows too', () => {
    expect(shadows([file(user, 'a.md'), file(project, 'b.md')], [project, user])).toEqual([
      ['project:reviewer', null],
      ['user:reviewer', 'project:reviewer'],
    ]);
  });

  test('gives further ones of a name in a scope ids with their path', () => {
    expect(shadows([file(added, 'x/two.md'), file(added, 'one.md')], [added])).toEqual([
      ['added:reviewer', null],
      ['added:reviewer@x/two.md', null],
    ]);
  });

  test('keeps ids apart when two sources hold the same path', () => {
    const other = source('other', 'added');
    const files = [file(added, 'a.md'), file(added, 'b.md'), file(other, 'a.md'), file(other, 'b.md')];
    const ids = buildLibrary(files, [added, other]).definitions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids).toContain('added:reviewer@/other/b.md');
  });

  test('lets the nearest project folder win', () => {
    const above = source('above', 'project');
    const [winner, other] = buildLibrary([file(above, 'a.md'), file(project, 'z.md')], [project, above]).definitions;
    expect(winner).toMatchObject({ id: 'project:reviewer', shadowedBy: null, path: '/project/z.md' });
    expect(other).toMatchObject({ shadowedBy: 'project:reviewer', path: '/above/a.md' });
  });

  test('keeps collections out of the contest', () => {
    const bundled = source('bundled', 'bundled');
    const files = [file(bundled, 'a.md'), file(added, 'a.md'), file(user, 'a.md')];
    expect(buildLibrary(files, [user, bundled, added]).definitions.map(({ shadowedBy }) => shadowedBy)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('lets formats not shadow each other, and reads TOML files as those of Codex', () => {
    const [first, second] = buildLibrary([file(project, 'a.md'), file(user, 'a.toml')], [project, user]).definitions;
    expect(first?.format).toBe('claude');
    expect(second).toMatchObject({ format: 'codex', shadowedBy: null });
  });

  test('orders by name without regard to case, whatever the order of the files', () => {
    const files = [file(added, '1.md', 'beta'), file(added, '2.md', 'Alpha'), file(added, '3.md', 'gamma')];
    const names = (all: readonly SourceFile[]) => buildLibrary(all, [added]).definitions.map(({ name }) => name);
    expect(names(files)).toEqual(['Alpha', 'beta', 'gamma']);
    expect(names([...files].reverse())).toEqual(names(files));
  });

  test('goes by the precedence of each harness', () => {
    const of = (format: Format) => [
      source('p', 'project', { format, folder: '/p', project: { stepsUp: 0, isRoot: true } }),
      source('u', 'user', { format }),
    ];
    const winner = (format: Format) => {
      const [near, home] = of(format);
      if (!near || !home) throw new Error('no sources');
      const { definitions } = buildLibrary([file(near, 'reviewer.md'), file(home, 'reviewer.md')], of(format));
      return definitions.find(({ shadowedBy }) => shadowedBy === null)?.scope;
    };
    expect(winner('claude')).toBe('project');
    expect(winner('copilot')).toBe('user');
  });

  test('lets project folders farther up win where the harness does', () => {
    const at = (stepsUp: number, format: Format) =>
      source(`p${stepsUp}`, 'project', { format, project: { stepsUp, isRoot: stepsUp === 1 } });
    const winner = (format: Format) => {
      const sources = [at(0, format), at(1, format)];
      const { definitions } = buildLibrary(
        sources.map((one) => file(one, 'reviewer.md')),
        sources,
      );
      return definitions.find(({ shadowedBy }) => shadowedBy === null)?.source;
    };
    expect(winner('claude')).toBe('p0');
    expect(winner('opencode')).toBe('p1');
  });

  test('leaves files that the harness does not load out of the contest', () => {
    const undescribed = aDefinition({ name: 'reviewer', descriptionInferred: true, frontmatter: { name: 'reviewer' } });
    const files = [{ ...file(project, 'a.md'), parsed: undescribed }, file(project, 'b.md'), file(user, 'c.md')];
    expect(buildLibrary(files, [project, user]).definitions.map(({ path, shadowedBy }) => [path, shadowedBy])).toEqual([
      ['/project/a.md', null],
      ['/project/b.md', null],
      ['/user/c.md', 'project:reviewer@b.md'],
    ]);
  });

  test('goes by the file name where the harness does', () => {
    const github = source('github', 'project', { format: 'copilot' });
    expect(shadows([file(github, 'a.agent.md'), file(github, 'b.agent.md')], [github])).toEqual([
      ['project:reviewer', null],
      ['project:reviewer@b.agent.md', null],
    ]);
  });

  test('lets a plugin give way to the user, and plugins not to each other', () => {
    const first = source('plugin/a', 'plugin', { plugin: 'a' });
    const second = source('plugin/b', 'plugin', { plugin: 'b' });
    const files = [file(first, 'x.md'), file(second, 'x.md')];
    expect(shadows(files, [first, second]).map(([, shadowedBy]) => shadowedBy)).toEqual([null, null]);
    expect(shadows([file(user, 'x.md'), ...files], [user, first, second])).toEqual([
      ['user:reviewer', null],
      ['plugin:reviewer', 'user:reviewer'],
      ['plugin:reviewer@x.md', 'user:reviewer'],
    ]);
  });

  test('reads files of collections as what they were written for', () => {
    const files = [file(added, '.github/agents/a.md', 'a'), file(added, 'b.agent.md', 'b'), file(added, 'c.md', 'c')];
    expect(buildLibrary(files, [added]).definitions.map(({ format }) => format)).toEqual([
      'copilot',
      'copilot',
      'claude',
    ]);
  });

  test('takes names like constructor for names', () => {
    const names = ['constructor', '__proto__', 'toString'];
    const files = names.map((name) => file(project, `${name}.md`, name));
    expect(shadows(files, [project]).map(([, shadowedBy]) => shadowedBy)).toEqual([null, null, null]);
  });
});

describe('libraryBuilder', () => {
  const done = (work: Iterator<unknown, Library>): readonly AgentDefinition[] => {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value.definitions;
    }
  };
  const built = (builder: LibraryBuilder, files: readonly SourceFile[]) => done(builder.build(files, []));

  test('gives the same object for what is as it was, and another where id or winner changed', () => {
    const builder = libraryBuilder([project, user]);
    const [alone, other] = [file(user, 'a.md'), file(user, 'b.md', 'writer')];
    const before = built(builder, [alone, other]);
    const after = built(builder, [alone, other, file(project, 'a.md')]);
    expect(after.map(({ id, shadowedBy }) => [id, shadowedBy])).toEqual([
      ['project:reviewer', null],
      ['user:reviewer', 'project:reviewer'],
      ['user:writer', null],
    ]);
    expect(after[2]).toBe(before[1]);
    expect(before[0]).toMatchObject({ id: 'user:reviewer', shadowedBy: null });
  });

  test('makes what any order of files makes', () => {
    const names = Array.from({ length: 1_500 }, (_, at) => `agent-${(at * 577) % 700}`);
    const bundled = source('ours', 'bundled');
    const sources = [project, user, bundled];
    const files = names.map((name, at) => file(sources[at % 3] ?? user, `${at}.md`, name));
    const [forward, backward] = [files, files.toReversed()].map((all) => buildLibrary(all, sources));
    expect(forward?.definitions).toEqual(backward?.definitions);
    const sorted = [...(forward?.definitions ?? [])].sort(byScopeThenName);
    expect(forward?.definitions).toEqual(sorted);
  });

  test('has what comes with the program last, whatever it is called', () => {
    const ours = source('ours', 'bundled');
    const files = [file(ours, 'a.md', 'anvil'), file(added, 'z.md', 'zither'), file(user, 'r.md', 'reviewer')];
    const { definitions } = buildLibrary(files, [user, added, ours]);
    expect(definitions.map(({ name }) => name)).toEqual(['reviewer', 'zither', 'anvil']);
  });

  test('law: a change gives what building everything anew gives, with the same objects for what is as it was', () => {
    const sources = [
      project,
      user,
      added,
      source('ours', 'bundled'),
      source('other', 'added'),
      source('opencode', 'user', { format: 'opencode' }),
    ];
    const anyFile = fc.record({
      from: fc.constantFrom(...sources),
      path: fc.constantFrom('a.md', 'b.md', 'x/a.md', 'x/b.md', 'c.md'),
      name: fc.constantFrom('reviewer', 'Reviewer', 'writer', 'a', 'x@a.md', 'x'),
    });
    const steps = fc.array(fc.tuple(fc.array(anyFile, { maxLength: 6 }), fc.array(fc.nat(30), { maxLength: 4 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(steps, (changes) => {
        const builder = libraryBuilder(sources);
        let files: readonly SourceFile[] = [];
        let before = built(builder, files);
        for (const [coming, going] of changes) {
          const gone = files.filter((_, at) => going.includes(at));
          const left = files.filter((one) => !gone.includes(one));
          const come = coming
            .map(({ from, path, name }) => file(from, path, name))
            .filter(({ path }, at, all) => ![...left, ...all.slice(0, at)].some((one) => one.path === path));
          files = [...left, ...come];
          const after = done(builder.change(gone, come, []));
          expect(after).toEqual(buildLibrary(files, sources).definitions);
          const objects = new Set(before);
          for (const one of after) {
            const same = before.find(
              ({ path, id, shadowedBy }) => path === one.path && id === one.id && shadowedBy === one.shadowedBy,
            );
            if (same && !come.some(({ path }) => path === one.path)) expect(objects.has(one)).toBe(true);
          }
          before = after;
        }
      }),
      { numRuns: 300 },
    );
  });
});
