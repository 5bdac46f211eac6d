// Makes the package that is published, out of what is built: `npm run pack [-- FOLDER]`. The last line is the tarball's
// path.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { publishedManifest, publishedPage } from './published.mjs';

const PAGES = ['README.md', 'CHANGELOG.md'];

const root = fileURLToPath(new URL('..', import.meta.url));
const into = resolve(process.argv[2] ?? root);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const where = {
  repository: manifest.homepage.replace(/#.*$/, ''),
  tag: `v${manifest.version}`,
  exists: (path) => existsSync(join(root, path)),
};

const folder = mkdtempSync(join(tmpdir(), 'package-'));
try {
  const parts = manifest.files.filter((path) => !path.startsWith('!'));
  for (const part of [...parts, 'LICENSE']) cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const page of PAGES)
    writeFileSync(join(folder, page), publishedPage(readFileSync(join(root, page), 'utf8'), where));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
  const packed = execFileSync(
    'npm',
    ['pack', '--ignore-scripts', '--json=false', '--loglevel=notice', '--pack-destination', into],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  process.stdout.write(`${join(into, packed.trim().split('\n').at(-1))}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
