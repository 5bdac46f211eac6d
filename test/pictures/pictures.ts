// `npm run pictures`: draws the pictures that the documents show. `npm run pictures -- --all FOLDER [PART]` draws every screen in
// every look into a folder, or those whose names have a part.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { drawPicture } from './draw-picture.ts';
import type { Picture } from './picture.ts';
import { ALL_PICTURES, DOCUMENT_PICTURES } from './picture-table.ts';

const DOCS = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
/** How many are drawn at a time. */
const AT_ONCE = 2;

const [option, folder, part = ''] = process.argv.slice(2);
if (option === undefined) {
  await drawInto(DOCS, DOCUMENT_PICTURES);
} else if (option === '--all' && folder !== undefined) {
  await drawInto(
    resolve(folder),
    ALL_PICTURES.filter(({ name }) => name.includes(part)),
  );
} else {
  process.stderr.write('Usage: npm run pictures [-- --all FOLDER [PART]]\n');
  process.exitCode = 2;
}

async function drawInto(target: string, pictures: readonly Picture[]): Promise<void> {
  mkdirSync(target, { recursive: true });
  const waiting = [...pictures];
  const draw = async (): Promise<void> => {
    for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
      try {
        writeFileSync(join(target, `${picture.name}.svg`), await drawPicture(picture));
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
        process.exitCode = 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, draw));
  process.stdout.write(`${pictures.length} pictures in ${target}\n`);
}
