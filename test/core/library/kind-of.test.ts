import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../src/core/definition/kind.ts';
import { collectionMap, isManifest, pluginOf } from '../../../src/core/library/collection-map.ts';
import { kindOf } from '../../../src/core/library/kind-of.ts';
import { parseDefinition } from '../../../src/core/reading/parse-definition.ts';

const ROOT = '/home/ada/trees/kite';

const COMPLETE = '---\nname: kite\ndescription: Flies kites\n---\n\nYou fly kites.\n';
const PAGE = '# Kites\n\nKites are flown in wind.\n';
const SITE_PAGE = '---\ntitle: Kites\ndescription: All of them\n---\n\nKites are flown in wind.\n';
const SKILL = '---\nname: kite\ndescription: Flies kites\n---\n\n# Kite\n\nRun the script.\n';
const COMMAND = '---\ndescription: Fly a kite\nargument-hint: "[colour]"\n---\n\nFly a kite.\n';

/** The kinds of the files of a tree, by path; those that are none are left out. */
function kindsIn(tree: Readonly<Record<string, string>>, root = ROOT): Readonly<Record<string, Kind>> {
  const files = Object.entries(tree).map(([path, text]) => [`${root}/${path}`, text] as const);
  const map = collectionMap(
    root,
    files.map(([path]) => path),
    new Map(files.filter(([path]) => isManifest(path))),
  );
  return Object.fromEntries(
    files.flatMap(([path, text]) => {
      if (!/\.(?:md|toml)$/.test(path)) return [];
      const kind = kindOf(path, parseDefinition(text, path), map);
      return kind === null ? [] : [[path.slice(root.length + 1), kind]];
    }),
  );
}

/** What lies at the top of most repositories. */
const TOP = Object.fromEntries(
  [
    'AGENTS.md',
    'CHANGELOG.md',
    'CLAUDE.md',
    'CONTRIBUTING.md',
    'LICENSE.md',
    'README.md',
    'README.zh.md',
    'SECURITY.md',
  ].map((name) => [name, PAGE]),
);

