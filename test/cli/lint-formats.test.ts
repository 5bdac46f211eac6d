import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintGithub } from '../../src/cli/lint/lint-github.ts';
import { lintSarif } from '../../src/cli/lint/lint-sarif.ts';

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
        const text = lintSarif({ files: [{ path, diagnostics }] } as never, { version: '1.0.0', cwd: '/p' });
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
