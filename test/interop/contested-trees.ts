import type { Format } from '../../src/core/definition/agent-definition.ts';
import type { HarnessFormat, HarnessPlace } from '../../src/core/formats/harness/harness-format.ts';
import { harnessFormat } from '../../src/core/formats/harnesses/harnesses.ts';

/** Several files of one name, of which a harness loads one. Its description says where it lies. */
export interface ContestedTree {
  readonly id: string;
  /** Texts by path, below the root of the repository and below the home folder. */
  readonly project: Readonly<Record<string, string>>;
  readonly home: Readonly<Record<string, string>>;
  /** Folder below the root of the repository from which the harness is asked; empty for the root. */
  readonly from: string;
}

const NAME = 'shelf-keeper';

const withoutPlural = ({ folder }: HarnessPlace): string => folder.replace(/s$/, '');

/** The places of a harness against each other, two project folders, and two files of a name in one place. */
export function contestedTrees(harness: Format): readonly ContestedTree[] {
  const format = harnessFormat(harness);
  const places = format.places.filter(({ scope }) => scope !== 'plugin');
  const [own] = places.filter(({ scope, owner }) => scope === 'project' && owner === harness);
  if (own === undefined) return [];
  const ending = endingOf(format);
  const tree = (
    id: string,
    files: readonly (readonly [at: 'project' | 'home', path: string])[],
    from = '',
    name = NAME,
  ): ContestedTree => {
    const laid = (at: 'project' | 'home') =>
      Object.fromEntries(files.filter((one) => one[0] === at).map(([, path]) => [path, agent(format, name, at, path)]));
    return { id, project: laid('project'), home: laid('home'), from };
  };
  const inPlace = ({ scope, folder }: HarnessPlace, file = `${NAME}${ending}`) =>
    [scope === 'user' ? 'home' : 'project', `${folder}/${file}`] as const;
  // Who wins is an order, so every place is held against the next one.
  const inOrder = [...places].sort((a, b) => a.rank - b.rank);
  const pairs = inOrder.slice(1).flatMap((other, at) => {
    const one = inOrder[at] ?? other;
    // `agent` and `agents` are one place by two names.
    if (one.scope === other.scope && withoutPlural(one) === withoutPlural(other)) return [];
    const words = [one, other].map(({ scope, folder }) => `${scope} ${folder}`).join(' and ');
    return tree(words, [inPlace(one), inPlace(other)]);
  });
  const [first] = format.identity.builtIn;
  return [
    ...pairs,
    tree('near and far project folder', [inPlace(own), ['project', `sub/${own.folder}/${NAME}${ending}`]], 'sub'),
    ...places
      .filter(({ scope, owner }) => scope === 'project' && owner !== harness)
      .map((place) =>
        tree(
          `near ${place.folder} and far ${own.folder}`,
          [inPlace(own), ['project', `sub/${place.folder}/${NAME}${ending}`]],
          'sub',
        ),
      ),
    // What is not promised is not asked.
    ...(format.precedence.duplicates === 'unspecified'
      ? []
      : [
          tree('two files in one place', [inPlace(own, `b${ending}`), inPlace(own, `z${ending}`)]),
          tree('a folder below that sorts first', [inPlace(own, `m${ending}`), inPlace(own, `deep/m${ending}`)]),
          tree('a folder below that sorts last', [inPlace(own, `m${ending}`), inPlace(own, `x/m${ending}`)]),
        ]),
    tree('only in the folder above', [inPlace(own)], 'sub'),
    ...(first === undefined ? [] : [tree('name of a built-in agent', [inPlace(own, `own${ending}`)], '', first)]),
    ...(harness === 'copilot'
      ? [tree('.agent.md and .md', [inPlace(own, `${NAME}.agent.md`), inPlace(own, `${NAME}.md`)])]
      : []),
    ...(harness === 'codex' ? [withoutDescription(own)] : []),
  ];
}

/** What a role leaves out, the next one of its name may say. */
function withoutDescription({ folder }: HarnessPlace): ContestedTree {
  const path = `${folder}/${NAME}.toml`;
  const text = agent(harnessFormat('codex'), NAME, 'project', path).replace(/description.*\n/, '');
  const user = agent(harnessFormat('codex'), NAME, 'home', path);
  return { id: 'project file without a description', project: { [path]: text }, home: { [path]: user }, from: '' };
}

/** What the files of a harness mostly end in. */
export function endingOf({ files: { endings } }: HarnessFormat): string {
  return endings.includes('.md') ? '.md' : (endings[0] ?? '');
}

function agent({ files, subagentFields }: HarnessFormat, name: string, at: string, path: string): string {
  const description = `lies in ${at} ${path}`;
  if (files.syntax === 'toml') {
    return `name = "${name}"\ndescription = "${description}"\ndeveloper_instructions = "You keep shelves in order."\n`;
  }
  const more = Object.entries(subagentFields).map(([field, value]) => `${field}: ${value}\n`);
  return `---\nname: ${name}\ndescription: ${description}\n${more.join('')}---\nYou keep shelves in order, every day.\n`;
}
