import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftsFolder } from '../../src/adapters/kept/drafts-folder.ts';
import { recipesFolder } from '../../src/adapters/kept/recipes-folder.ts';
import { nodeFileSystem } from '../../src/adapters/node-file-system.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import type { Draft } from '../../src/core/draft/draft.ts';
import { saveDefinition } from '../../src/usecases/save-definition.ts';
import { aPick, savableDraft } from './savable-draft.ts';

/** Where it saves to, in its folder. */
export const SAVED = 'agents/smith.md';

/** The draft of a round; no two rounds are of one length. */
export function draftOfRound(round: number): Draft {
  const text = `## Round ${round}\n\n${`Strike ${round}. `.repeat(100 + (round % 7) * 100)}\n`;
  return savableDraft({
    picks: [aPick({ text })],
    fields: { ...savableDraft().fields, description: `Round ${round}` },
  });
}

/** The round that a text of the draft, the recipe or the file is of. */
export function roundOf(text: string): number {
  return Number(/^description: Round (\d+)$/m.exec(text)?.[1] ?? 0);
}

/** Keep the draft and save over what is there, one round after the other; a line at the start and after each round. */
export async function save(folder: string, rounds: number): Promise<void> {
  const outside = { files: nodeFileSystem, recipes: recipesFolder(folder), sha256, openBackups: async () => null };
  const drafts = draftsFolder(folder);
  const path = join(folder, SAVED);
  await drafts.list();
  process.stdout.write('saving\n');
  for (let round = 0; round < rounds; round += 1) {
    const before = readFileSync(path, 'utf8');
    const draft = draftOfRound(roundOf(before) + 1);
    const problem = await drafts.write('one', draft);
    const outcome = await saveDefinition(outside, draft, path, { kind: 'version', sha256: sha256(before) });
    if (problem !== null || outcome.kind !== 'written' || outcome.warning !== null)
      throw new Error(`${problem} ${JSON.stringify(outcome)}`);
    process.stdout.write('saved\n');
  }
}
