import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * The licences of the packages that files were bundled from, with their texts: all of them ask for that.
 *
 * @param {readonly string[]} files Paths of what went into a bundle, as esbuild's metafile has them.
 */
export function licences(files) {
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)]
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      return `=== ${name} ${version} (${license})\n\n${licenceText(folder, license).trim()}\n`;
    })
    .sort()
    .join('\n');
}

function licenceText(folder, license) {
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)/i.test(name));
  if (file !== undefined) return readFileSync(`${folder}/${file}`, 'utf8');
  const readme = existsSync(`${folder}/README.md`) ? readFileSync(`${folder}/README.md`, 'utf8') : '';
  const [section] = /^#+ licen[cs]e[\s\S]*/im.exec(readme) ?? [];
  return section ?? `(${license}; the package comes without the text, see spdx.org/licenses/${license}.html)`;
}
