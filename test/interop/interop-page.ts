import { HARNESSES, harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';
import { type Agreement, agreements } from './agreement.ts';
import { PINNED } from './pinned-harnesses.ts';
import type { RecordedVerdicts } from './verdicts.ts';

/** The page about how often we say what the harnesses say, from what they said when they were asked last. */
export async function interopPage(recorded: RecordedVerdicts, scratch: string): Promise<string> {
  const rows: string[] = [];
  const wrong: string[] = [];
  for (const { id, how } of PINNED) {
    const { title } = harnessFormat(id);
    const verdicts = recorded[id];
    if (verdicts === undefined) {
      rows.push(`| ${title} | – | – | – | – | – | ${how} |`);
      continue;
    }
    const { loaded, names, winners } = await agreements(id, verdicts, scratch);
    rows.push(
      `| ${title} | ${verdicts.version} | ${verdicts.date} | ${share(loaded)} | ${share(names)} | ${share(winners)} | ${how} |`,
    );
    for (const one of [loaded, names, winners].flatMap(({ disagreements }) => disagreements)) {
      wrong.push(`- ${title}, ${one}`);
    }
  }
  const asked = new Set(PINNED.map(({ id }) => id));
  const others = HARNESSES.filter(({ id }) => !asked.has(id)).map(({ title }) => title);
  return `# Asked themselves

Written by \`npm run interop -- --record\`. It installs the harnesses in the versions below outside of this project, cuts
them off from the network, lays odd files and several files of one name where they look, and asks each which agents it
loads. What they said is kept in \`test/interop/verdicts.json\`, and the unit tests hold \`agents which\` to it.

| Harness | Version | Asked on | Loaded or not | Names | Who wins | How it is asked |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Not asked, since no command of theirs lists agents without their service: ${others.join(', ')}. What is said of them comes
from the sources named in [formats](formats.md).

What a harness does not promise, such as which of two files of one name in one folder it takes, is not asked.

Where we say something else:

${wrong.length === 0 ? 'Nowhere.' : wrong.join('\n')}
`;
}

const share = ({ asked, agreed }: Agreement): string => `${agreed} of ${asked}`;
