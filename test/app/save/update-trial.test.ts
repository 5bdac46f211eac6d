import { expect, test } from 'vitest';
import type { Model } from '../../../src/app/model/model.ts';
import { update } from '../../../src/app/update.ts';
import { pickOfBody } from '../../../src/core/draft/draft.ts';
import { aDefinition } from '../../support/a-definition.ts';
import { aDraft } from '../../support/a-draft.ts';
import { aModel } from '../../support/a-model.ts';
import { fakePorts } from '../../support/fake-ports.ts';
import { startJourney } from '../../support/journey.ts';

const tried = (model: Model) =>
  update(model, { type: 'trialRequested' }).effects.flatMap((effect) =>
    effect.type === 'startTrial' ? [effect.trial.name] : [],
  );

test('the agent under the cursor is tried, or the one that is read, or the draft', () => {
  expect(tried(aModel())).toEqual(['api-smith']);
  const bell = pickOfBody(aDefinition({ name: 'bell', body: 'Cast bells.' }));
  const draft = { past: [], present: aDraft({ picks: [bell] }), future: [] };
  expect(tried({ ...aModel(), trail: ['browse', 'compose'], draft })).toEqual(['draft']);
  expect(tried({ ...aModel(), trail: ['browse', 'compose'] })).toEqual([]);
});

test('the harness is started, and how it ended is said', async () => {
  const ports = fakePorts();
  const journey = startJourney(aModel(), ports);
  await journey.press('enter enter a');
  expect(ports.calls).toContain('try api-smith with claude');
  expect(journey.end().notice?.text).toBe(
    'The session with api-smith in Claude Code is over, and nothing of it is left',
  );
  const failing = fakePorts({ harness: { start: async () => 'Claude Code is not installed' } });
  const other = startJourney(aModel(), failing);
  await other.press('enter a');
  expect(other.end().notice).toEqual({ text: 'Claude Code is not installed', tone: 'bad' });
});
