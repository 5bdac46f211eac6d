import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS, type Format, type Source } from '../../../src/core/definition/agent-definition.ts';
import { harnessFormat } from '../../../src/core/formats/harnesses/harnesses.ts';
import { isDefinitionFile } from '../../../src/core/library/definition-file.ts';
import { buildLibrary } from '../../../src/core/library/library-builder.ts';
import { resolveAll } from '../../../src/core/library/resolution.ts';
import { lintDefinition } from '../../../src/core/lint/lint-definition.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';

/** What the harness does with a file that it does not load. */
const FATE = /passes over (?:the|such a) file|refuses such a file|does not (?:even )?start where|wants a \w+ of \d/;

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));

/** Texts in the own folder of a harness: what `which`, `lint` and `list` say of each. */
function judgedThrice(format: Format, texts: readonly string[]) {
  const { newFiles, files } = harnessFormat(format);
  const source: Source = { id: 'project', scope: 'project', folder: `/p/${newFiles.project}`, format };
  const read = texts
    .map((text, at) => {
      const path = `${source.folder}/a${at}${files.endings.at(-1)}`;
      return { text, path, source, parsed: parseDefinition(text, path) };
    })
    .filter(({ path, parsed }) => isDefinitionFile(path, parsed));
  const { definitions } = buildLibrary(read, [source]);
  const all = resolveAll({ files: read, sources: [source] }, definitions).flatMap(({ harnesses }) =>
    harnesses.filter(({ harness }) => harness === format),
  );
  return definitions.map((definition) => {
    const { path, shadowedBy, passedOver } = definition;
    const refusal = all.flatMap(({ notLoaded }) => notLoaded).find((one) => one.path === path);
    const errors = lintDefinition(definition).filter(({ severity }) => severity === 'error');
    return {
      text: read.find((one) => one.path === path)?.text,
      isLoaded: all.some(({ winner }) => winner?.path === path),
      isShadowed: all.some(({ shadowed }) => shadowed.some((one) => one.path === path)),
      refusal: refusal?.code ?? null,
      listed: { isShadowed: shadowedBy !== null, refusal: passedOver?.code ?? null },
      said: errors.find(({ code }) => code === refusal?.code)?.message ?? null,
      fates: errors.filter(({ message }) => FATE.test(message)).length,
    };
  });
}

function expectAgreement(format: Format, texts: readonly string[]): void {
  for (const { text, isLoaded, isShadowed, refusal, listed, said, fates } of judgedThrice(format, texts)) {
    expect({ text, isShadowed, refusal }).toEqual({ text, ...listed });
    expect({ text, isLoaded }).toEqual({ text, isLoaded: refusal === null && !isShadowed });
    if (refusal !== null) {
      expect([text, said]).toEqual([text, expect.stringContaining(harnessFormat(format).title)]);
      expect(said).toMatch(FATE);
    } else if (isLoaded) expect([text, fates]).toEqual([text, 0]);
  }
}

describe.each(FORMATS)('which, lint and list say the same of a file for %s', (format) => {
  test('whatever is in it', () => {
    const line = fc.constantFrom(
      '---',
      ' ---',
      '---yaml',
      'name: keeper',
      'name: 42',
      'name:',
      'description: Keeps things',
      'description: Keeps: things',
      'description: @keeps',
      'description: "a" and b',
      'description:',
      'description: 42',
      'description: [a, b]',
      'tools:',
      'tools: Read, Grep',
      'tools: [Read]',
      'model: 5',
      'color: blue',
      'permissionMode: odd',
      '<example>',
      '',
      'You keep things, and say where they lie.',
      'developer_instructions = "Keep."',
      'name = "keeper"',
      'description = "Keeps"',
    );
    const text = fc.array(line, { maxLength: 9 }).map((lines) => lines.join('\n'));
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => expectAgreement(format, texts)));
  });

  test.runIf(existsSync(CORPUS))(
    'of published definitions',
    () => {
      const ending = harnessFormat(format).files.syntax === 'toml' ? '.toml' : '.md';
      const paths = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending));
      // Every file of the corpus is judged by some harness, and each harness judges a part of them.
      const own = paths.filter((_, at) => ending === '.toml' || at % FORMATS.length === FORMATS.indexOf(format));
      expectAgreement(
        format,
        own.map((path) => readFileSync(join(CORPUS, path), 'utf8')),
      );
    },
    120_000,
  );
});
