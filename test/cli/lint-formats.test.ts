import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/sha256.ts';
import { lintGithub } from '../../src/cli/lint/lint-github.ts';
import { lintSarif } from '../../src/cli/lint/lint-sarif.ts';
import { runAgents } from '../support/run-agents.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// What a definition, its name and its path say is theirs to choose; what it does in a report is not.

const sign = fc.constantFrom('::', '%0A', '%', '\n', '\r', ',', ':', '"', '\\', '/', '#', '?', '\u2028', '\u001B[2J');
const hostile = fc
  .array(fc.oneof(sign, fc.string({ unit: 'binary' }), fc.constantFrom('::error::x', '\ud800')), { maxLength: 8 })
  .map((parts) => parts.join(''));
const diagnostic = fc.record({
  code: fc.constant('color/case' as const),
  severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
  message: hostile,
  line: fc.integer({ min: 1, max: 99 }),
  column: fc.integer({ min: 1, max: 99 }),
});
const report = fc.record({
  path: hostile.map((path) => `/p/${path.replaceAll('\0', '')}`),
  diagnostics: fc.array(diagnostic, { maxLength: 4 }),
});

const PLACE = { version: '1.0.0', root: '/p', sha256 };

/** As actions/runner takes the values of a command. */
const unescaped = (text: string): string =>
  text.replace(/%(25|0D|0A|3A|2C)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

describe('hostile names, paths and messages', () => {
  test('make no more workflow commands than there are problems, and read back as they were', () => {
    fc.assert(
      fc.property(report, ({ path, diagnostics }) => {
        const text = lintGithub({ files: [{ path, diagnostics }] } as never, (one) => one);
        const lines = text.split(/\r\n|\n|\r/);
        expect(lines.pop()).toBe('');
        expect(lines).toHaveLength(diagnostics.length);
        for (const [at, line] of lines.entries()) {
          const [, properties = '', message = ''] = /^::(?:error|warning|notice) (.*?)::(.*)$/s.exec(line) ?? [];
          const values = properties.split(',').map((one) => unescaped(one.slice(one.indexOf('=') + 1)));
          expect([values[0], values[1], values[2]]).toEqual([
            path,
            `${diagnostics[at]?.line}`,
            `${diagnostics[at]?.column}`,
          ]);
          expect(unescaped(message)).toBe(diagnostics[at]?.message);
        }
      }),
    );
  });

  test('are a document of JSON and valid URIs in SARIF, and act on no terminal', () => {
    fc.assert(
      fc.property(report, ({ path, diagnostics }) => {
        const text = lintSarif({ files: [{ path, diagnostics, text: () => path }] } as never, PLACE);
        expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/);
        const { results } = JSON.parse(text).runs[0];
        expect(results).toHaveLength(diagnostics.length);
        for (const [at, { message, locations }] of results.entries()) {
          expect(message.text).toBe(diagnostics[at]?.message);
          const { uri, uriBaseId } = locations[0].physicalLocation.artifactLocation;
          expect(uri).toMatch(/^(?:[A-Za-z0-9\-._~!'()*/]|%[0-9A-F]{2})*$/);
          expect(uriBaseId).toBe('%SRCROOT%');
        }
      }),
    );
  });
});

describe('SARIF', () => {
  const head = '---\nname: loud\ndescription: Use it for reviews\n---\n';
  const path = 'See /Users/marlene/a and /Users/marek/b.\n';
  const linted = async (folder: string, ...targets: readonly string[]) => {
    const { out } = await runAgents(folder, ['lint', '--format', 'sarif', ...targets]);
    return JSON.parse(out).runs[0];
  };
  const prints = async (body: string): Promise<readonly string[]> => {
    const { results } = await linted(temporaryFolder({ 'loud.md': head + body }), '.');
    return results.map(({ partialFingerprints }: { partialFingerprints: Record<string, string> }) => {
      expect(Object.keys(partialFingerprints)).toEqual(['codeAndLineHash/v1']);
      return partialFingerprints['codeAndLineHash/v1'];
    });
  };

  test('knows a problem again by its code and its line, wherever that has gone', async () => {
    const [first, second] = await prints(path);
    expect(first).toMatch(/^[0-9a-f]{16}:1$/);
    expect(second).toBe(first?.replace(/1$/, '2'));
    expect(await prints(`You review.\n\n  ${path}`)).toEqual([first, second]);
    const [other] = await prints(path.replace('See', 'Read'));
    expect(other).not.toBe(first);
  });

  test('gives paths from the root of the repository, and says where that is', async () => {
    const folder = temporaryFolder({ '.git/HEAD': '', 'a b/agents/loud.md': head + path, 'c/x': '' });
    const { originalUriBaseIds, results } = await linted(join(folder, 'c'), '../a b');
    expect(originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: `${pathToFileURL(folder)}/` } });
    const { uri, uriBaseId } = results[0].locations[0].physicalLocation.artifactLocation;
    expect([uri, uriBaseId]).toEqual(['a%20b/agents/loud.md', '%SRCROOT%']);
    // As whoever reads the report puts them together.
    expect(new URL(uri, originalUriBaseIds[uriBaseId].uri).href).toBe(
      pathToFileURL(join(folder, 'a b/agents/loud.md')).href,
    );
  });

  test('gives paths from the working directory where that is in no repository', async () => {
    const folder = temporaryFolder({ 'loud.md': head + path });
    mkdirSync(join(folder, 'ü'));
    writeFileSync(join(folder, 'ü/x.md'), head + path);
    const { originalUriBaseIds } = await linted(join(folder, 'ü'), '.');
    expect(originalUriBaseIds['%SRCROOT%'].uri).toBe(`${pathToFileURL(join(folder, 'ü'))}/`);
  });
});
