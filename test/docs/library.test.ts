import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bundledLibrary } from '../support/bundled-library.ts';

const PAGE = fileURLToPath(new URL('../../docs/library.md', import.meta.url));
const BLOCK = /(<!-- library -->\n)[\s\S]*?(<!-- \/library -->)/;

/** In which order they are told, and under which title. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'Designing back ends': [
    'backend-architect',
    'architecture-advisor',
    'domain-modeller',
    'api-platform-engineer',
    'data-store-chooser',
    'distributed-systems-engineer',
    'identity-and-access-engineer',
  ],
  'Building services': [
    'backend-developer',
    'go-service-engineer',
    'jvm-service-engineer',
    'node-service-engineer',
    'php-service-engineer',
    'python-service-engineer',
    'rust-service-engineer',
    'integration-engineer',
    'realtime-messaging-engineer',
  ],
  'Data and models': [
    'database-engineer',
    'cache-and-search-engineer',
    'data-pipeline-engineer',
    'data-analyst',
    'machine-learning-engineer',
  ],
  Operating: [
    'cloud-engineer',
    'platform-engineer',
    'observability-engineer',
    'performance-engineer',
    'concurrency-engineer',
    'service-reliability-architect',
    'incident-commander',
    'release-engineer',
  ],
  'Quality and change': [
    'code-reviewer',
    'backend-reviewer',
    'security-auditor',
    'test-engineer',
    'debugger',
    'refactoring-engineer',
    'legacy-modernizer',
  ],
  'What people see': [
    'frontend-engineer',
    'mobile-engineer',
    'ux-designer',
    'accessibility-auditor',
    'technical-writer',
    'web-content-editor',
  ],
  'Planning and understanding': ['requirements-analyst', 'work-planner', 'codebase-guide', 'agent-author'],
};

const library = new Map(bundledLibrary().map(({ definition }) => [definition.name, definition]));

test('every agent of the library is in one family', () => {
  expect(Object.values(FAMILIES).flat().sort()).toEqual([...library.keys()]);
});

/** `npm run docs` writes the tables anew. */
test('docs/library.md says of each when to use it', async () => {
  const text = readFileSync(PAGE, 'utf8');
  expect(text).toMatch(BLOCK);
  const current = text.replace(BLOCK, (_, start: string, end: string) => `${start}\n${tables()}\n\n${end}`);
  await expect(current).toMatchFileSnapshot(PAGE);
});

function tables(): string {
  return Object.entries(FAMILIES)
    .map(([title, names]) => [`### ${title}`, '', '| agent | use it |', '| --- | --- |', ...names.map(row)].join('\n'))
    .join('\n\n');
}

function row(name: string): string {
  const when = (library.get(name)?.description ?? '').replace(/^Use this agent /, '');
  return `| [${name}](../agents/${name}.md) | ${when} |`;
}
