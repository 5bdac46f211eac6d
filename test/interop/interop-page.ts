import type { Format } from '../../src/core/definition/agent-definition.ts';
import { HARNESSES, harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';
import type { Agreement, Compared } from './agreement.ts';
import { PINNED } from './pinned-harnesses.ts';
import type { RecordedFigures } from './real-files.ts';

/** Why we say something else of an odd file, and go on saying it. */
const WHY_NOT_MENDED: Readonly<Record<string, string>> = {
  'in node_modules': 'We look into no `node_modules` anywhere: nobody keeps agents there, and they are large.',
  'name blank': 'It is an agent without a name, which nobody can call.',
};

/** The page about how often we say what the harnesses say, from what they said when they were asked last. */
export function interopPage(compared: ReadonlyMap<Format, Compared>, figures: RecordedFigures): string {
  const rows: string[] = [];
  const wrong: string[] = [];
  for (const { id, how } of PINNED) {
    const { title } = harnessFormat(id);
    const last = compared.get(id);
    if (last === undefined) {
      rows.push(`| ${title} | – | – | – | – | – | ${how} |`);
      continue;
    }
    const { loaded, names, winners } = last.agreements;
    rows.push(
      `| ${title} | ${last.version} | ${last.date} | ${share(loaded)} | ${share(names)} | ${share(winners)} | ${how} |`,
    );
    for (const one of [loaded, names, winners].flatMap(({ disagreements }) => disagreements)) {
      const why = WHY_NOT_MENDED[one.split(':')[0] ?? ''];
      wrong.push(`- ${title}, ${one}${why === undefined ? '' : `. ${why}`}`);
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

## Strangers' files

Every definition of a folder, laid where each harness looks. The known ones are from public collections, every kind of
broken file among them, and our rules were made by them too. Those held out were looked at by nobody before: they were
asked about once, after the rules were made. Of Cline there were none.

| Harness | Version | Asked on | Known: loaded or not | Names | Held out: loaded or not | Names |
| --- | --- | --- | --- | --- | --- | --- |
${PINNED.map(({ id }) => realRow(harnessFormat(id).title, figures[id])).join('\n')}

## Not asked

${others.join(' and ')}. Auggie (0.36.0) was tried, and does nothing before someone has signed in with its service; Antigravity is
no package that could be installed for that. What is said of them comes from the sources named in [formats](formats.md).

What a harness does not promise, such as which of two files of one name in one folder it takes, is not asked.

## Where we say something else

${wrong.length === 0 ? 'Nowhere.' : wrong.join('\n')}
`;
}

function realRow(title: string, figures: RecordedFigures[Format] = {}): string {
  const { known, heldOut } = figures;
  const shares = [known, heldOut].flatMap((one) => (one ? [share(one.loaded), share(one.names)] : ['–', '–']));
  const last = heldOut ?? known;
  return `| ${title} | ${last?.version ?? '–'} | ${last?.date ?? '–'} | ${shares.join(' | ')} |`;
}

const share = ({ asked, agreed }: Pick<Agreement, 'asked' | 'agreed'>): string => `${agreed} of ${asked}`;
