/**
 * Two or three command lines for each command, as people begin with it; the program's name goes before them. A test runs
 * them.
 */
export const COMMAND_EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  tui: ['tui', 'tui ~/collections/dozen', 'tui --linear'],
  list: ['list', 'list --kind all', 'list --source ~/collections/dozen --json'],
  search: ['search backend --limit 5', "search 'tool:Bash -test'", 'search --json code review'],
  show: ['show code-reviewer', 'show backend-architect --section security', 'show --raw ./keeper.md'],
  which: ['which keeper', 'which --all --json'],
  source: ['source', 'source add ~/collections/dozen', 'source remove ~/collections/dozen'],
  compare: [
    'compare backend-architect code-reviewer',
    'compare backend-architect scout --format markdown',
    'compare --since main .claude/agents/keeper.md',
  ],
  gaps: [
    'gaps backend-architect',
    'gaps backend-architect code-reviewer',
    'gaps backend-architect --with bundled --json',
  ],
  twins: ['twins', 'twins --check .claude/agents', 'twins --threshold 90'],
  shared: ['shared', 'shared --min 5 --json'],
  compose: [
    "compose 'backend-architect#security' --name mine -o mine.md",
    "compose 'code-reviewer#*' 'scout#*' --merge --name mine -o - --dry-run",
    "compose 'scout#*' --name mine -o .claude/agents/ --force",
  ],
  status: ['status', 'status --check --json'],
  update: ['update mine.md --dry-run', 'update mine.md'],
  drafts: ['drafts', 'drafts --json'],
  lineage: ['lineage keeper.md', 'lineage mine.md --credits'],
  lint: ['lint', 'lint keeper.md --severity error', 'lint --fix --dry-run .claude/agents'],
  new: [
    "new release-captain --description 'Use to cut a release' --to project",
    'new pathfinder --from scout --dry-run',
  ],
  copy: ['copy code-reviewer --to project', 'copy scout pathfinder --json'],
  move: ['move keeper --to user', 'move keeper --to project --dry-run'],
  remove: ['remove keeper --dry-run', 'remove keeper --yes'],
  disable: ['disable keeper', 'disable bundled:technical-writer'],
  enable: ['enable keeper', 'enable bundled:technical-writer'],
  edit: ['edit keeper', 'edit ./keeper.md'],
  undo: ['undo', 'undo --list'],
  redo: ['redo', 'redo --json'],
  rename: ['rename scout pathfinder --dry-run', 'rename ./keeper.md gatekeeper --json'],
  export: [
    'export scout --to gemini',
    'export plugin/agents --to gemini,copilot --check',
    'export scout --to codex -o -',
  ],
  import: ['import theirs/agents --from codex', 'import theirs/agents --from codex --dry-run'],
  rivals: ['rivals', 'rivals --threshold 60 --json'],
  budget: ['budget', 'budget --check 4000'],
  doctor: ['doctor', 'doctor --json'],
  completion: ['completion bash', 'completion fish'],
  config: ['config', 'config set theme light', 'config get theme'],
  help: ['help compose', 'help queries', 'help --all'],
};
