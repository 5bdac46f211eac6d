import { describe, expect, test } from 'vitest';
import { farewell } from '../../src/app/drafts/farewell.ts';
import { AUTHORING_COMMANDS } from '../../src/cli/authoring-commands.ts';
import { READING_COMMANDS } from '../../src/cli/reading-commands.ts';
import { RECIPE_COMMANDS } from '../../src/cli/recipe-commands.ts';
import { programName } from '../../src/program-name.ts';
import { runAgents } from '../support/run-agents.ts';
import { savableDraft } from '../support/savable-draft.ts';
import { sourceTrees } from '../support/source-tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const COMMANDS = [...READING_COMMANDS, ...AUTHORING_COMMANDS, ...RECIPE_COMMANDS].map(({ name }) => name);
const NAMED = new RegExp(String.raw`(?<![\w./-])agents (?:${[...COMMANDS, 'help'].join('|')})\b`);

describe('the name the program was called by', () => {
  test.each([
    ['/usr/bin/agents', 'agents'],
    ['/usr/bin/agents-workbench', 'agents-workbench'],
    ['/src/agents-workbench/dist/agents.js', 'agents'],
    ['/usr/bin/mine', 'agents'],
    [undefined, 'agents'],
  ])('is, of %j, %j', (script, name) => {
    expect(programName(script)).toBe(name);
  });

  test.each([
    [['lst']],
    [['list']],
    [['list', '--jsno']],
    [['help']],
    [['help', 'lint']],
    [['tui']],
    [['drafts', 'show']],
    [['drafts', 'show', 'none']],
    [['compare', 'one']],
  ])('stands where %j names a command', async (args) => {
    const { out, err } = await runAgents(temporaryFolder(), args, { program: 'agents-workbench' });
    expect(`${out}${err}`).toContain('agents-workbench');
    expect(`${out}${err}`).not.toMatch(NAMED);
  });

  test('stands in what is said once the app is gone', () => {
    const [line] = farewell(savableDraft(), [], 'agents-workbench');
    expect(line).toMatch(/: agents-workbench opens it again, agents-workbench drafts lists all$/);
  });

  test('is no constant of a message', () => {
    const named = sourceTrees().flatMap(({ path, nodes }) =>
      nodes
        .flatMap(({ value }) => (typeof value === 'string' ? [value] : cookedText(value)))
        .filter((text) => NAMED.test(text))
        .map(() => path),
    );
    // Texts of files, which others read who call it by another name.
    expect([...new Set(named)]).toEqual(['core/lint/problems-page.ts', 'core/recipe/write-recipe.ts']);
  });
});

/** Of a part of a template its text. */
function cookedText(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && 'cooked' in value ? [String(value.cooked)] : [];
}
