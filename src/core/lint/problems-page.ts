import { visibleText } from '../../text/visible-text.ts';
import { SEVERITY_WORDS } from '../definition/diagnostic.ts';
import { LINT_CODES, type LintCode, type LintCodeEntry } from './lint-codes.ts';
import { LINT_EXAMPLES, type LintExample } from './lint-examples.ts';

/** The page of the documentation with all codes, as Markdown. */
export function problemsPage(): string {
  const groups = new Map<string, string[]>();
  for (const [code, entry] of Object.entries<LintCodeEntry>(LINT_CODES)) {
    const group = code.slice(0, code.indexOf('/'));
    const fix = entry.fixable ? ' `agents lint --fix` puts it right.' : '';
    const words = `**${entry.title}** (${SEVERITY_WORDS[entry.severity]}). ${entry.help}${fix}`;
    const text = `### \`${code}\`\n\n${words}\n\n${exampleBlocks(LINT_EXAMPLES[code as LintCode])}`; // Of all codes.
    groups.set(group, [...(groups.get(group) ?? []), text]);
  }
  const parts = [...groups].map(([group, texts]) => `## ${GROUP_TITLES[group] ?? group}\n\n${texts.join('\n')}`);
  return `${PAGE_HEAD}\n${parts.join('\n')}`;
}

function exampleBlocks({ bad, good }: LintExample): string {
  return `Bad:\n\n${block(bad)}\nGood:\n\n${block(good)}`;
}

/** What does not show is written as a mark, so that the page has nothing hidden itself. */
const block = (text: string): string => `~~~\n${text.split('\n').map(visibleText).join('\n')}~~~\n`;

const GROUP_TITLES: Readonly<Record<string, string>> = {
  file: 'Files',
  frontmatter: 'Frontmatter',
  name: 'Names',
  description: 'Descriptions',
  field: 'Fields',
  tools: 'Tools',
  model: 'Models',
  color: 'Colors',
  body: 'Prompts',
  hidden: 'Hidden text',
  reference: 'Calls of other agents',
  ignore: 'Comments for lint',
  executes: 'Things that run',
};

const PAGE_HEAD = `# Problems

What \`agents lint\` and the app find in agents, by code. The severity is the worst a code can have: a harness that copes
with a flaw makes it less. An **error** means that a harness does not load the file as meant, **doubtful** that something
is most likely not as intended (\`warning\` in JSON, SARIF and annotations), an **info** is a remark.

\`agents lint --list\` prints them all, \`agents lint --explain CODE\` one of them. A comment
\`<!-- agents-lint-ignore CODE -- REASON -->\` in the prompt, with one code or several, has lint pass over them in that file,
and \`--fix\` too; the reason may be left out. Hidden text, what runs, and keys are always told, since a file could keep them
from you so; and so is a comment that passes over nothing. One that code shows is none. This page is generated from
\`src/core/lint/lint-codes.ts\` and \`lint-examples.ts\`.
`;
