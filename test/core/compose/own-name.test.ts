import { describe, expect, test } from 'vitest';
import { composeBody, composeFile } from '../../../src/core/compose/compose.ts';
import { ownMentions } from '../../../src/core/compose/own-name.ts';
import { pickOfBody } from '../../../src/core/draft/draft.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aDraft } from '../../support/a-draft.ts';

const KEEPER = aDefinition({
  name: 'fire-keeper',
  body: '## Work\n\nYou are fire-keeper. Hand the iron to @tool-maker.\n\n- `fire-keeper` never sleeps, see fire-keeper.md\n',
});
const MAKER = aDefinition({
  name: 'tool-maker',
  body: '## Tools\n\nCall the fire-keeper agent before you begin.\n\n- Sign as tool-maker\n',
});
const SMITH = aDefinition({ name: 'smith', body: '## Rules\n\nA smith needs patience.\n' });

const draftOf = (definitions: readonly ReturnType<typeof aDefinition>[], name: string, description = 'Forges') =>
  aDraft({
    picks: definitions.map(pickOfBody),
    fields: { ...aDraft().fields, name, description },
  });

const mentionsIn = (draft: ReturnType<typeof draftOf>) => ownMentions(draft.fields, composeBody(draft.picks));

describe('what a composition says of itself by an older name', () => {
  test('is counted in what each says of itself, and in the description', () => {
    expect(mentionsIn(draftOf([KEEPER, MAKER], 'forge', 'Use fire-keeper for fires'))).toEqual([
      { name: 'fire-keeper', count: 3 },
      { name: 'tool-maker', count: 1 },
    ]);
  });

  test('is nothing under the same name, before there is one, or in ordinary words', () => {
    expect(mentionsIn(draftOf([KEEPER], 'Fire-Keeper'))).toEqual([]);
    expect(mentionsIn(draftOf([KEEPER], ''))).toEqual([]);
    expect(mentionsIn(draftOf([SMITH], 'forge'))).toEqual([]);
  });

  test('stands under its own name where that is asked for, and what is said of others stays', () => {
    const draft = draftOf([KEEPER, MAKER], 'forge', 'Use fire-keeper for fires');
    const text = composeFile({ ...draft, ownName: true });
    expect(text).toContain('description: Use forge for fires\n');
    expect(text).toContain('You are forge. Hand the iron to @tool-maker.');
    expect(text).toContain('- `forge` never sleeps, see fire-keeper.md');
    expect(text).toContain('Call the fire-keeper agent before you begin.');
    expect(text).toContain('- Sign as forge');
    expect(composeFile(draft)).toContain('You are fire-keeper.');
  });
});
