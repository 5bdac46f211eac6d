import { type Binding, inContext } from '../binding.ts';

const linear = inContext('linear');

/** The keys there are beside all others where everything is told in lines. */
export const LINEAR_BINDINGS = [
  linear('read', ['enter'], 'Read on by sections, or read whole what the keys are on', 'readOnRequested'),
  linear('again', ['.', 'alt+.'], 'Say the last again', { type: 'tellRequested', what: 'again' }),
  linear('place', [',', 'alt+,'], 'Say where one is, and what is marked or taken', {
    type: 'tellRequested',
    what: 'place',
  }),
] satisfies readonly Binding[];
