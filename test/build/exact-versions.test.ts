import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHANGED_PACKAGES } from '../../.ci/changed-packages.mjs';

const manifest = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}package.json`, import.meta.url), 'utf8'));
const { dependencies, overrides } = manifest('');
const named: Readonly<Record<string, string>> = { ...overrides.ink, ...dependencies };

test.each([...new Set(Object.keys(CHANGED_PACKAGES).map((file) => file.replace(/\/.*/, '')))])(
  '%s, which the build changes, is wanted in the one version that is installed',
  (name) => {
    expect(named[name]).toBe(manifest(`node_modules/${name}/`).version);
  },
);
