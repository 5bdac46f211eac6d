import type { HarnessFormat, HarnessPlace } from '../harness/harness-format.ts';
import { FIELDS, opencode } from './opencode.ts';

const place = (scope: 'project' | 'user', folder: string, rank: number): HarnessPlace => ({
  scope,
  folder,
  reach: scope === 'project' ? 'every-folder' : null,
  owner: 'kilo',
  rank,
});

/**
 * Kilo, which is built on OpenCode and reads agents as that does, from folders of its own. Asked itself, and from its
 * documentation (Kilo-Org/kilocode: packages/kilo-docs/pages/customize/custom-subagents.md).
 */
export const kilo: HarnessFormat = {
  ...opencode,
  id: 'kilo',
  title: 'Kilo',
  confidence: 'measured',
  asOf: '2026-11-30',
  version: '7.7.7',
  sources: ['Kilo-Org/kilocode packages/kilo-docs/pages/customize/custom-subagents.md'],
  places: [
    place('user', '.kilo/agents', 1),
    place('project', '.kilo/agents', 2),
    place('project', '.kilocode/agents', 2),
    place('user', '.config/kilo/agents', 3),
  ],
  newFiles: { project: '.kilo/agents', user: '.config/kilo/agents' },
  elsewhere: ['"agent" in kilo.jsonc'],
  // Unlike OpenCode it takes a model without a value.
  fields: opencode.fields.map((field) => FIELDS.find(({ name }) => name === 'model' && name === field.name) ?? field),
  reading: {
    ...opencode.reading,
    blankDescription: 'loads',
    typedDescription: 'rejected',
    datedDescription: 'rejected',
    listedDescription: 'rejected',
    mappedDescription: 'rejected',
    wrongValue: 'rejected',
    notes: ['A file that would keep OpenCode from starting is passed over.'],
  },
};
