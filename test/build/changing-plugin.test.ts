import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { changingPlugin, replacedTexts, standIn } from '../../.ci/changing-plugin.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILES = {
  'main.js': "import { greeting } from 'greeter'; import sign from 'greeter/sign.js'; console.log(greeting + sign);",
  'node_modules/greeter/package.json': '{ "main": "index.js" }',
  'node_modules/greeter/index.js': "export const greeting = 'good evening';",
  'node_modules/greeter/sign.js': "export default '!';",
  'question.ts': "const sign: string = '?';\nexport default sign;",
};

/** What a script bundled with changes prints, or the errors of the build. */
async function built(changes: (folder: string) => Parameters<typeof changingPlugin>[0]): Promise<readonly string[]> {
  const folder = temporaryFolder(FILES);
  try {
    const { outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: ['main.js'],
      bundle: true,
      write: false,
      logLevel: 'silent',
      plugins: [changingPlugin(changes(folder))],
    });
    const printed: string[] = [];
    new Function('console', outputFiles[0]?.text ?? '')({ log: (text: string) => printed.push(text) });
    return printed;
  } catch (error) {
    return (error as { errors: readonly { text: string }[] }).errors.map(({ text }) => text);
  }
}

test('a file of a package is replaced, or texts in it', async () => {
  const changes = (folder: string) => ({
    'greeter/index.js': replacedTexts([
      ['good', '$& bad'],
      ['evening', 'morning'],
    ]),
    'greeter/sign.js': standIn(join(folder, 'question.ts')),
  });

  expect(await built(changes)).toEqual(['$& bad morning?']);
});

test.each([
  ['is no longer there', 'day', 0],
  ['is there more than once', 'e', 5],
])('the build fails, naming the file and the text, where the text %s', async (_, from, times) => {
  const texts = [[from, 'night']] as const;
  const failure = `greeter/index.js: holds what is replaced ${times} times, not once: ${from}`;

  expect(await built(() => ({ 'greeter/index.js': replacedTexts(texts) }))).toEqual([failure]);
});

test.each(['greeter/signs.js', 'other/index.js'])(
  'the build fails, naming the file, where %s is no part of the bundle',
  async (name) => {
    const changes = (folder: string) => ({ [name]: standIn(join(folder, 'question.ts')) });

    expect(await built(changes)).toEqual([`${name}: is to be changed, and is no part of the bundle`]);
  },
);
