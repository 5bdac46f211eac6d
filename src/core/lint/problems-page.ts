import { SEVERITY_WORDS } from '../definition/diagnostic.ts';
import { LINT_CODES, type LintCodeEntry } from './lint-codes.ts';

/** The page of the documentation with all codes, as Markdown. */
export function problemsPage(): string {
  const groups = new Map<string, string[]>();
  for (const [code, entry] of Object.entries<LintCodeEntry>(LINT_CODES)) {
    const group = code.slice(0, code.indexOf('/'));
    const fix = entry.fixable ? ' `agents lint --fix` puts it right.' : '';
    const text = `### \`${code}\`\n\n**${entry.title}** (${SEVERITY_WORDS[entry.severity]}). ${entry.help}${fix}\n`;
    groups.set(group, [...(groups.get(group) ?? []), text]);
  }
  const parts = [...groups].map(([group, texts]) => `## ${GROUP_TITLES[group] ?? group}\n\n${texts.join('\n')}`);
  return `${PAGE_HEAD}\n${parts.join('\n')}`;
}

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
  executes: 'Things that run',
};

const PAGE_HEAD = `# Problems

What \`agents lint\` and the app find in agents, by code. The severity is the worst a code can have: a harness that copes
with a flaw makes it less. An **error** means that a harness does not load the file as meant, **doubtful** that something
is most likely not as intended (\`warning\` in JSON, SARIF and annotations), an **info** is a remark.

This page is generated from \`src/core/lint/lint-codes.ts\`.
`;