describe('what the files of a repository are', () => {
  test('a plugin: agents at any depth, skills with all that is theirs, commands', () => {
    const tree = {
      ...TOP,
      '.claude-plugin/plugin.json': '{"name":"kite"}',
      'agents/bare.md': 'You are a flier of kites.\n',
      'agents/deep/tracer.md': COMPLETE,
      'agents/reviewer.md': COMPLETE,
      'commands/ship.md': COMMAND,
      'hooks/README.md': PAGE,
      'skills/pdf/SKILL.md': SKILL,
      'skills/pdf/references/forms.md': PAGE,
    };
    expect(kindsIn(tree)).toEqual({
      'agents/bare.md': 'agent',
      'agents/deep/tracer.md': 'agent',
      'agents/reviewer.md': 'agent',
      'commands/ship.md': 'command',
      'skills/pdf/SKILL.md': 'skill',
    });
  });

  test('a marketplace: what its plugins have, not the pages about agents', () => {
    const tree = {
      ...TOP,
      '.claude-plugin/marketplace.json':
        '{"name":"m","plugins":[{"name":"a","source":"./plugins/a","agents":["./roles/one.md"]},{"name":"b","source":{"source":"github"}}]}',
      'docs/agents/index.md': SITE_PAGE,
      'docs/agents/one.md': SITE_PAGE,
      'docs/plugins.md': PAGE,
      'plugins/a/roles/one.md': PAGE,
      'plugins/a/roles/two.md': PAGE,
      'plugins/a/agents/references/report.md': PAGE,
      'plugins/b/agents/two.md': COMPLETE,
      'plugins/b/commands/go.md': PAGE,
      'plugins/b/skills/x/SKILL.md': SKILL,
    };
    expect(kindsIn(tree)).toEqual({
      'plugins/a/roles/one.md': 'agent',
      'plugins/b/agents/two.md': 'agent',
      'plugins/b/commands/go.md': 'command',
      'plugins/b/skills/x/SKILL.md': 'skill',
    });
  });

  test('files that a manifest names are agents wherever they lie; its folders hold agents', () => {
    const tree = {
      'en/core/.claude-plugin/plugin.json': '{"name":"core","agents":["./api.md","./../shared/web.md","./staff/"]}',
      'en/core/api.md': PAGE,
      'en/shared/web.md': PAGE,
      'en/core/notes.md': PAGE,
      'en/core/staff/critic.md': COMPLETE,
      'en/core/staff/README.md': PAGE,
    };
    expect(Object.keys(kindsIn(tree))).toEqual(['en/core/api.md', 'en/shared/web.md', 'en/core/staff/critic.md']);
  });

  test.each(['{', '[]', '{"agents": 3}', '{"agents": [null, {"a": 1}]}', '{"plugins": "all"}'])(
    'a manifest that is none says nothing: %s',
    (text) => {
      const tree = {
        '.claude-plugin/plugin.json': text,
        '.claude-plugin/marketplace.json': text,
        'package.json': text,
      };
      expect(kindsIn({ ...tree, 'agents/one.md': COMPLETE })).toEqual({ 'agents/one.md': 'agent' });
    },
  );

  test('categories: complete definitions in folders of any name, not guides and examples', () => {
    const tree = {
      ...TOP,
      'design/ui.md': COMPLETE,
      'engineering/README.md': PAGE,
      'engineering/backend.md': '---\nname: b\ndescription: d\ntools: Read\n---\nBuild it.\n',
      'docs/guide.md': COMPLETE,
      'docs/how-agents-work.md': PAGE,
      'examples/walkthrough.md': PAGE,
      'rules/go.md': COMPLETE,
      'notes/rule.md': '---\nname: r\ndescription: d\nglobs: "*.ts"\n---\nYou write types.\n',
    };
    expect(Object.keys(kindsIn(tree))).toEqual(['design/ui.md', 'engineering/backend.md']);
  });

  test('dotfiles: folders of harnesses under other names', () => {
    const tree = {
      ...TOP,
      '.config/claude/agents/gopher.md': '---\nname: gopher\n---\nWrites Go.\n',
      '.config/claude/output-styles/terse.md': '---\nname: terse\ndescription: Few words\n---\nBe brief.\n',
      '.config/claude/rules/go.md': PAGE,
      '.config/claude/skills/nix/SKILL.md': SKILL,
      '.config/claude/skills/nix/guide.md': PAGE,
      '.config/opencode/agent/build.md': '---\nmode: subagent\n---\nBuilds.\n',
      'Cargo.toml': '[package]\nname = "kite"\n',
      'codex/agents/critic.toml': 'name = "critic"\ndeveloper_instructions = "Find faults"\n',
      'codex/config.toml': 'model = "x"\n',
      '.codex/agents/broken.toml': 'name = \n',
    };
    expect(kindsIn(tree)).toEqual({
      '.config/claude/agents/gopher.md': 'agent',
      '.config/claude/skills/nix/SKILL.md': 'skill',
      '.config/opencode/agent/build.md': 'agent',
      'codex/agents/critic.toml': 'agent',
      '.codex/agents/broken.toml': 'agent',
    });
  });

  test('a skill may have agents and commands of its own', () => {
    const tree = {
      'agents/writer.md': COMPLETE,
      'skills/judge/SKILL.md': SKILL,
      'skills/judge/agents/grader.md': COMPLETE,
      'skills/judge/commands/judge.md': PAGE,
      'skills/judge/assets/report.md': COMPLETE,
      'skills/judge/references/personas/strict.md': COMPLETE,
      'skills/write/skill.md': SKILL,
      'skills/write/rules/tone.md': COMPLETE,
    };
    expect(kindsIn(tree)).toEqual({
      'agents/writer.md': 'agent',
      'skills/judge/SKILL.md': 'skill',
      'skills/judge/agents/grader.md': 'agent',
      'skills/judge/commands/judge.md': 'command',
      'skills/write/skill.md': 'skill',
    });
  });

  test('a monorepo: agents of its parts, not sources of a package that is called agents', () => {
    const tree = {
      ...TOP,
      'apps/web/.claude/agents/web.md': COMPLETE,
      'libs/agents/CHANGELOG.md': PAGE,
      'libs/agents/README.md': PAGE,
      'libs/agents/src/run.md': PAGE,
      'libs/agents/RUN-REPORT.md': 'You are done: 3 of 4.\n',
      'services/api/.github/agents/api.agent.md': '---\ndescription: d\n---\nHelp.\n',
      'services/api/docs/agent.md': PAGE,
      'tools/Agents/lint.md': COMPLETE,
      'tools/Agents/docs/how.md': '---\ndescription: d\n---\nYou lint.\n',
    };
    expect(Object.keys(kindsIn(tree))).toEqual([
      'apps/web/.claude/agents/web.md',
      'services/api/.github/agents/api.agent.md',
      'tools/Agents/lint.md',
    ]);
  });

  test('a package says under `pi` where its agents are; prompts are commands', () => {
    const tree = {
      ...TOP,
      'package.json': '{"name":"pi-x","pi":{"agents":["./staff"]}}',
      'staff/scout.md': COMPLETE,
      'docs/agents.md': PAGE,
      'prompts/gather.md': PAGE,
      'notes/plan.prompt.md': COMPLETE,
      'agents/style.instructions.md': COMPLETE,
      'skills/pi/SKILL.md': SKILL,
    };
    expect(kindsIn(tree)).toEqual({
      'staff/scout.md': 'agent',
      'prompts/gather.md': 'command',
      'notes/plan.prompt.md': 'command',
      'skills/pi/SKILL.md': 'skill',
    });
  });

  test('a folder of loose files: those that speak as prompts, or have name and description', () => {
    const tree = {
      'README.md': PAGE,
      'backend.md': SKILL,
      'broken.md': '---\nname: broken\ndescription: a: b: c\n  - d\n---\nText.\n',
      'legacy.md': '# Kite Flier\n\nAct as a flier of kites.\n',
      'plain.md': '你是一名风筝手。\n',
      'tail-agent.md': '# 🪁 Tail Agent\n\nTies tails.\n',
      'plan.md': '# How we build the Kite Agent\n\nIn steps.\n',
      'charter.md': '# Carta: sistema de cometas multi-agente\n\nEn pasos.\n',
      'todo.md': '# To do\n\n- fly\n',
      'guide.md': 'You can fly kites with this.\n',
    };
    expect(Object.keys(kindsIn(tree))).toEqual(['backend.md', 'broken.md', 'legacy.md', 'plain.md', 'tail-agent.md']);
  });

  test('where a harness looks a file is an agent if it is called and titled by what somebody does', () => {
    const role = '# Kite Flier (KF)\n\n## Overview\n\nSpecialist in kites.\n';
    const tree = {
      '.claude/agents/kite-flier.md': role,
      '.claude/agents/conventions.md': '# Conventions\n\nAll of them.\n',
      '.claude/agents/notes.md': role,
      '.claude/agents/agent.template.md': COMPLETE,
      'src/agents/kite-flier.md': role,
    };
    expect(Object.keys(kindsIn(tree))).toEqual(['.claude/agents/kite-flier.md']);
  });

  test('skills in a folder that a program of agents is called by are none, whatever their file is called', () => {
    const tree = {
      'agents/skills/kites/info.md': COMPLETE,
      'agents/skills/sqldb/wind.md': '---\nname: wind\ndescription: d\ntools: [search]\n---\nLook.\n',
      'agents/skills/tailor.md': '---\nname: tailor\ndescription: d\ntools: Read\n---\nSew.\n',
      'skills/kites/SKILL.md': SKILL,
      'skills/kites/agents/flier.md': COMPLETE,
    };
    expect(kindsIn(tree)).toEqual({
      'agents/skills/tailor.md': 'agent',
      'skills/kites/SKILL.md': 'skill',
      'skills/kites/agents/flier.md': 'agent',
    });
  });

  test('a name can say that a file is an agent, and a prompt may have a title', () => {
    const tree = {
      'staff/kite.agent.md': '# Cometas\n\nEste vuela cometas.\n',
      'agents/tail.md': '---\ntitle: Tail\ndescription: d\n---\n\n# Tail\n\n**Color**: red\n\nYou tie tails.\n',
      'agents/wind.md': SITE_PAGE,
      'docs/agents/tail.md': '# Tail\n\n**Role:** ties tails.\n',
      'agents/marked.md': '\ufeff# Tail Agent\n\nTies tails.\n',
    };
    expect(Object.keys(kindsIn(tree))).toEqual(['staff/kite.agent.md', 'agents/tail.md', 'agents/marked.md']);
  });

  test('pages about commands and agents are neither', () => {
    const tree = {
      'docs/commands/fly.md': PAGE,
      'docs/commands/land.md': SITE_PAGE,
      'docs/commands/tie.md': COMMAND,
      'docs/agents/kiter.md': '# Kite Agent\n\nThis agent flies kites.\n',
      'docs/agents/tail.md': '# Tail\n\n## Role\n\nTies tails.\n',
      'agents/tail.md': '# Tail\n\n## Role\n\nTies tails.\n',
    };
    expect(kindsIn(tree)).toEqual({ 'docs/commands/tie.md': 'command', 'agents/tail.md': 'agent' });
  });

  test('what is a plugin and an extension at once says nothing of the harness', () => {
    const path = `${ROOT}/agents/kite.md`;
    const manifests = [
      [`${ROOT}/.claude-plugin/plugin.json`, '{"name":"kite"}'],
      [`${ROOT}/gemini-extension.json`, '{"name":"kites"}'],
    ] as const;
    for (const order of [manifests, manifests.toReversed()]) {
      const map = collectionMap(ROOT, [path], new Map(order));
      expect(pluginOf(path, 'agent', map)?.format).toBe(null);
    }
    expect(pluginOf(path, 'agent', collectionMap(ROOT, [path], new Map(manifests.slice(0, 1))))?.format).toBe('claude');
  });

  test('beside the code of an agent: its prompts, not its documents, whatever their title calls it', () => {
    const tree = {
      'agents/kite/DESIGN.md': '# Kite Agent\n\nHow it is built.\n',
      'agents/kite/SETUP-GUIDE.md': '# Kite Agent\n\nHow it is set up.\n',
      'agents/kite/KITE.md': '# Kite Agent\n\nFlies kites.\n',
      'agents/kite/tail.md': '# Tail Agent\n\nTies tails.\n',
    };
    expect(Object.keys(kindsIn(tree))).toEqual(['agents/kite/KITE.md', 'agents/kite/tail.md']);
  });

  test.each(['claude.md', 'gemini.md'])('%s in a folder of agents is one if it has fields', (name) => {
    expect(kindsIn({ [`.opencode/agents/${name}`]: '---\ndescription: d\n---\nHelp.\n' })).toEqual({
      [`.opencode/agents/${name}`]: 'agent',
    });
    expect(kindsIn({ [`.opencode/agents/${name}`]: PAGE, [name]: COMPLETE })).toEqual({});
  });

  test.each(['.devin/agents/kite/AGENT.md', 'agent/Kite.md', 'Droids/kite.md', 'sub-agents/a/b/kite.md'])(
    '%s',
    (path) => {
      expect(kindsIn({ [path]: COMPLETE })).toEqual({ [path]: 'agent' });
    },
  );

  test('a folder that is named itself holds what its name says, unless it is a repository', () => {
    const plain = { 'kite.md': '---\ndescription: d\n---\nFly.\n', 'deep/kite.md': '---\nmodel: x\n---\nFly.\n' };
    expect(Object.values(kindsIn(plain, '/home/ada/agents'))).toEqual(['agent', 'agent']);
    expect(Object.values(kindsIn(plain, '/home/ada/.claude/commands'))).toEqual(['command', 'command']);
    expect(kindsIn({ ...plain, 'agents/one.md': COMPLETE }, '/home/ada/agents')).toEqual({ 'agents/one.md': 'agent' });
  });

  test('a repository is the same wherever it was put', () => {
    const tree = {
      'agents/one.md': COMPLETE,
      'kite.md': '---\ndescription: d\n---\nFly.\n',
      'roles/kite.toml': 'model = "large"\n',
    };
    const kinds = kindsIn(tree);
    expect(kinds).toEqual({ 'agents/one.md': 'agent' });
    for (const root of [
      '.claude/plugins/cache/kite',
      '.codex/agents-of-others/kite',
      '.worktrees/agents',
      '.local/agents',
    ])
      expect(kindsIn(tree, `/home/ada/${root}`), root).toEqual(kinds);
  });

  test('what a plugin has is what its manifest names and what lies where its harness looks', () => {
    const paths = [
      'agents/deep/one.md',
      'skills/kite/agents/two.md',
      '.claude/agents/three.md',
      'staff/four.md',
      'extra/five.md',
    ].map((path) => `${ROOT}/p/${path}`);
    const manifest = '{"name":"kite","agents":["./staff","./extra/five.md"]}';
    const map = collectionMap(ROOT, paths, new Map([[`${ROOT}/p/.claude-plugin/plugin.json`, manifest]]));
    expect(paths.map((path) => pluginOf(path, 'agent', map)?.name ?? null)).toEqual([
      'kite',
      null,
      null,
      'kite',
      'kite',
    ]);
  });
});
