// One process of `bench-topics.mjs`: how long the first comparison and the tenth take, as JSON.
import { flattenSections } from '../../src/core/sections/section-text.ts';
import { splitSections } from '../../src/core/sections/split-sections.ts';
import { alignTopics } from '../../src/core/topics/align-topics.ts';
import { aDefinition } from '../support/a-definition.ts';
import { largeBodies } from './large-definitions.ts';

const WARM = 10;

/** Making the texts warms up none of the code that is measured. */
const bodies = largeBodies();

function compared() {
  const begin = performance.now();
  const comparands = bodies.map((body, at) => ({
    definition: aDefinition({ body, name: `engineer-${at}`, id: `project:engineer-${at}` }),
    sections: splitSections(body),
  }));
  const cut = performance.now();
  const topics = alignTopics(comparands);
  const sections = comparands.flatMap((one) => flattenSections(one.sections)).length;
  return { cutting: cut - begin, aligning: performance.now() - cut, sections, topics: topics.length };
}

const first = compared();
let last = first;
for (let nth = 1; nth < WARM; nth += 1) last = compared();
process.stdout.write(JSON.stringify({ ...first, warm: last.aligning }));
