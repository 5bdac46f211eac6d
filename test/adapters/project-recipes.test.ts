import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRecipes } from '../../src/adapters/kept/project-recipes.ts';
import { recipesFolder } from '../../src/adapters/kept/recipes-folder.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import type { Source } from '../../src/core/definition/agent-definition.ts';
import type { Recipe } from '../../src/core/recipe/recipe.ts';
import { ingredientPaths } from '../../src/core/recipe/refresh-draft.ts';
import type { RecipeOutcome } from '../../src/ports/recipes.ts';
import { gitRepository } from '../support/git-repository.ts';
import { aPick, savableDraft } from '../support/savable-draft.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FORGE = '---\nname: forge\n---\n\n## Anvil\n\nStrike.\n';

const OWN = FORGE.replace('forge', 'own');

const recipeOf = (target: string, ...paths: readonly string[]): Recipe => ({
  target,
  sha256: sha256(target),
  draft: savableDraft({ picks: paths.map((path) => aPick({ path, agent: path, definition: 'project:forge' })) }),
});

/** A machine with a repository on it. */
function machine(files: Readonly<Record<string, string>> = { 'agents/forge.md': FORGE }) {
  const project = gitRepository(files);
  const home = temporaryFolder({ '.claude/agents/own.md': OWN, 'team/extra.md': OWN });
  const bundled = temporaryFolder({ 'reviewer.md': OWN });
  const sources: readonly Source[] = [
    { id: 'user', scope: 'user', folder: join(home, '.claude/agents'), format: 'claude' },
    { id: 'bundled', scope: 'bundled', folder: bundled, format: 'claude' },
    { id: 'somewhere/team', scope: 'added', folder: join(home, 'team'), format: 'claude' },
  ];
  const dataFolder = join(home, 'data');
  const surroundings = { dataFolder, cwd: project, home, sources: async () => sources };
  return { project, home, bundled, dataFolder, surroundings, recipes: projectRecipes(surroundings) };
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const pathsOf = (outcome: RecipeOutcome) =>
  outcome.kind === 'recipe' ? ingredientPaths(outcome.recipe.draft) : outcome;

describe('where a recipe lies', () => {
  test('beside the agent in a repository, and names what it is made from without a path of the machine', async () => {
    const { project, home, bundled, recipes } = machine();
    const target = join(project, 'agents/smith.md');
    const forge = join(project, 'agents/forge.md');
    const paths = [
      forge,
      join(home, '.claude/agents/own.md'),
      join(bundled, 'reviewer.md'),
      join(home, 'team/extra.md'),
    ];

    expect(await recipes.write(recipeOf(target, ...paths))).toBeNull();

    const text = readFileSync(join(project, 'agents/.recipes/smith.yaml'), 'utf8');
    expect(text).toContain('\nrecipe: 2\nname: smith\nfile: agents/smith.md\n');
    expect(text).toContain(`    file: agents/forge.md\n    sha256: ${sha256(FORGE)}\n`);
    for (const file of ['user:own.md', 'bundled:reviewer.md', 'team:extra.md'])
      expect(text).toContain(`    file: ${file}\n    sha256: ${sha256(OWN)}\n`);
    expect(pathsOf(await recipes.of(target))).toEqual(paths);
    expect((await recipes.list()).recipes).toMatchObject([{ recipe: { target }, isOfProject: true }]);
    expect(existsSync(join(home, 'data/recipes'))).toBe(false);
  });

  test('in a source that lies in the project it names the files there by their paths in the project', async () => {
    const { project, surroundings } = machine({ 'lib/forge.md': FORGE });
    const sources: readonly Source[] = [
      { id: 'bundled', scope: 'bundled', folder: join(project, 'lib'), format: 'claude' },
    ];
    const recipes = projectRecipes({ ...surroundings, sources: async () => sources });
    const [inside, outside] = ['lib/smith.md', 'agents/smith.md'].map((path) => join(project, path)) as [
      string,
      string,
    ];

    for (const target of [inside, outside]) await recipes.write(recipeOf(target, join(project, 'lib/forge.md')));

    const text = readFileSync(join(project, 'lib/.recipes/smith.yaml'), 'utf8');
    expect(text).toContain('\nfile: lib/smith.md\n');
    expect(text).toContain('    file: lib/forge.md\n');
    expect(pathsOf(await recipes.of(inside))).toEqual([join(project, 'lib/forge.md')]);
    expect(readFileSync(join(project, 'agents/.recipes/smith.yaml'), 'utf8')).toContain('    file: bundled:forge.md\n');
  });

  test('beside the agents of a harness where there is no repository', async () => {
    const { surroundings } = machine();
    const folder = temporaryFolder({ '.claude/agents/forge.md': FORGE });
    const recipes = projectRecipes({ ...surroundings, cwd: folder });
    const target = join(folder, '.claude/agents/smith.md');

    await recipes.write(recipeOf(target, join(folder, '.claude/agents/forge.md')));

    expect(readdirSync(join(folder, '.claude/agents/.recipes'))).toEqual(['smith.yaml']);
    expect((await recipes.list()).recipes).toMatchObject([{ recipe: { target } }]);
  });

  test.each(['.claude/agents/smith.md', 'notes/smith.md'])(
    'in the data folder for %s of a home that is no repository',
    async (path) => {
      const { home, recipes } = machine();

      await recipes.write(recipeOf(join(home, path), join(home, 'team/extra.md')));

      expect(readdirSync(join(home, 'data/recipes'))).toHaveLength(1);
      expect(pathsOf(await recipes.of(join(home, path)))).toEqual([join(home, 'team/extra.md')]);
      expect((await recipes.list()).recipes).toMatchObject([{ isOfProject: false }]);
    },
  );

  test('two files of one stem have one each', async () => {
    const { project, recipes } = machine();
    const [one, other] = [join(project, 'agents/smith.md'), join(project, 'agents/smith.toml')];
    await recipes.write(recipeOf(one, '/x/one.md'));
    await recipes.write(recipeOf(other, '/x/other.md'));
    await recipes.write(recipeOf(one, '/x/first.md'));

    expect(readdirSync(join(project, 'agents/.recipes'))).toEqual(['smith.toml.yaml', 'smith.yaml']);
    expect((await recipes.of(one)).kind).toBe('recipe');
    expect(await recipes.remove(one)).toBeNull();
    expect((await recipes.of(one)).kind).toBe('none');
    expect((await recipes.of(other)).kind).toBe('recipe');
    expect(await recipes.remove(other)).toBeNull();
    expect(existsSync(join(project, 'agents/.recipes'))).toBe(false);
  });

  test('one of before is read from the data folder, and moves at the next save', async () => {
    const { project, dataFolder, recipes } = machine();
    const target = join(project, 'agents/smith.md');
    const recipe = recipeOf(target, join(project, 'agents/forge.md'));
    await recipesFolder(dataFolder).write(recipe);

    const before = await recipes.of(target);
    expect(before).toMatchObject({ kind: 'recipe', path: expect.stringContaining(dataFolder) });
    expect((await recipes.list()).recipes).toMatchObject([{ recipe: { target }, isOfProject: true }]);
    await recipes.write(recipe);

    expect(readdirSync(join(dataFolder, 'recipes'))).toEqual([]);
    expect((await recipes.list()).recipes).toHaveLength(1);
    expect(await recipes.of(target)).toMatchObject({ path: join(project, 'agents/.recipes/smith.yaml') });
  });

  test('what is made from a file of nowhere is known on its machine alone', async () => {
    const { project, recipes, surroundings } = machine();
    const elsewhere = join(temporaryFolder({ 'odd.md': FORGE }), 'odd.md');
    const target = join(project, 'agents/smith.md');
    await recipes.write(recipeOf(target, elsewhere));

    expect(readFileSync(join(project, 'agents/.recipes/smith.yaml'), 'utf8')).toContain('file: elsewhere:odd.md\n');
    expect(pathsOf(await recipes.of(target))).toEqual([elsewhere]);
    const others = projectRecipes({ ...surroundings, dataFolder: null, sources: async () => [] });
    rmSync(join(project, 'agents/forge.md'));
    expect(pathsOf(await others.of(target))).toEqual(['elsewhere:odd.md']);
    expect(await others.write(recipeOf(target, 'elsewhere:odd.md'))).toBeNull();
    expect(readFileSync(join(project, 'agents/.recipes/smith.yaml'), 'utf8')).toContain('file: elsewhere:odd.md\n');
  });
});

describe('in a folder that is set', () => {
  const set = (surroundings: ReturnType<typeof machine>['surroundings'], folder = 'docs/recipes') =>
    projectRecipes({ ...surroundings, folder: async () => folder });

  test('each lies where its agent lies in the project, and is known in a project at another path', async () => {
    const { project, surroundings } = machine();
    const recipes = set(surroundings);
    const targets = ['agents/smith.md', 'team/smith.md', 'smith.md'].map((path) => join(project, path));
    for (const target of targets)
      expect(await recipes.write(recipeOf(target, join(project, 'agents/forge.md')))).toBeNull();

    for (const path of ['agents/smith.yaml', 'team/smith.yaml', 'smith.yaml'])
      expect(readFileSync(join(project, 'docs/recipes', path), 'utf8')).toContain(`\nfile: ${path.slice(0, -5)}.md\n`);
    expect(existsSync(join(project, 'agents/.recipes'))).toBe(false);
    expect((await recipes.list()).recipes.map(({ recipe }) => recipe.target).sort()).toEqual([...targets].sort());

    const clone = join(temporaryFolder(), 'elsewhere');
    renameSync(project, clone);
    const there = set({ ...surroundings, cwd: clone });
    const target = join(clone, 'agents/smith.md');
    expect(pathsOf(await there.of(target))).toEqual([join(clone, 'agents/forge.md')]);
    expect((await there.list()).recipes).toHaveLength(3);
    expect(await there.remove(target)).toBeNull();
    expect((await there.of(target)).kind).toBe('none');
  });

  test.each(['docs/recipes', '.recipes', 'agents'])(
    'one that lies beside its agent is known, and moves to %s with the next save',
    async (folder) => {
      const { project, surroundings, recipes: before } = machine();
      const target = join(project, 'agents/smith.md');
      await before.write(recipeOf(target, join(project, 'agents/forge.md')));
      const recipes = set(surroundings, folder);
      expect((await recipes.of(target)).kind).toBe('recipe');
      expect((await recipes.list()).recipes).toMatchObject([{ recipe: { target } }]);

      expect(await recipes.write(recipeOf(target, join(project, 'agents/forge.md')))).toBeNull();

      expect(await recipes.of(target)).toMatchObject({ path: join(project, folder, 'agents/smith.yaml') });
      expect(await recipes.list()).toMatchObject({ recipes: [{ recipe: { target } }], problems: [] });
      expect(existsSync(join(project, 'agents/.recipes/smith.yaml'))).toBe(false);
    },
  );

  test('what else lies there is passed over, and never written over', async () => {
    const other = 'kind: Deployment\n';
    const { project, surroundings } = machine({
      'agents/forge.md': FORGE,
      'docs/recipes/agents/smith.yaml': other,
      'docs/recipes/agents/eye.yaml': other,
      'docs/recipes/agents/eye.md.yaml': other,
    });
    const recipes = set(surroundings);
    expect(await recipes.list()).toEqual({ recipes: [], problems: [] });
    const [smith, eye] = [join(project, 'agents/smith.md'), join(project, 'agents/eye.md')];
    expect((await recipes.of(smith)).kind).toBe('none');

    expect(await recipes.write(recipeOf(smith, join(project, 'agents/forge.md')))).toBeNull();
    expect(await recipes.write(recipeOf(eye, join(project, 'agents/forge.md')))).toMatch(
      /has other files of its name$/,
    );

    expect(readFileSync(join(project, 'docs/recipes/agents/smith.yaml'), 'utf8')).toBe(other);
    expect(await recipes.of(smith)).toMatchObject({ path: join(project, 'docs/recipes/agents/smith.md.yaml') });
  });

  test('is never read or written through a link that leads out of the project', async () => {
    const { project, home, surroundings } = machine();
    mkdirSync(join(home, 'out/agents'), { recursive: true });
    writeFileSync(join(home, 'out/agents/smith.yaml'), 'recipe: 2\n');
    mkdirSync(join(project, 'docs'));
    symlinkSync(join(home, 'out'), join(project, 'docs/recipes'));
    const recipes = set(surroundings);
    const target = join(project, 'agents/smith.md');

    expect(await recipes.list()).toEqual({ recipes: [], problems: [] });
    expect(await recipes.of(target)).toMatchObject({ problem: expect.stringContaining('a link leads out') });
    expect(await recipes.write(recipeOf(target, join(project, 'agents/forge.md')))).toMatch(/a link leads out/);
    expect(readFileSync(join(home, 'out/agents/smith.yaml'), 'utf8')).toBe('recipe: 2\n');
  });
});

describe('what has moved', () => {
  test('is found by its hash, of copies the one of its name', async () => {
    const { project, recipes } = machine({ 'agents/forge.md': FORGE });
    const target = join(project, 'agents/smith.md');
    await recipes.write(recipeOf(target, join(project, 'agents/forge.md')));
    rmSync(join(project, 'agents/forge.md'));
    put(project, 'a/copy.md', FORGE);
    put(project, 'z/deep/forge.md', FORGE);

    expect(pathsOf(await recipes.of(target))).toEqual([join(project, 'z/deep/forge.md')]);
    rmSync(join(project, 'z'), { recursive: true });
    expect(pathsOf(await recipes.of(target))).toEqual([join(project, 'a/copy.md')]);
  });

  test('is found with the whole folder of agents', async () => {
    const { project, recipes } = machine();
    await recipes.write(recipeOf(join(project, 'agents/smith.md'), join(project, 'agents/forge.md')));
    renameSync(join(project, 'agents'), join(project, 'team'));

    const target = join(project, 'team/smith.md');
    expect(pathsOf(await recipes.of(target))).toEqual([join(project, 'team/forge.md')]);
    expect((await recipes.list()).recipes).toMatchObject([{ recipe: { target } }]);
  });
});

describe('of a stranger', () => {
  /** A recipe as it was written, with something changed in it by somebody. */
  async function changed(old: string, now: string) {
    const found = machine();
    const path = join(found.project, 'agents/.recipes/smith.yaml');
    await found.recipes.write(recipeOf(join(found.project, 'agents/smith.md'), join(found.project, 'agents/forge.md')));
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(old);
    writeFileSync(path, text.replace(old, now));
    return { ...found, path, target: join(found.project, 'agents/smith.md') };
  }

  test.each([
    ['file: agents/forge.md', 'file: /etc/passwd.md', /smith\.yaml:12:5: ingredients\[0\]\.file must be a path with/],
    ['file: agents/forge.md', 'file: ../../forge.md', /smith\.yaml:12:5: ingredients\[0\]\.file must be a path with/],
    ['file: agents/smith.md', 'file: ../smith.md', /smith\.yaml:5:1: file must be a path with/],
    ['recipe: 2', 'recipe: 1', /smith\.yaml:1:1: recipe: 1 has the paths of one machine/],
    ['recipe: 2', 'recipe: &a 2', null],
    ['recipe: 2', 'recipe: 2\nrecipes: 2', /smith\.yaml:4:1: recipes is no field of a recipe/],
  ])('%j as %j is refused in a line', async (old, now, problem) => {
    const { recipes, target } = await changed(old, now);
    const outcome = await recipes.of(target);
    if (problem === null) expect(outcome.kind).toBe('recipe');
    else expect(outcome).toEqual({ kind: 'failed', problem: expect.stringMatching(problem) });
    const { problems } = await recipes.list();
    expect(problems).toEqual(problem === null ? [] : [expect.stringMatching(problem)]);
    for (const line of problems) expect(line).not.toContain('\n');
  });

  test('is never read or written through links that lead out of the project', async () => {
    const { project, home, recipes } = machine();
    const secret = join(home, 'secret.md');
    writeFileSync(secret, FORGE);
    const target = join(project, 'agents/smith.md');
    await recipes.write(recipeOf(target, join(project, 'agents/forge.md')));
    rmSync(join(project, 'agents/forge.md'));
    symlinkSync(secret, join(project, 'agents/forge.md'));

    expect(pathsOf(await recipes.of(target))).toEqual(['agents/forge.md']);

    renameSync(join(project, 'agents/.recipes'), join(home, 'planted'));
    symlinkSync(join(home, 'planted'), join(project, 'agents/.recipes'));
    expect(await recipes.of(target)).toEqual({ kind: 'failed', problem: expect.stringContaining('leads out') });
    expect(await recipes.write(recipeOf(target, '/x/y.md'))).toContain('a link leads out of the project there');
    expect(readFileSync(join(home, 'planted/smith.yaml'), 'utf8')).toContain('file: agents/forge.md');
  });

  test('of a file that a link leads out to is none', async () => {
    const { project, home, recipes } = machine();
    const target = join(project, 'agents/smith.md');
    await recipes.write(recipeOf(target, join(project, 'agents/forge.md')));
    writeFileSync(join(home, 'mine.md'), FORGE);
    symlinkSync(join(home, 'mine.md'), target);

    expect(await recipes.list()).toEqual({ recipes: [], problems: [expect.stringContaining('leads out')] });
    expect(await recipes.of(target)).toEqual({ kind: 'none' });
  });

  test('in other repositories inside is not of the project', async () => {
    const { project, recipes } = machine();
    put(project, 'vendor/x/.git/HEAD', '');
    put(project, 'vendor/x/agents/.recipes/bad.yaml', 'x');
    expect(await recipes.list()).toEqual({ recipes: [], problems: [] });
  });

  test('that was passed on with paths of its machine lets nothing be read elsewhere', async () => {
    const { project, home, recipes } = machine();
    const own = join(project, 'agents/forge.md');
    const passedOn = recipeOf('/z/smith.md', own, join(home, 'id_rsa'), join(home, 'team/extra.md'));
    const path = join(project, 'passed-on.yaml');
    writeFileSync(path, await recipesFolder(null).textFor(passedOn, path));

    expect(pathsOf(await recipes.read(path))).toEqual([own, 'elsewhere:id_rsa', join(home, 'team/extra.md')]);
  });
});

test('one that is too large for a project is refused, written and read', async () => {
  const { project, recipes } = machine();
  const target = join(project, 'agents/smith.md');
  const picks = [0, 1].map((at) =>
    aPick({ text: `${at} word `.repeat(200_000), path: join(project, 'agents/forge.md') }),
  );

  expect(await recipes.write({ ...recipeOf(target), draft: savableDraft({ picks }) })).toContain('larger than 2 MiB');
  put(project, 'agents/.recipes/smith.yaml', 'a\n'.repeat(2 * 1024 * 1024));
  expect(await recipes.of(target)).toMatchObject({
    kind: 'failed',
    problem: expect.stringContaining('larger than 2 MiB'),
  });
});
