import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
  readFileSync(file('package-lock.json'), 'utf8'),
);
const shipped = Object.entries(lock.packages).filter(
  ([path, { dev = false, devOptional = false }]) => path !== '' && !dev && !devOptional,
);

/** Licences that ask for no more than that their text goes along, which the build sees to. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'PSF-2.0', '0BSD', 'BlueOak-1.0.0'],
  '(MIT OR CC0-1.0)',
]);

/** `npm run docs` writes the page anew when packages have changed. */
test('docs/licences.md lists every package that is shipped', async () => {
  const rows = shipped
    .map(([path, { version, license }]) => `| ${path.replace(/^.*node_modules\//, '')} | ${version} | ${license} |`)
    .sort();
  const page = `# Licences

The packages that the program is built from, those they need included, from \`package-lock.json\`. The build puts the text
of each licence of what it bundles into \`dist/licences.txt\`.

| package | version | licence |
| --- | --- | --- |
${[...new Set(rows)].join('\n')}
`;
  await expect(page).toMatchFileSnapshot(file('docs/licences.md'));
});

test('what is shipped is under permissive licences, and installs without running anything', () => {
  expect(shipped.filter(([, { license = '' }]) => !PERMISSIVE.has(license))).toEqual([]);
  expect(shipped.filter(([, { hasInstallScript = false }]) => hasInstallScript)).toEqual([]);
});

test('every bundled package is in dist/licences.txt with its text', () => {
  const text = readFileSync(file('dist/licences.txt'), 'utf8');
  for (const name of ['ink', 'react', 'gray-matter', 'js-yaml', 'fuse.js', 'conf', 'commander', 'smol-toml']) {
    expect(text).toMatch(new RegExp(`^=== ${name.replace('.', '\\.')} \\d[^\\n]*\\n\\n[\\s\\S]{200}`, 'm'));
  }
  // yoga-layout, which is under MIT.
  expect(text.match(/the package comes without the text/g)).toHaveLength(1);
});
