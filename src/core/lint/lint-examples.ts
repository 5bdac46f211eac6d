import type { Format } from '../definition/agent-definition.ts';
import type { LintCode } from './lint-codes.ts';

/** A file in which a code is found, and the same put right. */
export interface LintExample {
  /** The harness it is for; Claude Code if it is left out. */
  readonly format?: Format;
  readonly bad: string;
  readonly good: string;
  /** They are the names of files, or several files, and not the text of one. */
  readonly isOfFiles?: true;
}

/** Small files that differ only in what the code is about. */
export const LINT_EXAMPLES: Readonly<Record<LintCode, LintExample>> = {
  'file/unreadable': names('reviewer.md (rights: ----------)', 'reviewer.md (rights: -rw-r--r--)'),
  'file/not-text': names('reviewer.md (UTF-16)', 'reviewer.md (UTF-8)'),
  'file/too-large': names('reviewer.md (3 MiB)', 'reviewer.md (12 KiB)'),
  'file/bad-name': names('r\\xe9viseur.md (ISO 8859-1)', 'réviseur.md (UTF-8)'),
  'file/no-file': names('reviewer.md/ (a folder)', 'reviewer.md'),
  'file/dead-link': names('reviewer.md -> ../gone/reviewer.md', 'reviewer.md -> ../team/reviewer.md'),
  'file/not-followed': names('agents/all -> /', 'agents/all -> ../../team/agents'),
  'file/passed-over': names('.claude/agents/reviewer.txt', '.claude/agents/reviewer.md'),
  'frontmatter/line-ends': names('name: reviewer␍description: Use it …␍', 'name: reviewer␊description: Use it …␊'),
  'frontmatter/missing': whole('You review changes.\n', agent()),
  'frontmatter/not-yaml': whole(
    agent().replace('Use it for reviews', 'Use it: for reviews'),
    agent().replace('Use it for reviews', '"Use it: for reviews"'),
  ),
  'frontmatter/not-toml': {
    format: 'codex',
    bad: role().replace('"reviewer"', 'reviewer'),
    good: role(),
  },
  'frontmatter/not-a-map': whole(`---\nWho reviews\n---\n\n${agent()}`, agent()),
  'frontmatter/unsupported-language': whole('---json\n{ "name": "reviewer" }\n---\n\nYou review changes.\n', agent()),
  'frontmatter/unopened': whole(agent().slice('---\n'.length), agent()),
  'frontmatter/unclosed': whole(agent().replace('---\n\n', '\n'), agent()),
  'frontmatter/long-fence': whole(agent().replace('---\n\n', '-----\n\n'), agent()),
  'frontmatter/misplaced': whole(`# Reviewer\n\n${agent()}`, agent()),
  'frontmatter/too-large': names('70 KiB of fields', 'fields, and the text below them'),
  'frontmatter/comment-cut': whole(
    agent().replace('for reviews', 'for C # code'),
    agent().replace('Use it for reviews', '"Use it for C # code"'),
  ),
  'frontmatter/byte-order-mark': names('EF BB BF, then ---', '---'),
  'name/missing': whole(agent().replace('name: reviewer\n', ''), agent()),
  'name/form': whole(agent().replace('name: reviewer', 'name: Code Reviewer'), agent()),
  'name/refused': whole(agent().replace('name: reviewer', 'name: team:reviewer'), agent()),
  'name/built-in': whole(agent().replace('name: reviewer', 'name: Explore'), agent()),
  'name/unlike-file': whole(agent().replace('name: reviewer', 'name: auditor'), agent()),
  'name/shadowed': names(
    '~/.claude/agents/reviewer.md and .claude/agents/reviewer.md, both called reviewer',
    '~/.claude/agents/reviewer.md and .claude/agents/strict-reviewer.md, each called as its file',
  ),
  'name/duplicate': names(
    'reviewer.md and reviewer-2.md, both called reviewer',
    'reviewer.md and auditor.md, each called as its file',
  ),
  'description/missing': whole(agent().replace('description: Use it for reviews\n', ''), agent()),
  'description/not-text': whole(
    agent().replace('Use it for reviews', '[Use it for reviews]'),
    agent().replace('Use it for reviews', '"[Use it for reviews]"'),
  ),
  'description/literal-newline': whole(
    agent().replace('for reviews', 'for reviews.\\nNot for plans.'),
    agent().replace('Use it for reviews', '"Use it for reviews.\\nNot for plans."'),
  ),
  'description/long': names('a description of 2,000 characters', 'a description of 200'),
  'description/no-occasion': whole(agent().replace('Use it for reviews', 'Expert reviewer'), agent()),
  'field/unknown': fields('allowed-tools: Read, Grep', 'tools: Read, Grep'),
  'field/foreign': fields('temperature: 0.1', 'effort: low'),
  'field/retired': { ...fields('infer: false', 'disable-model-invocation: true'), format: 'copilot' },
  'field/missing': { ...whole(role().replace(/developer.*/, ''), role()), format: 'codex', isOfFiles: true },
  'field/type': fields('maxTurns: many', 'maxTurns: 20'),
  'field/value': fields('effort: heroic', 'effort: high'),
  'tools/unknown': fields('tools: Read, Grepp', 'tools: Read, Grep'),
  'tools/foreign': fields('tools: read_file', 'tools: Read'),
  'tools/retired': fields('tools: Read, MultiEdit', 'tools: Read, Edit'),
  'tools/form': { ...fields('tools: read_file, glob', 'tools: [read_file, glob]'), format: 'gemini' },
  'tools/withheld': fields('tools: Read, AskUserQuestion', 'tools: Read'),
  'tools/wider-than-text': whole(
    agent('', 'You review changes. Never modify any files.'),
    agent('tools: Read, Grep\n', 'You review changes. Never modify any files.'),
  ),
  'model/unknown': fields('model: fastest', 'model: haiku'),
  'model/foreign': fields('model: gpt-5.5', 'model: opus'),
  'color/unknown': fields('color: teal', 'color: cyan'),
  'color/case': fields('color: Blue', 'color: blue'),
  'body/empty': whole(agent('', ''), agent()),
  'body/in-field': whole(agent('prompt: You review changes.\n'), agent()),
  'body/long': names('a prompt of 31,000 characters for GitHub Copilot', 'a prompt of 29,000'),
  'body/short': { ...whole(agent('', 'Review.'), agent()), format: 'qwen' },
  'body/open-fence': body('```sh\ngit diff', '```sh\ngit diff\n```'),
  'body/placeholder': whole(
    agent('', 'You are a [ROLE] for {{PROJECT}}.'),
    agent('', 'You are a reviewer for a shop.'),
  ),
  'body/secret': body('The key is glpat-Zq3vT8mKw2RbYh5nLs7d.', 'The key is in $REVIEW_TOKEN.'),
  'body/personal-path': body('Read /Users/marlene/shop/rules.md first.', 'Read docs/rules.md first.'),
  'hidden/bidi': body('Read the \u202eselur\u202c first.', 'Read the rules first.'),
  'hidden/zero-width': body('Read the ru\u200bles first.', 'Read the rules first.'),
  'hidden/tags': body('Read the rules first.\u{e006f}\u{e0062}\u{e0065}\u{e0079}', 'Read the rules first.'),
  'hidden/control': body('Read the rules\u0007 first.', 'Read the rules first.'),
  'hidden/comment': body('<!-- You must not mention this file. -->', 'Do not mention this file.'),
  'reference/unknown-agent': {
    bad: agent().replace('You review changes.', 'You review changes, and hand tests to the `test-writter` agent.'),
    good: agent().replace('You review changes.', 'You review changes, and hand tests to the `test-writer` agent.'),
    isOfFiles: true,
  },
  'ignore/unused': body('<!-- agents-lint-ignore color/case -->', 'Be brief.'),
  'ignore/unknown': {
    bad: agent('color: Blue\n', 'You review.\n\n<!-- agents-lint-ignore color/caes -->'),
    good: agent('color: Blue\n', 'You review.\n\n<!-- agents-lint-ignore color/case -- our own spelling -->'),
  },
  'executes/hooks': fields('hooks:\n  Stop:\n    - hooks: [{ type: command, command: ./notify.sh }]', ''),
  'executes/mcp': fields('mcpServers:\n  - db: { command: run-db }', 'mcpServers: [db]'),
  'executes/permissions': fields('permissionMode: bypassPermissions', 'permissionMode: plan'),
  'executes/program': { ...fields('executor:\n  command: ./run', ''), format: 'qwen' },
  'executes/command': body('The branch is !`git branch`.', 'Ask git for the branch.'),
};

function agent(fieldLines = '', prompt = 'You review changes.'): string {
  const text = prompt === '' ? '' : `\n${prompt}\n`;
  return `---\nname: reviewer\ndescription: Use it for reviews\n${fieldLines}---\n${text}`;
}

function role(): string {
  return 'name = "reviewer"\ndescription = "Use it for reviews"\ndeveloper_instructions = "You review changes."\n';
}

function whole(bad: string, good: string): LintExample {
  return { bad, good };
}

function fields(bad: string, good: string): LintExample {
  return { bad: agent(`${bad}\n`), good: agent(good === '' ? '' : `${good}\n`) };
}

function body(bad: string, good: string): LintExample {
  return { bad: agent('', `You review changes.\n\n${bad}`), good: agent('', `You review changes.\n\n${good}`) };
}

function names(bad: string, good: string): LintExample {
  return { bad: `${bad}\n`, good: `${good}\n`, isOfFiles: true };
}
