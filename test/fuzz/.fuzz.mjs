// test/fuzz/fuzz.ts
import process from "node:process";
import fc3 from "fast-check";

// test/fuzz/fuzz-targets.ts
import assert from "node:assert/strict";
import fc2 from "fast-check";

// src/core/estimate-tokens.ts
import { estimateTokenCount } from "tokenx";
var COUNTED_WHOLE = 131072;
var SAMPLES = 16;
function estimateTokens(text) {
  if (text.length <= COUNTED_WHOLE) return estimateTokenCount(text);
  const size = COUNTED_WHOLE / SAMPLES;
  const stride = (text.length - size) / (SAMPLES - 1);
  let tokens = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const start = wholeCharacter(text, Math.floor(sample * stride));
    tokens += estimateTokenCount(text.slice(start, wholeCharacter(text, start + size)));
  }
  return Math.round(tokens * text.length / COUNTED_WHOLE);
}
function wholeCharacter(text, at) {
  const code = text.charCodeAt(at);
  return code >= 56320 && code <= 57343 ? at + 1 : at;
}

// src/core/definition-tokens.ts
var cache = /* @__PURE__ */ new WeakMap();
function tokensOf(definition) {
  const known = cache.get(definition);
  if (known !== void 0) return known;
  const tokens = estimateTokens(definition.body);
  cache.set(definition, tokens);
  return tokens;
}

// src/core/sections/line-scanner.ts
var TAB = 9;
var LINE_FEED = 10;
var CARRIAGE_RETURN = 13;
var SPACE = 32;
var BYTE_ORDER_MARK = 65279;
function scanLines(text) {
  const lines = [];
  let start = 0;
  while (start < text.length) {
    const end2 = lineEnd(text, start);
    const next = text.startsWith("\r\n", end2) ? end2 + 2 : Math.min(end2 + 1, text.length);
    lines.push(lineAt(text, start, end2, next));
    start = next;
  }
  return lines;
}
function lineEnd(text, start) {
  let end2 = start;
  while (end2 < text.length) {
    const code = text.charCodeAt(end2);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
    end2 += 1;
  }
  return end2;
}
function lineAt(text, start, end2, next) {
  let at = start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
  let indent = 0;
  for (; at < end2; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) indent += 1;
    else if (code === TAB) indent += 4 - indent % 4;
    else break;
  }
  return { start, next, textStart: at, indent, text: text.slice(at, end2).trimEnd() };
}

// src/core/sections/mask.ts
var FENCE = /^(`{3,}|~{3,})(.*)$/s;
var BULLETS_BEFORE_FENCE = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){1,3}(?=```|~~~)/;
var INFO_OF_TEXT = /* @__PURE__ */ new Set(["", "md", "markdown", "mdx", "text", "txt"]);
var LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;
function lineRoles(lines) {
  return readRoles(lines, true) ?? readRoles(lines, false) ?? [];
}
function readRoles(lines, nesting) {
  const lastClose = lines.findLastIndex(({ text }) => text.includes("-->"));
  const roles = [];
  const open2 = [];
  let inComment = false;
  let listIndent = 0;
  for (const [index, line] of lines.entries()) {
    const top = open2.at(-1);
    if (inComment) {
      roles.push("masked");
      inComment = !line.text.includes("-->");
    } else if (top) {
      roles.push("masked");
      stepInside(open2, top, line, nesting);
    } else {
      listIndent = listIndentAfter(line, listIndent);
      const fence = openingFence(line, listIndent);
      if (fence) open2.push(fence);
      const comment = !fence && line.text.startsWith("<!--");
      roles.push(fence ? "fence" : comment ? "comment" : "prose");
      inComment = comment && index < lastClose && !line.text.includes("-->");
    }
  }
  return nesting && open2.length > 0 ? null : roles;
}
function stepInside(open2, top, line, nesting) {
  const [, marks = "", info = ""] = FENCE.exec(line.text) ?? [];
  if (!marks.startsWith(top.mark) || marks.length < top.length) return;
  if (info.trim() === "") {
    if (line.indent <= top.indent + 3) open2.pop();
  } else if (nesting && top.holdsText && marks.length === top.length) {
    const fence = openingFence(line, line.indent);
    if (fence) open2.push(fence);
  }
}
function openingFence(line, listIndent) {
  if (line.indent > listIndent + 3) return null;
  const bullets = BULLETS_BEFORE_FENCE.exec(line.text)?.[0].length ?? 0;
  const [, marks = "", info = ""] = FENCE.exec(line.text.slice(bullets)) ?? [];
  const mark = marks.charAt(0);
  if (mark === "" || mark === "`" && info.includes("`")) return null;
  const holdsText = INFO_OF_TEXT.has(info.trim().toLowerCase());
  return { mark, length: marks.length, indent: line.indent + bullets, holdsText };
}
function listIndentAfter({ text, indent }, before) {
  if (text === "") return before;
  const item = LIST_ITEM.exec(text);
  if (item) return indent <= before + 3 ? indent + item[0].length : before;
  return Math.min(before, indent);
}

// src/core/formats/claude.ts
var claude = {
  id: "claude",
  title: "Claude Code",
  confidence: "documented",
  asOf: "2026-08-22",
  sources: [
    "code.claude.com/docs/en/sub-agents",
    "code.claude.com/docs/en/tools-reference",
    "anthropics/claude-code CHANGELOG.md to 2.1.240",
    "anthropics/claude-code issues 80890, 91871, 50522, 73158"
  ],
  places: [
    { scope: "project", folder: ".claude/agents", reach: "every-folder", owner: "claude", rank: 1 },
    { scope: "user", folder: ".claude/agents", reach: null, owner: "claude", rank: 2 },
    { scope: "plugin", folder: "agents", reach: null, owner: "claude", rank: 3 }
  ],
  elsewhere: ["managed settings", "--agents on the command line", "folders given with --add-dir"],
  files: { endings: [".md"], recursive: true, ignored: [], syntax: "yaml" },
  identity: {
    from: ["name"],
    // Digits are not in the vendor's rule and work.
    pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    rule: "lowercase letters and hyphens",
    isEnforced: false,
    minLength: null,
    maxLength: null,
    colon: "rejected",
    caseSensitive: true,
    reserved: [],
    builtIn: ["Explore", "Plan", "general-purpose", "statusline-setup", "claude-code-guide"]
  },
  precedence: { projects: "nearest-first", duplicates: "unspecified", merges: false },
  fields: [
    { name: "name", types: ["text"], required: true },
    { name: "description", types: ["text"], required: true },
    { name: "tools", types: ["comma-list", "list"], required: false },
    { name: "disallowedTools", types: ["comma-list", "list"], required: false },
    { name: "model", types: ["text"], required: false },
    {
      name: "permissionMode",
      types: ["text"],
      required: false,
      values: ["default", "acceptEdits", "auto", "dontAsk", "bypassPermissions", "plan"],
      valueAliases: { manual: "default" },
      executes: "lets the agent act without asking",
      executesWith: ["acceptEdits", "auto", "bypassPermissions"],
      note: "Ignored in plugins."
    },
    { name: "maxTurns", types: ["integer"], required: false, min: 1 },
    { name: "skills", types: ["comma-list", "list"], required: false },
    {
      name: "mcpServers",
      types: ["list", "map"],
      required: false,
      executes: "starts the programs of servers that are defined in place",
      note: "Ignored in plugins; servers defined in a project need its trust since 2.1.238."
    },
    {
      name: "hooks",
      types: ["map"],
      required: false,
      executes: "runs commands at events",
      note: "Ignored in plugins; need trust since 2.1.218."
    },
    { name: "memory", types: ["text"], required: false, values: ["user", "project", "local"] },
    { name: "background", types: ["boolean"], required: false },
    { name: "effort", types: ["text"], required: false, values: ["low", "medium", "high", "xhigh", "max"] },
    { name: "isolation", types: ["text"], required: false, values: ["worktree"] },
    { name: "color", types: ["text"], required: false },
    {
      name: "initialPrompt",
      types: ["text"],
      required: false,
      note: "Counts only for an agent that runs as the main one."
    }
  ],
  fieldsAreComplete: true,
  unknownFields: "ignored",
  tools: {
    field: "tools",
    denyField: "disallowedTools",
    forms: ["comma-list", "list"],
    absent: "all",
    empty: "unspecified",
    caseSensitive: true,
    names: [
      { name: "Read", claude: ["Read"] },
      { name: "Write", claude: ["Write"] },
      { name: "Edit", claude: ["Edit"] },
      { name: "NotebookEdit", claude: ["NotebookEdit"] },
      { name: "Bash", claude: ["Bash"] },
      { name: "PowerShell", claude: ["PowerShell"] },
      { name: "Glob", claude: ["Glob"] },
      { name: "Grep", claude: ["Grep"] },
      { name: "LSP", claude: ["LSP"] },
      { name: "WebFetch", claude: ["WebFetch"] },
      { name: "WebSearch", claude: ["WebSearch"] },
      { name: "TodoWrite", claude: ["TodoWrite"] },
      { name: "Agent", aliases: ["Task"], claude: ["Agent"] },
      { name: "Skill" },
      { name: "ToolSearch" },
      { name: "TaskCreate" },
      { name: "TaskGet" },
      { name: "TaskList" },
      { name: "TaskUpdate" },
      { name: "TaskOutput", aliases: ["BashOutput", "AgentOutput"] },
      { name: "TaskStop", aliases: ["KillShell", "KillBash"] },
      { name: "SendMessage" },
      { name: "Monitor" },
      { name: "Artifact" },
      { name: "CronCreate" },
      { name: "CronDelete" },
      { name: "CronList" },
      { name: "EnterWorktree" },
      { name: "ExitWorktree" },
      { name: "ListMcpResourcesTool" },
      { name: "ReadMcpResourceTool" },
      { name: "SlashCommand", replacedBy: "Skill" },
      { name: "MultiEdit", replacedBy: "Edit" },
      { name: "NotebookRead", replacedBy: "Read" },
      { name: "LS", replacedBy: "Glob" },
      { name: "AskUserQuestion", withheld: true },
      { name: "EnterPlanMode", withheld: true },
      { name: "ExitPlanMode", withheld: true },
      { name: "EndConversation", withheld: true },
      { name: "ScheduleWakeup", withheld: true },
      { name: "WaitForMcpServers", withheld: true }
    ],
    patterns: [
      { pattern: /^\*$/, example: "*", meaning: "all tools" },
      {
        pattern: /^[A-Za-z]+\([^\n]*\)$/,
        example: "Bash(git diff:*)",
        meaning: "a tool limited to some uses"
      },
      { pattern: /^mcp__[^\s(),]+$/, example: "mcp__server__tool", meaning: "the tools of a server, or one of them" }
    ],
    refused: [
      { pattern: /^mcp__\*$/, example: "mcp__*", meaning: "all servers at once can only be denied" },
      {
        pattern: /^mcp_[^_]/,
        example: "mcp_server_tool",
        meaning: "Gemini CLI writes it so; here it is mcp__server__tool"
      }
    ],
    unknown: "ignored"
  },
  models: {
    field: "model",
    aliases: ["sonnet", "opus", "haiku", "fable", "inherit"],
    patterns: [
      /^claude-[a-z0-9.-]+(?:\[1m\])?$/,
      /^(?:[a-z]+\.)*anthropic\.claude-[a-z0-9.:-]+$/,
      /^arn:aws:bedrock:\S+$/,
      /^(?:sonnet|opus)\[1m\]$/
    ],
    example: "claude-sonnet-5",
    whenAbsent: "inherit",
    list: false
  },
  colors: {
    field: "color",
    names: ["red", "blue", "green", "yellow", "purple", "orange", "pink", "cyan"],
    hex: false,
    unknown: "ignored"
  },
  prompt: { min: null, max: null, warnAbove: null, field: null },
  reading: {
    colonInValue: "loads-leniently",
    colonInValueWithCrlf: "ignored",
    brokenSyntax: "ignored",
    noFrontmatter: "ignored",
    missingName: "ignored",
    missingDescription: "ignored",
    byteOrderMark: "loads",
    crlf: "loads",
    wrongValue: "loads-leniently",
    notes: [
      "In a plugin, a file with broken YAML loads under its file name, without its restrictions.",
      "A byte order mark hid the frontmatter before 2.1.239.",
      "A list of tools of which none exists keeps the agent from starting, since 2.1.208."
    ]
  }
};

// src/core/formats/codex.ts
var codex = {
  id: "codex",
  title: "Codex",
  confidence: "source",
  asOf: "2026-11-20",
  sources: [
    "openai/codex codex-rs/core/src/config/agent_roles.rs",
    "openai/codex pull request 14488",
    "developers.openai.com/codex/subagents"
  ],
  places: [
    { scope: "project", folder: ".codex/agents", reach: "every-folder", owner: "codex", rank: 1 },
    { scope: "user", folder: ".codex/agents", reach: null, owner: "codex", rank: 2 }
  ],
  elsewhere: ["[agents.ROLE] in config.toml, which may name a file anywhere"],
  files: { endings: [".toml"], recursive: true, ignored: [], syntax: "toml" },
  identity: {
    from: ["name"],
    pattern: null,
    rule: "any text that is not blank",
    isEnforced: false,
    minLength: 1,
    maxLength: null,
    colon: "kept",
    caseSensitive: true,
    reserved: [],
    builtIn: ["default", "worker", "explorer"]
  },
  precedence: { projects: "nearest-first", duplicates: "rejected", merges: true },
  fields: [
    { name: "name", types: ["text"], required: true },
    { name: "description", types: ["text"], required: true },
    { name: "developer_instructions", types: ["text"], required: true, min: 1 },
    { name: "nickname_candidates", types: ["list"], required: false },
    { name: "model", types: ["text"], required: false },
    {
      name: "model_reasoning_effort",
      types: ["text"],
      required: false,
      values: ["none", "minimal", "low", "medium", "high", "xhigh"]
    },
    { name: "model_reasoning_summary", types: ["text"], required: false },
    { name: "model_verbosity", types: ["text"], required: false },
    { name: "model_provider", types: ["text"], required: false },
    {
      name: "sandbox_mode",
      types: ["text"],
      required: false,
      values: ["read-only", "workspace-write", "danger-full-access"],
      executes: "takes the sandbox away",
      executesWith: ["danger-full-access"]
    },
    {
      name: "approval_policy",
      types: ["text", "map"],
      required: false,
      executes: "lets the agent act without asking",
      executesWith: ["never"]
    },
    {
      name: "mcp_servers",
      types: ["map"],
      required: false,
      executes: "starts the programs of servers",
      note: "Each needs a command or a url."
    },
    { name: "skills", types: ["map"], required: false },
    { name: "web_search", types: ["text", "boolean"], required: false },
    { name: "features", types: ["map"], required: false },
    { name: "notify", types: ["list"], required: false, executes: "runs a command at events" },
    { name: "hooks", types: ["map"], required: false, executes: "runs commands at events" },
    { name: "shell_environment_policy", types: ["map"], required: false },
    { name: "sandbox_workspace_write", types: ["map"], required: false },
    { name: "tools", types: ["map"], required: false, note: "Settings of tools, not a list of those allowed." }
  ],
  fieldsAreComplete: false,
  unknownFields: "rejected",
  tools: null,
  models: {
    field: "model",
    aliases: [],
    patterns: [/^(?:gpt-|o\d|codex-)[a-z0-9.-]*$/],
    example: "gpt-5.5",
    whenAbsent: null,
    list: false
  },
  colors: null,
  prompt: { min: 1, max: null, warnAbove: null, field: "developer_instructions" },
  reading: {
    colonInValue: "loads",
    colonInValueWithCrlf: "loads",
    brokenSyntax: "rejected",
    noFrontmatter: "rejected",
    missingName: "rejected",
    missingDescription: "rejected",
    byteOrderMark: "unspecified",
    crlf: "loads",
    wrongValue: "rejected",
    notes: [
      "Every other key of config.toml is a field too; a key that is none rejects the file.",
      "Since March 2026 a file that is rejected is a warning at the start; before, it kept Codex from starting.",
      "A role in config.toml may give a file its name and description."
    ]
  }
};

// src/core/formats/copilot.ts
var copilot = {
  id: "copilot",
  title: "GitHub Copilot",
  confidence: "documented",
  asOf: "2026-07-29",
  sources: [
    "docs.github.com custom-agents-configuration",
    "docs.github.com cli-command-reference",
    "code.visualstudio.com custom-agents"
  ],
  places: [
    { scope: "project", folder: ".github/agents", reach: "every-folder", owner: "copilot", rank: 1 },
    { scope: "project", folder: ".claude/agents", reach: "every-folder", owner: "claude", rank: 1 },
    { scope: "user", folder: ".copilot/agents", reach: null, owner: "copilot", rank: 2 }
  ],
  elsewhere: [
    "the agents of the organization and enterprise",
    "plugins and extensions",
    "chat.agentFilesLocations of VS Code"
  ],
  files: { endings: [".agent.md", ".md"], recursive: null, ignored: [], syntax: "yaml" },
  identity: {
    from: ["file-name"],
    pattern: null,
    rule: "the file name without .agent.md or .md; the name field is what is shown",
    isEnforced: false,
    minLength: null,
    maxLength: null,
    colon: "unspecified",
    caseSensitive: true,
    reserved: [],
    builtIn: []
  },
  precedence: { projects: "nearest-first", duplicates: "unspecified", merges: false },
  fields: [
    { name: "name", types: ["text"], required: false },
    { name: "description", types: ["text"], required: true, note: "VS Code does without." },
    { name: "tools", types: ["list", "comma-list"], required: false },
    { name: "model", types: ["text", "list"], required: false, note: "A list is for VS Code and the CLI." },
    { name: "target", types: ["text"], required: false, values: ["vscode", "github-copilot"] },
    { name: "disable-model-invocation", types: ["boolean"], required: false },
    { name: "user-invocable", types: ["boolean"], required: false },
    {
      name: "infer",
      types: ["boolean"],
      required: false,
      replacedBy: "disable-model-invocation and user-invocable"
    },
    {
      name: "mcp-servers",
      types: ["map"],
      required: false,
      executes: "starts the programs of servers",
      note: "Not used by VS Code."
    },
    { name: "metadata", types: ["map"], required: false },
    { name: "argument-hint", types: ["text"], required: false, note: "VS Code only." },
    { name: "agents", types: ["list", "text"], required: false, note: "VS Code only." },
    { name: "handoffs", types: ["list"], required: false, note: "VS Code only." },
    { name: "hooks", types: ["map"], required: false, executes: "runs commands at events", note: "VS Code only." },
    { name: "include-custom-instructions", types: ["boolean"], required: false, note: "CLI only." },
    { name: "models", types: ["list"], required: false, note: "CLI only." },
    { name: "modelPolicy", types: ["text"], required: false, values: ["preferred", "required"], note: "CLI only." },
    { name: "reasoningEffort", types: ["text"], required: false, note: "CLI only." },
    { name: "sidekick", types: ["map"], required: false, note: "CLI only." },
    { name: "mode", types: ["text"], required: false, replacedBy: null, note: "Of the older chat modes." }
  ],
  fieldsAreComplete: true,
  unknownFields: "ignored",
  tools: {
    field: "tools",
    denyField: null,
    forms: ["list", "comma-list"],
    absent: "all",
    empty: "none",
    caseSensitive: false,
    names: [
      { name: "execute", aliases: ["shell", "Bash", "powershell"], claude: ["Bash"] },
      { name: "read", aliases: ["Read", "NotebookRead"], claude: ["Read"] },
      {
        name: "edit",
        aliases: ["Edit", "MultiEdit", "Write", "NotebookEdit"],
        claude: ["Edit", "Write", "NotebookEdit"]
      },
      { name: "search", aliases: ["Grep", "Glob"], claude: ["Grep", "Glob"] },
      { name: "agent", aliases: ["custom-agent", "Task"], claude: ["Agent"] },
      { name: "web", aliases: ["WebSearch", "WebFetch"], claude: ["WebFetch", "WebSearch"] },
      { name: "todo", aliases: ["TodoWrite"], claude: ["TodoWrite"] }
    ],
    patterns: [
      { pattern: /^\*$/, example: "*", meaning: "all tools" },
      {
        pattern: /^[^\s/]+\/\S+$/,
        example: "server/tool",
        meaning: "a tool of a server or of a set of VS Code; server/* for all of it"
      }
    ],
    refused: [],
    unknown: "ignored"
  },
  models: {
    field: "model",
    aliases: ["auto"],
    patterns: [/^[A-Za-z][\w .-]*(?:\([^()]*\))?$/],
    example: "claude-sonnet-5",
    whenAbsent: null,
    list: true
  },
  colors: null,
  prompt: { min: null, max: 3e4, warnAbove: null, field: null },
  reading: {
    colonInValue: "rejected",
    colonInValueWithCrlf: "rejected",
    brokenSyntax: "rejected",
    noFrontmatter: "rejected",
    missingName: "loads",
    missingDescription: "rejected",
    byteOrderMark: "unspecified",
    crlf: "loads",
    wrongValue: "unspecified",
    notes: [
      "VS Code reads a file without frontmatter or description.",
      "Of a user and a project agent of one name, one page of the documentation says the project wins, another the user.",
      "Older versions of the CLI stumbled over CRLF."
    ]
  }
};

// src/core/formats/cursor.ts
var cursor = {
  id: "cursor",
  title: "Cursor",
  confidence: "documented",
  asOf: "2026-10-07",
  sources: ["cursor.com/docs/subagents", "forum.cursor.com/t/149403", "dyoshikawa/rulesync pull request 1283"],
  places: [
    { scope: "project", folder: ".cursor/agents", reach: "workspace-root", owner: "cursor", rank: 1 },
    { scope: "project", folder: ".claude/agents", reach: "workspace-root", owner: "claude", rank: 1 },
    { scope: "project", folder: ".codex/agents", reach: "workspace-root", owner: "codex", rank: 1 },
    { scope: "user", folder: ".cursor/agents", reach: null, owner: "cursor", rank: 2 },
    { scope: "user", folder: ".claude/agents", reach: null, owner: "claude", rank: 2 },
    { scope: "user", folder: ".codex/agents", reach: null, owner: "codex", rank: 2 }
  ],
  elsewhere: ["plugins"],
  files: { endings: [".md"], recursive: false, ignored: [], syntax: "yaml" },
  identity: {
    from: ["name", "file-name"],
    pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    rule: "lowercase letters and hyphens",
    isEnforced: false,
    minLength: null,
    maxLength: null,
    colon: "unspecified",
    caseSensitive: true,
    reserved: [],
    builtIn: []
  },
  precedence: { projects: "one-folder", duplicates: "unspecified", merges: false },
  fields: [
    { name: "name", types: ["text"], required: false },
    {
      name: "description",
      types: ["text"],
      required: false,
      note: "On one line: folded text is shown with its marker."
    },
    { name: "model", types: ["text"], required: false },
    { name: "readonly", types: ["boolean"], required: false },
    { name: "is_background", types: ["boolean"], required: false },
    { name: "background", types: ["boolean"], required: false, replacedBy: "is_background" }
  ],
  fieldsAreComplete: true,
  unknownFields: "ignored",
  tools: null,
  models: {
    field: "model",
    aliases: ["inherit", "fast"],
    patterns: [/^[a-z][a-z0-9.-]*(?:\[[^\][]*\])?$/],
    example: "claude-sonnet-5",
    whenAbsent: "inherit",
    list: false
  },
  colors: null,
  prompt: { min: null, max: null, warnAbove: null, field: null },
  reading: {
    colonInValue: "unspecified",
    colonInValueWithCrlf: "unspecified",
    brokenSyntax: "unspecified",
    noFrontmatter: "unspecified",
    missingName: "loads",
    missingDescription: "loads",
    byteOrderMark: "unspecified",
    crlf: "unspecified",
    wrongValue: "unspecified",
    notes: ["Values over several lines (>- and |-) are shown with their marker."]
  }
};

// src/core/formats/factory.ts
var factory = {
  id: "factory",
  title: "Factory Droid",
  confidence: "documented",
  asOf: "2026-11-20",
  sources: ["docs.factory.ai/cli/configuration/custom-droids"],
  places: [
    { scope: "project", folder: ".factory/droids", reach: "workspace-root", owner: "factory", rank: 1 },
    { scope: "user", folder: ".factory/droids", reach: null, owner: "factory", rank: 2 }
  ],
  elsewhere: [],
  files: { endings: [".md"], recursive: false, ignored: [], syntax: "yaml" },
  identity: {
    from: ["name"],
    pattern: /^[a-z0-9_-]+$/,
    rule: "lowercase letters, digits, hyphens and underscores",
    isEnforced: true,
    minLength: 1,
    maxLength: null,
    colon: "rejected",
    caseSensitive: true,
    reserved: [],
    builtIn: []
  },
  precedence: { projects: "one-folder", duplicates: "unspecified", merges: false },
  fields: [
    { name: "name", types: ["text"], required: true },
    { name: "description", types: ["text"], required: false, max: 500 },
    { name: "model", types: ["text"], required: false },
    { name: "reasoningEffort", types: ["text"], required: false },
    { name: "tools", types: ["text", "list"], required: false },
    { name: "mcpServers", types: ["list", "map"], required: false, executes: "starts the programs of servers" }
  ],
  fieldsAreComplete: true,
  unknownFields: "ignored",
  tools: {
    field: "tools",
    denyField: null,
    forms: ["comma-list", "list"],
    absent: "all",
    empty: "unspecified",
    caseSensitive: true,
    names: [
      { name: "Read", claude: ["Read"] },
      { name: "LS" },
      { name: "Grep", claude: ["Grep"] },
      { name: "Glob", claude: ["Glob"] },
      { name: "Create", claude: ["Write"] },
      { name: "Edit", claude: ["Edit"] },
      { name: "ApplyPatch" },
      { name: "Execute", claude: ["Bash"] },
      { name: "WebSearch", claude: ["WebSearch"] },
      { name: "FetchUrl", claude: ["WebFetch"] }
    ],
    patterns: [
      {
        pattern: /^(?:read-only|edit|execute|web|mcp)$/,
        example: "read-only",
        meaning: "all tools of a category"
      }
    ],
    refused: [],
    unknown: "rejected"
  },
  models: {
    field: "model",
    aliases: ["inherit"],
    patterns: [/^custom:\S+$/, /^[a-z][a-z0-9.-]*$/],
    example: "claude-sonnet-5",
    whenAbsent: null,
    list: false
  },
  colors: null,
  prompt: { min: 1, max: null, warnAbove: null, field: null },
  reading: {
    colonInValue: "unspecified",
    colonInValueWithCrlf: "unspecified",
    brokenSyntax: "unspecified",
    noFrontmatter: "unspecified",
    missingName: "rejected",
    missingDescription: "loads",
    byteOrderMark: "unspecified",
    crlf: "unspecified",
    wrongValue: "unspecified",
    notes: ["TodoWrite is always given and not listed."]
  }
};

// src/core/formats/gemini.ts
var gemini = {
  id: "gemini",
  title: "Gemini CLI",
  confidence: "source",
  asOf: "2026-08-21",
  sources: [
    "google-gemini/gemini-cli packages/core/src/agents/agentLoader.ts",
    "google-gemini/gemini-cli packages/core/src/agents/registry.ts",
    "google-gemini/gemini-cli packages/core/src/tools/tool-names.ts",
    "google-gemini/gemini-cli docs/core/subagents.md"
  ],
  // Registered one after another, the last of a name staying: built-in, project, user, extension.
  places: [
    { scope: "user", folder: ".gemini/agents", reach: null, owner: "gemini", rank: 1 },
    { scope: "project", folder: ".gemini/agents", reach: "working-directory", owner: "gemini", rank: 2 }
  ],
  elsewhere: ["extensions, which win over both"],
  files: { endings: [".md"], recursive: false, ignored: ["_*"], syntax: "yaml" },
  identity: {
    from: ["name"],
    pattern: /^[a-z0-9_-]+$/,
    rule: "lowercase letters, digits, hyphens and underscores",
    isEnforced: true,
    minLength: 1,
    maxLength: null,
    colon: "rejected",
    caseSensitive: true,
    reserved: [],
    builtIn: ["codebase_investigator", "cli_help", "generalist"]
  },
  precedence: { projects: "one-folder", duplicates: "last-wins", merges: false },
  fields: [
    { name: "name", types: ["text"], required: true },
    { name: "description", types: ["text"], required: true, min: 1 },
    { name: "kind", types: ["text"], required: false, values: ["local", "remote"] },
    { name: "display_name", types: ["text"], required: false },
    { name: "tools", types: ["list"], required: false },
    {
      name: "mcp_servers",
      types: ["map"],
      required: false,
      executes: "starts the programs of servers"
    },
    { name: "policy", types: ["map"], required: false, note: "In newer versions." },
    { name: "model", types: ["text"], required: false },
    { name: "temperature", types: ["number"], required: false },
    { name: "max_turns", types: ["integer"], required: false, min: 1 },
    { name: "timeout_mins", types: ["integer"], required: false, min: 1 },
    {
      name: "agent_card_url",
      types: ["text"],
      required: false,
      executes: "sends the task to another computer",
      note: "Of remote agents."
    },
    { name: "agent_card_json", types: ["text"], required: false, note: "Of remote agents." },
    { name: "auth", types: ["map"], required: false, note: "Of remote agents." }
  ],
  fieldsAreComplete: true,
  unknownFields: "rejected",
  tools: {
    field: "tools",
    denyField: null,
    forms: ["list"],
    absent: "all",
    empty: "none",
    caseSensitive: true,
    names: [
      { name: "read_file", claude: ["Read"] },
      { name: "read_many_files" },
      { name: "write_file", claude: ["Write"] },
      { name: "replace", claude: ["Edit"] },
      { name: "glob", claude: ["Glob"] },
      { name: "grep_search", claude: ["Grep"] },
      { name: "search_file_content", replacedBy: "grep_search" },
      { name: "list_directory" },
      { name: "run_shell_command", claude: ["Bash"] },
      { name: "web_fetch", claude: ["WebFetch"] },
      { name: "google_web_search", claude: ["WebSearch"] },
      { name: "write_todos", claude: ["TodoWrite"] },
      { name: "save_memory" },
      { name: "ask_user" },
      { name: "activate_skill", claude: ["Skill"] },
      { name: "invoke_agent", claude: ["Agent"] },
      { name: "enter_plan_mode" },
      { name: "exit_plan_mode" },
      { name: "update_topic" },
      { name: "complete_task" },
      { name: "get_internal_docs" },
      { name: "read_mcp_resource" },
      { name: "list_mcp_resources" },
      { name: "tracker_create_task" },
      { name: "tracker_update_task" },
      { name: "tracker_get_task" },
      { name: "tracker_list_tasks" },
      { name: "tracker_add_dependency" },
      { name: "tracker_visualize" }
    ],
    patterns: [
      { pattern: /^\*$/, example: "*", meaning: "all tools" },
      { pattern: /^mcp_\*$/, example: "mcp_*", meaning: "the tools of all servers" },
      {
        pattern: /^mcp_[A-Za-z0-9.:-][A-Za-z0-9_.:-]*_(?:\*|[A-Za-z0-9.:-]+)$/,
        example: "mcp_server_tool",
        meaning: "a tool of a server; mcp_server_* for all of it"
      },
      { pattern: /^discovered_tool_/, example: "discovered_tool_x", meaning: "a tool of a discovery command" }
    ],
    refused: [
      {
        pattern: /^mcp__/,
        example: "mcp__server__tool",
        meaning: "Claude Code writes it so; here it is mcp_server_tool"
      }
    ],
    unknown: "rejected"
  },
  models: {
    field: "model",
    aliases: ["inherit", "auto", "pro", "flash", "flash-lite"],
    patterns: [/^gemini-[a-z0-9.-]+$/],
    example: "gemini-3-pro-preview",
    whenAbsent: null,
    list: false
  },
  colors: null,
  prompt: { min: null, max: null, warnAbove: null, field: null },
  reading: {
    colonInValue: "rejected",
    colonInValueWithCrlf: "rejected",
    brokenSyntax: "rejected",
    noFrontmatter: "rejected",
    missingName: "rejected",
    missingDescription: "rejected",
    byteOrderMark: "rejected",
    crlf: "loads",
    wrongValue: "rejected",
    notes: [
      "One unknown key, wrongly typed value or unknown tool rejects the whole file.",
      "Agents of a project need a trusted folder, and a yes to each new version of a file.",
      "Links to files are passed over."
    ]
  }
};

// src/core/formats/opencode.ts
var NAMES = ["modes", "mode", "agents", "agent"];
function places(scope, folder, rank) {
  const reach = scope === "project" ? "every-folder" : null;
  return NAMES.map((name) => ({ scope, folder: `${folder}/${name}`, reach, owner: "opencode", rank }));
}
var opencode = {
  id: "opencode",
  title: "OpenCode",
  confidence: "source",
  asOf: "2026-11-20",
  sources: [
    "anomalyco/opencode packages/opencode/src/config/agent.ts",
    "anomalyco/opencode packages/opencode/src/config/paths.ts",
    "anomalyco/opencode packages/core/src/v1/config/agent.ts",
    "opencode.ai/docs/agents"
  ],
  // Folders are read one after another and later ones win: configuration, then project folders from the working
  // directory up, then the home folder's own .opencode.
  places: [
    ...places("user", ".opencode", 1),
    ...places("project", ".opencode", 2),
    ...places("user", ".config/opencode", 3)
  ],
  elsewhere: ['"agent" in opencode.json', "OPENCODE_CONFIG_DIR", "managed and remote configuration"],
  files: { endings: [".md"], recursive: true, ignored: [], syntax: "yaml" },
  identity: {
    from: ["name", "path"],
    pattern: null,
    rule: "the path inside the folder; a name in the frontmatter overrides it in version 1",
    isEnforced: false,
    minLength: null,
    maxLength: null,
    colon: "kept",
    caseSensitive: true,
    reserved: [],
    builtIn: ["build", "plan", "general", "explore", "compaction", "title", "summary"]
  },
  precedence: { projects: "farthest-first", duplicates: "last-wins", merges: true },
  fields: [
    { name: "name", types: ["text"], required: false, note: "Version 2 goes by the path alone." },
    { name: "description", types: ["text"], required: false },
    { name: "mode", types: ["text"], required: false, values: ["primary", "subagent", "all"] },
    { name: "model", types: ["text"], required: false, pattern: /^[^/\s]+\/\S+$/ },
    { name: "variant", types: ["text"], required: false },
    { name: "temperature", types: ["number"], required: false },
    { name: "top_p", types: ["number"], required: false },
    { name: "prompt", types: ["text"], required: false, note: "In a Markdown file the body is the prompt." },
    { name: "tools", types: ["map"], required: false, replacedBy: "permission" },
    {
      name: "permission",
      types: ["text", "map"],
      required: false,
      executes: "lets the agent act without asking where it says allow",
      executesWith: ["allow"],
      note: "The last rule that matches counts."
    },
    { name: "disable", types: ["boolean"], required: false, disables: true },
    { name: "hidden", types: ["boolean"], required: false },
    { name: "color", types: ["text"], required: false },
    { name: "steps", types: ["integer"], required: false, min: 1 },
    { name: "maxSteps", types: ["integer"], required: false, min: 1, replacedBy: "steps" },
    { name: "options", types: ["map"], required: false }
  ],
  fieldsAreComplete: true,
  unknownFields: "passed-on",
  tools: {
    field: "tools",
    denyField: null,
    forms: ["map"],
    absent: "all",
    empty: "all",
    caseSensitive: true,
    names: [
      { name: "read", claude: ["Read"] },
      { name: "edit", claude: ["Edit"] },
      { name: "write", replacedBy: "edit", claude: ["Write"] },
      { name: "patch", replacedBy: "edit" },
      { name: "glob", claude: ["Glob"] },
      { name: "grep", claude: ["Grep"] },
      { name: "list" },
      { name: "bash", claude: ["Bash"] },
      { name: "task", claude: ["Agent"] },
      { name: "todowrite", claude: ["TodoWrite"] },
      { name: "todoread", replacedBy: "todowrite" },
      { name: "webfetch", claude: ["WebFetch"] },
      { name: "websearch", claude: ["WebSearch"] },
      { name: "lsp", claude: ["LSP"] },
      { name: "skill", claude: ["Skill"] },
      { name: "question" },
      { name: "external_directory" },
      { name: "doom_loop" }
    ],
    // Tools of servers and of the user's own are called as he likes, and may be named with wildcards.
    patterns: [{ pattern: /^[A-Za-z0-9_*-]+$/, example: "server_*", meaning: "the tools of a server, or custom ones" }],
    refused: [],
    unknown: "ignored"
  },
  models: {
    field: "model",
    aliases: [],
    patterns: [/^[^/\s]+\/\S+$/],
    example: "anthropic/claude-sonnet-5",
    whenAbsent: null,
    list: false
  },
  colors: {
    field: "color",
    names: ["primary", "secondary", "accent", "success", "warning", "error", "info"],
    hex: true,
    unknown: "rejected"
  },
  prompt: { min: null, max: null, warnAbove: null, field: null },
  reading: {
    colonInValue: "loads-leniently",
    colonInValueWithCrlf: "loads-leniently",
    brokenSyntax: "rejected",
    noFrontmatter: "loads",
    missingName: "loads",
    missingDescription: "loads",
    byteOrderMark: "loads",
    crlf: "loads",
    wrongValue: "rejected",
    notes: [
      "A README.md in the folder becomes an agent.",
      "A list of tools or a colour as Claude Code writes them fails the schema and keeps OpenCode from starting.",
      "Keys with a hyphen are not repaired."
    ]
  }
};

// src/core/formats/qwen.ts
var qwen = {
  id: "qwen",
  title: "Qwen Code",
  confidence: "source",
  asOf: "2026-11-20",
  sources: [
    "QwenLM/qwen-code packages/core/src/subagents/validation.ts",
    "QwenLM/qwen-code packages/core/src/subagents/subagent-manager.ts",
    "QwenLM/qwen-code packages/core/src/tools/tool-names.ts",
    "QwenLM/qwen-code docs/users/features/sub-agents.md"
  ],
  places: [
    { scope: "project", folder: ".qwen/agents", reach: "working-directory", owner: "qwen", rank: 1 },
    { scope: "user", folder: ".qwen/agents", reach: null, owner: "qwen", rank: 2 }
  ],
  elsewhere: ["the session, which wins over both", "extensions"],
  files: { endings: [".md"], recursive: false, ignored: [], syntax: "yaml" },
  identity: {
    from: ["name"],
    pattern: /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?$/u,
    rule: "letters, digits, hyphens and underscores, the last two not at an end",
    isEnforced: true,
    minLength: 2,
    maxLength: 50,
    colon: "rejected",
    caseSensitive: false,
    reserved: ["self", "system", "user", "model", "tool", "config", "default"],
    builtIn: ["general-purpose"]
  },
  precedence: { projects: "one-folder", duplicates: "unspecified", merges: false },
  fields: [
    { name: "name", types: ["text"], required: true },
    { name: "description", types: ["text"], required: true, min: 1, warnAbove: 1e3 },
    { name: "tools", types: ["list", "comma-list"], required: false },
    { name: "disallowedTools", types: ["list", "comma-list"], required: false },
    { name: "model", types: ["text"], required: false },
    {
      name: "approvalMode",
      types: ["text"],
      required: false,
      values: ["default", "plan", "auto-edit", "yolo", "bubble"],
      executes: "lets the agent act without asking",
      executesWith: ["auto-edit", "yolo"],
      isFatal: true
    },
    {
      name: "permissionMode",
      types: ["text"],
      required: false,
      values: ["default", "acceptEdits", "auto", "dontAsk", "bypassPermissions", "plan"],
      executes: "lets the agent act without asking",
      executesWith: ["acceptEdits", "auto", "bypassPermissions"],
      note: "Claude Code's word for approvalMode; bypassPermissions becomes yolo."
    },
    { name: "background", types: ["boolean"], required: false },
    { name: "maxTurns", types: ["integer"], required: false, min: 1 },
    { name: "mcpServers", types: ["map"], required: false, executes: "starts the programs of servers" },
    { name: "hooks", types: ["map"], required: false, executes: "runs commands at events" },
    { name: "color", types: ["text"], required: false },
    { name: "runConfig", types: ["map"], required: false },
    { name: "executor", types: ["map"], required: false, executes: "runs another program in place of the agent" }
  ],
  fieldsAreComplete: true,
  unknownFields: "ignored",
  tools: {
    field: "tools",
    denyField: "disallowedTools",
    forms: ["list", "comma-list"],
    absent: "all",
    empty: "all",
    caseSensitive: true,
    names: [
      { name: "read_file", aliases: ["ReadFile"], claude: ["Read"] },
      { name: "write_file", aliases: ["WriteFile"], claude: ["Write"] },
      { name: "edit", aliases: ["Edit"], claude: ["Edit"] },
      { name: "replace", replacedBy: "edit" },
      { name: "grep_search", aliases: ["Grep"], claude: ["Grep"] },
      { name: "search_file_content", aliases: ["SearchFiles"], replacedBy: "grep_search" },
      { name: "glob", aliases: ["Glob"], claude: ["Glob"] },
      { name: "FindFiles", replacedBy: "glob" },
      { name: "run_shell_command", aliases: ["Shell"], claude: ["Bash"] },
      { name: "list_directory", aliases: ["ListFiles"] },
      { name: "ReadFolder", replacedBy: "list_directory" },
      { name: "task_create", aliases: ["TaskCreate"], claude: ["TaskCreate"] },
      { name: "task_get", aliases: ["TaskGet"], claude: ["TaskGet"] },
      { name: "task_list", aliases: ["TaskList"], claude: ["TaskList"] },
      { name: "task_update", aliases: ["TaskUpdate"], claude: ["TaskUpdate"] },
      { name: "task_stop", aliases: ["TaskStop"], claude: ["TaskStop"] },
      { name: "task_output", aliases: ["TaskOutput"], claude: ["TaskOutput"] },
      { name: "todo_write", aliases: ["TodoWrite"], replacedBy: "task_list" },
      { name: "save_memory", aliases: ["SaveMemory"] },
      { name: "agent", aliases: ["Agent"], claude: ["Agent"] },
      { name: "task", aliases: ["Task"], replacedBy: "agent" },
      { name: "skill", aliases: ["Skill"], claude: ["Skill"] },
      { name: "exit_plan_mode", aliases: ["ExitPlanMode"] },
      { name: "web_fetch", aliases: ["WebFetch"], claude: ["WebFetch"] },
      { name: "web_search", aliases: ["WebSearch"], claude: ["WebSearch"] },
      { name: "lsp", aliases: ["Lsp"], claude: ["LSP"] },
      { name: "ask_user_question", aliases: ["AskUserQuestion"] }
    ],
    patterns: [{ pattern: /^mcp__\S+$/, example: "mcp__server__tool", meaning: "a tool of a server" }],
    refused: [],
    unknown: "unspecified"
  },
  models: {
    field: "model",
    aliases: ["inherit", "fast"],
    patterns: [/^\S+$/],
    example: "qwen3-coder-plus",
    whenAbsent: null,
    list: false
  },
  colors: {
    field: "color",
    names: ["red", "blue", "green", "yellow", "purple", "orange", "pink", "cyan", "auto"],
    hex: false,
    unknown: "ignored"
  },
  prompt: { min: 10, max: null, warnAbove: 1e4, field: null },
  reading: {
    colonInValue: "loads-leniently",
    colonInValueWithCrlf: "loads-leniently",
    brokenSyntax: "loads-leniently",
    noFrontmatter: "ignored",
    missingName: "rejected",
    missingDescription: "rejected",
    byteOrderMark: "loads",
    crlf: "loads",
    wrongValue: "loads-leniently",
    notes: ["Names are looked up without regard to case."]
  }
};

// src/core/formats/formats.ts
var HARNESSES = [claude, opencode, copilot, codex, cursor, gemini, qwen, factory];
var BY_ID = {
  claude,
  opencode,
  copilot,
  codex,
  cursor,
  gemini,
  qwen,
  factory
};
function harnessFormat(id) {
  return BY_ID[id];
}

// src/core/text-lines.ts
var LF = 10;
var CR = 13;
function lineAt2(text, start) {
  if (start >= text.length) return null;
  let end2 = start;
  while (end2 < text.length && text.charCodeAt(end2) !== LF && text.charCodeAt(end2) !== CR) end2++;
  const isPair2 = text.charCodeAt(end2) === CR && text.charCodeAt(end2 + 1) === LF;
  return { text: text.slice(start, end2), start, next: Math.min(text.length, end2 + (isPair2 ? 2 : 1)) };
}
function* linesBetween(text, from, to) {
  for (let line = lineAt2(text, from); line !== null && line.start < to; line = lineAt2(text, line.next)) yield line;
}
function lineNumberAt(text, offset) {
  let number = 1;
  for (let index = 0; index < offset; index++) {
    const code = text.charCodeAt(index);
    if (code === LF || code === CR && text.charCodeAt(index + 1) !== LF) number++;
  }
  return number;
}

// src/core/recover-toml.ts
var KEY = /^([A-Za-z0-9_-]{1,100})[ \t]*=[ \t]*/;
var TABLE = /^[ \t]*\[/;
var QUOTES = ['"""', "'''", '"', "'"];
function recoverToml(text) {
  const found = /* @__PURE__ */ new Map();
  let skipTo = 0;
  for (const line of linesBetween(text, 0, text.length)) {
    if (line.start < skipTo) continue;
    if (TABLE.test(line.text)) break;
    const [marker, key] = KEY.exec(line.text) ?? [];
    if (marker === void 0 || key === void 0) continue;
    const value = readString(text, line.start + marker.length, line.start + line.text.length);
    if (value === null) continue;
    if (!found.has(key)) found.set(key, value.text);
    skipTo = value.end;
  }
  return Object.fromEntries(found);
}
function findTomlValue(text, key) {
  for (const line of linesBetween(text, 0, text.length)) {
    const [marker, found] = KEY.exec(line.text) ?? [];
    if (marker === void 0 || found !== key) continue;
    const start = line.start + marker.length;
    const quote = QUOTES.find((mark) => text.startsWith(mark, start)) ?? "";
    return quote.length === 3 ? afterLineEnd(text, start + 3) : start + quote.length;
  }
  return 0;
}
function readString(text, start, lineEnd2) {
  const quote = QUOTES.find((mark) => text.startsWith(mark, start));
  if (quote === void 0) return null;
  const isLong = quote.length === 3;
  const from = isLong ? afterLineEnd(text, start + 3) : start + 1;
  const close2 = isLong ? text.indexOf(quote, from) : text.slice(from, lineEnd2).lastIndexOf(quote) + from;
  const to = close2 >= from && (isLong || text.startsWith(quote, close2)) ? close2 : isLong ? text.length : lineEnd2;
  const raw = text.slice(from, to);
  return { text: quote.startsWith('"') ? unescaped(raw) : raw, end: to + quote.length };
}
function afterLineEnd(text, offset) {
  if (text.startsWith("\r\n", offset)) return offset + 2;
  return text.startsWith("\n", offset) ? offset + 1 : offset;
}
var ESCAPES = { n: "\n", t: "	", r: "\r", '"': '"', "\\": "\\" };
var unescaped = (raw) => raw.replace(/\\([ntr"\\])/g, (_, code) => ESCAPES[code] ?? code);

// src/core/fence.ts
var MAX_LEAD_LINES = 12;
var MAX_LEAD_TEXT = 3;
var OPENING = /^([ \t]*)---[ \t]*$/;
var OPENING_WITH_LANGUAGE = /^---([A-Za-z][\w+#.-]*)[ \t]*$/;
var OPENING_WITH_KNOWN_LANGUAGE = /^---[ \t]+(javascript|js|coffee(?:script)?|cson|json5?|toml|ya?ml|ts)[ \t]*$/i;
var CLOSING = /^-{3,}[ \t]*$/;
var FIELD = /^(?:[A-Za-z_][\w-]*|"[^"\n]{1,80}"|'[^'\n]{1,80}')[ \t]*:(?:[ \t]|$)/;
var IDENTIFYING_FIELD = /^(?:name|description)[ \t]*:(?:[ \t]|$)/;
var CODE_FENCE = /^[ \t]*(?:```|~~~)/;
function afterByteOrderMark(text) {
  return text.charCodeAt(0) === 65279 ? 1 : 0;
}
function findFence(text) {
  let openLine = 0;
  let lead = 0;
  for (const line of linesBetween(text, afterByteOrderMark(text), text.length)) {
    openLine++;
    const opening = readOpening(line.text);
    if (opening !== null) {
      const fence = closeFence(text, line, { ...opening, openLine, preceded: openLine > 1 });
      return isPlausible(text, fence, lead > 0) ? fence : null;
    }
    if (line.text.trim() !== "") lead++;
    if (openLine > MAX_LEAD_LINES || lead > MAX_LEAD_TEXT) return null;
    if (lead > 1 && CODE_FENCE.test(line.text)) return null;
  }
  return null;
}
function readOpening(line) {
  const [, indent] = OPENING.exec(line) ?? [];
  if (indent !== void 0) return { indent, language: "" };
  const [, word] = OPENING_WITH_LANGUAGE.exec(line) ?? OPENING_WITH_KNOWN_LANGUAGE.exec(line) ?? [];
  if (word === void 0) return null;
  return { indent: "", language: /^ya?ml$/i.test(word) ? "" : word };
}
function closeFence(text, line, opening) {
  for (const { text: inner, start, next } of linesBetween(text, line.next, text.length)) {
    const dashes = withoutIndent(inner, opening.indent);
    if (CLOSING.test(dashes)) {
      const closing = dashes.trimEnd() === "---" ? "exact" : "long";
      return { ...opening, from: line.next, to: start, end: next, closing };
    }
  }
  return { ...opening, from: line.next, to: text.length, end: text.length, closing: "none" };
}
function isPlausible(text, fence, hasLead) {
  if (fence.language !== "") return !fence.preceded && fence.closing !== "none";
  if (!fence.preceded && fence.indent === "" && fence.closing === "exact") return true;
  if (hasLead && fence.closing === "none") return false;
  for (const line of linesBetween(text, fence.from, fence.to)) {
    const inner = withoutIndent(line.text, fence.indent);
    if (inner.trim() === "" || inner.startsWith("#")) continue;
    return (hasLead ? IDENTIFYING_FIELD : FIELD).test(inner);
  }
  return false;
}
function withoutIndent(line, indent) {
  return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
}

// src/core/split-fields.ts
var STRONG_KEYS = new Set(
  `name description tools model color disallowedTools disallowed-tools allowedTools allowed-tools permissionMode
   mcpServers mcp-servers mcp_servers maxTurns max_turns initialPrompt argument-hint disable-model-invocation
   user-invocable handoffs hooks temperature category emoji vibe approvalMode is_background model_reasoning_effort
   sandbox_mode developer_instructions nickname_candidates author version tags license effort isolation readonly
   proactive`.split(/\s+/)
);
var COMPOUND_KEY = /^[a-z]+(?:_[a-z]+|[A-Z][a-z]+)+$/;
var SPEECH = new Set(
  `user assistant context commentary example examples system human ai agent response input output question answer
   note result task scenario thinking reasoning trigger http https`.split(/\s+/)
);
var PROSE_KEYS = new Set(
  "description whenToUse when_to_use instructions prompt systemPrompt system_prompt summary".split(" ")
);
var KEY2 = /^(?:([A-Za-z_][\w.-]*)|"([^"]*)"|'([^']*)')[ \t]*:(?:[ \t]+|$)/;
var WEAK_KEY = /^[a-z][A-Za-z0-9_-]*$/;
var COMMENTED_FIELD = /^#[ \t]*(?:[a-z_][\w-]*:|-[ \t])|^#[ \t]{2,}|^#+[ \t]*$/;
var HEADING = /^#{1,6}[ \t]/;
var PROMPT_OPENING = /^(?:You are|You're|Your (?:role|task|job|goal|mission)|As an? |I am |I'm |你是|您是|Ты |Вы )/;
var LIST_ITEM2 = /^-(?:[ \t]|$)/;
function splitFields(lines, isClosed2) {
  const ahead = lookAhead(lines);
  const fields = [];
  const seen = /* @__PURE__ */ new Set();
  let open2 = null;
  let end2 = lines.length;
  for (const [index, line] of lines.entries()) {
    const kind = classify(line, open2, { ...ahead[index] ?? NOTHING_AHEAD, seen, isClosed: isClosed2 });
    if (kind.type === "body") {
      end2 = index;
      break;
    }
    if (kind.type === "key") {
      if (open2) fields.push(close(open2));
      open2 = openField(kind.key, line, kind.valueColumn);
      seen.add(kind.key);
    } else if (kind.type === "value" && open2) extend(open2, line);
  }
  if (open2) fields.push(close(open2));
  return { fields, end: end2 };
}
var NOTHING_AHEAD = { exampleEnd: false, nextKey: null, keyInParagraph: null };
var BODY = { type: "body" };
var VALUE = { type: "value" };
var COMMENT = { type: "comment" };
function classify({ text }, open2, around) {
  if (text.trim() === "") return VALUE;
  if (open2?.inExample && around.exampleEnd) return VALUE;
  const key = readKey(text);
  if (key && endsValue(key.key, open2, around.seen)) return { type: "key", ...key };
  if (open2 === null) return text.startsWith("#") ? COMMENT : BODY;
  if (/^[ \t]/.test(text)) return VALUE;
  if (text.startsWith("#")) return classifyHash(text, around);
  return isValueInColumnZero(text, open2, around) ? VALUE : BODY;
}
var isStrong = (key) => STRONG_KEYS.has(key) || COMPOUND_KEY.test(key);
function readKey(text) {
  const match = KEY2.exec(text);
  if (match === null) return null;
  const [marker, plain2, double, single] = match;
  return { key: plain2 ?? double ?? single ?? "", valueColumn: marker.length };
}
function endsValue(key, open2, seen) {
  if (open2 === null) return true;
  if (isStrong(key)) return open2.stray === null || !seen.has(key);
  if (open2.stray !== null || open2.quote !== "" || !WEAK_KEY.test(key) || SPEECH.has(key)) return false;
  return !open2.first.endsWith(":");
}
function classifyHash(text, { nextKey, seen }) {
  if (nextKey !== null && !seen.has(nextKey)) return COMMENT;
  return HEADING.test(text) && !COMMENTED_FIELD.test(text) ? BODY : COMMENT;
}
function isValueInColumnZero(text, open2, { isClosed: isClosed2, keyInParagraph, seen }) {
  if (keyInParagraph !== null && !seen.has(keyInParagraph)) return true;
  const { first } = open2;
  if (LIST_ITEM2.test(text) && first === "") return true;
  if (text.startsWith("<example")) return PROSE_KEYS.has(open2.key);
  if (isStrong(open2.key) && !PROSE_KEYS.has(open2.key)) return !open2.blankBefore && first.endsWith(",");
  if (PROMPT_OPENING.test(text) && open2.quote === "") return false;
  if (!open2.blankBefore) return true;
  if (!isClosed2 || !PROSE_KEYS.has(open2.key)) return false;
  return open2.quote !== "" || !/^["']/.test(first);
}
function openField(key, line, valueColumn) {
  const first = line.text.slice(valueColumn).trim();
  const mark = /^["']/.exec(first)?.[0] ?? "";
  const quote = isQuoteLeftOpen(first, mark) ? mark : "";
  const inExample = opensExample(first, false);
  return { key, line, valueColumn, first, rest: [], stray: null, inExample, quote, blankBefore: false };
}
function extend(open2, line) {
  open2.rest.push(line);
  open2.blankBefore = line.text.trim() === "";
  if (open2.blankBefore) return;
  const isListItem2 = LIST_ITEM2.test(line.text) && open2.first === "";
  if (open2.stray === null && !/^[ \t]/.test(line.text) && !isListItem2) open2.stray = line;
  open2.inExample = opensExample(line.text, open2.inExample);
  if (isQuoteLeftOpen(line.text, open2.quote)) open2.quote = "";
}
function isQuoteLeftOpen(text, mark) {
  if (mark === "") return false;
  let isOpen = false;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (text.charAt(at - 1) !== "\\") isOpen = !isOpen;
  }
  return isOpen;
}
var close = ({ key, line, valueColumn, rest, stray }) => ({
  key,
  line,
  valueColumn,
  rest,
  stray
});
function opensExample(text, wasOpen) {
  const opened = text.lastIndexOf("<example");
  const closed = text.lastIndexOf("</example");
  return opened === closed ? wasOpen : opened > closed;
}
function lookAhead(lines) {
  const ahead = new Array(lines.length);
  let below = NOTHING_AHEAD;
  for (let index = lines.length - 1; index >= 0; index--) {
    ahead[index] = below;
    const text = lines[index]?.text ?? "";
    const key = readKey(text)?.key ?? null;
    const strong = key !== null && isStrong(key) ? key : null;
    const isBlank = text.trim() === "";
    below = {
      exampleEnd: below.exampleEnd || text.includes("</example"),
      nextKey: isBlank || text.startsWith("#") ? below.nextKey : strong,
      keyInParagraph: isBlank ? null : strong ?? below.keyInParagraph
    };
  }
  return ahead;
}

// src/core/lint/field-places.ts
function placeFields(raw, isToml) {
  if (isToml) return placeTomlFields(raw);
  const fence = findFence(raw);
  const places2 = /* @__PURE__ */ new Map();
  if (fence === null) return places2;
  const lines = innerLines(raw, fence);
  for (const { key, line, valueColumn, rest } of splitFields(lines, fence.closing !== "none").fields) {
    const start = line.start + line.indent;
    const last = rest.findLast(({ text }) => text.trim() !== "") ?? line;
    const place = { start, valueStart: start + valueColumn, end: last.start + last.indent + last.text.length };
    if (!places2.has(key)) places2.set(key, place);
  }
  for (const line of lines) {
    const place = placeOfKey(line);
    if (place !== null && !places2.has(place.key)) places2.set(place.key, place);
  }
  return places2;
}
function placeOfKey({ text, start, indent }) {
  const colon = text.indexOf(":");
  if (colon < 1 || /^[\s#-]/.test(text)) return null;
  const key = text.slice(0, colon).trimEnd().replace(/^(["'])(.*)\1$/, "$2");
  const value = text.slice(colon + 1);
  const from = start + indent;
  const valueStart = from + text.length - value.trimStart().length;
  return { key, start: from, valueStart, end: from + text.length };
}
function innerLines(raw, { from, to, openLine, indent }) {
  const lines = [];
  for (const { text, start } of linesBetween(raw, from, to)) {
    const bare = withoutIndent(text, indent);
    lines.push({ text: bare, number: openLine + lines.length + 1, indent: text.length - bare.length, start });
  }
  return lines;
}
var TOML_KEY = /^[ \t]*(?:([A-Za-z0-9_-]+)|"([^"\n]+)"|'([^'\n]+)')[ \t]*(?:\.[^=\n]*)?=[ \t]*/;
var TOML_TABLE = /^[ \t]*\[{1,2}[ \t]*["']?([A-Za-z0-9_-]+)/;
function placeTomlFields(text) {
  const places2 = /* @__PURE__ */ new Map();
  let skipTo = 0;
  let inTable = false;
  for (const line of linesBetween(text, 0, text.length)) {
    if (line.start < skipTo) continue;
    const end2 = line.start + line.text.length;
    const [marker = "", ...names] = TOML_KEY.exec(line.text) ?? [];
    const table = TOML_TABLE.exec(line.text)?.[1];
    const key = names.find((name) => name !== void 0) ?? table;
    const valueStart = marker === "" ? end2 : line.start + marker.length;
    const valueEnd = marker === "" ? end2 : tomlValueEnd(text, valueStart, end2);
    skipTo = valueEnd;
    if (key === void 0 || marker !== "" && inTable) continue;
    inTable ||= marker === "";
    const start = line.start + line.text.length - line.text.trimStart().length;
    if (!places2.has(key)) places2.set(key, { start, valueStart, end: valueEnd });
  }
  return places2;
}
function tomlValueEnd(text, start, lineEnd2) {
  const quote = ['"""', "'''"].find((mark) => text.startsWith(mark, start));
  if (quote === void 0) return lineEnd2;
  const close2 = text.indexOf(quote, start + 3);
  return close2 === -1 ? text.length : close2 + 3;
}

// src/core/lint/line-index.ts
function lineIndex(text) {
  const starts = [0];
  const ends = /\r\n|\n|\r/g;
  const mark = text.charCodeAt(0) === 65279 ? 1 : 0;
  let isComplete = false;
  const readTo = (offset) => {
    while (!isComplete && (starts.at(-1) ?? 0) <= offset) {
      isComplete = !ends.test(text);
      if (!isComplete) starts.push(ends.lastIndex);
    }
  };
  return {
    placeAt: (offset) => {
      readTo(offset);
      const line = lastAtOrBefore(starts, offset);
      const column = offset - (starts[line] ?? 0) + 1;
      return { line: line + 1, column: Math.max(1, line === 0 ? column - mark : column) };
    }
  };
}
function lastAtOrBefore(numbers, limit) {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

// src/core/lint/lint-codes.ts
var LINT_CODES = {
  "file/unreadable": {
    severity: "error",
    title: "The file cannot be read",
    help: "It is gone or locked, or the disk reports an error. So may a folder be."
  },
  "file/not-text": {
    severity: "error",
    title: "The file is not UTF-8 text",
    help: "It is binary, or text in another encoding. Save it as UTF-8, or take it out of the folder."
  },
  "file/too-large": {
    severity: "error",
    title: "The file is larger than 2 MiB",
    help: "No prompt is that long, so it is not read. Take it out of the folder."
  },
  "file/bad-name": {
    severity: "error",
    title: "The name is not UTF-8",
    help: "Its bytes are no text, so it can neither be shown nor opened by name. Rename it."
  },
  "file/no-file": {
    severity: "warning",
    title: "Named like a definition, but no file",
    help: "A folder, pipe, socket or device is called as definitions are. It is never opened; files in such a folder are read."
  },
  "file/dead-link": {
    severity: "warning",
    title: "A link that leads nowhere",
    help: "Its target is gone, or links go in a circle. Put the target back, or delete the link."
  },
  "file/not-followed": {
    severity: "info",
    title: "A link to a folder that is not followed",
    help: "It leads to a folder around the one that is listed, to the devices and processes of the system, or on from a folder that was itself reached through a link: following it would list the whole disk, or go in circles."
  },
  "frontmatter/missing": {
    severity: "error",
    title: "No frontmatter",
    help: "Harnesses find the name and the description between two lines of three dashes at the top. Some skip a file without them, others take the file name."
  },
  "frontmatter/not-yaml": {
    severity: "error",
    title: "The frontmatter is not valid YAML",
    help: "Most often a sentence holds a colon and a blank. Some harnesses read such a file line by line, others skip it without a word. Put the value in double quotation marks.",
    fixable: true
  },
  "frontmatter/not-toml": {
    severity: "error",
    title: "The file is not valid TOML",
    help: "Codex reports the file and does not load it."
  },
  "frontmatter/not-a-map": {
    severity: "error",
    title: "The block at the top holds no fields",
    help: "Two horizontal rules with text between them look like frontmatter. Start the file with fields, or with another mark than three dashes."
  },
  "frontmatter/unsupported-language": {
    severity: "error",
    title: "Frontmatter in another language than YAML",
    help: "Such frontmatter is never read or run here, and harnesses do not read it either. Write it as YAML."
  },
  "frontmatter/unclosed": {
    severity: "error",
    title: "The frontmatter is never closed",
    help: "Without a second line of three dashes a harness takes the whole file for fields, or for text. Add the line after the last field.",
    fixable: true
  },
  "frontmatter/long-fence": {
    severity: "warning",
    title: "The closing line has more than three dashes",
    help: "Harnesses that look for exactly three dashes read on past it.",
    fixable: true
  },
  "frontmatter/misplaced": {
    severity: "error",
    title: "The frontmatter is indented or not at the top",
    help: "Harnesses look for it in column 1 of line 1 and take anything else for text."
  },
  "frontmatter/too-large": {
    severity: "error",
    title: "The frontmatter is too large",
    help: "Above 64 KiB it is read line by line, above 256 KiB not to its end. Move text into the body."
  },
  "frontmatter/comment-cut": {
    severity: "warning",
    title: "The description is cut at a number sign",
    help: "In a value without quotation marks YAML takes a blank and a number sign for the start of a comment. Put the value in double quotation marks."
  },
  "frontmatter/byte-order-mark": {
    severity: "error",
    title: "A byte order mark in front of the frontmatter",
    help: "It does not show in an editor, and hides the frontmatter from harnesses that do not expect it. Save the file as UTF-8 without one.",
    fixable: true
  },
  "name/missing": {
    severity: "error",
    title: "No name",
    help: "Harnesses that call agents by a field skip the file; the others take the file name."
  },
  "name/form": {
    severity: "warning",
    title: "The name is not as the harness wants names",
    help: "Lowercase letters, digits and hyphens are understood everywhere."
  },
  "name/refused": {
    severity: "error",
    title: "The harness refuses the name",
    help: "It is reserved, too short or too long, or holds a character that has a meaning of its own."
  },
  "name/built-in": {
    severity: "info",
    title: "The name of a built-in agent",
    help: "The file replaces an agent that comes with the harness. Choose another name unless that is meant."
  },
  "name/unlike-file": {
    severity: "info",
    title: "The file is called otherwise than the agent",
    help: "Harnesses go by the name in the file, people by the name of the file."
  },
  "name/shadowed": {
    severity: "info",
    title: "Another definition of the name is loaded instead",
    help: "A harness loads one definition of a name. Rename one of them, or delete the one that is not wanted."
  },
  "name/duplicate": {
    severity: "warning",
    title: "The name is given twice in one place",
    help: "Which of the two a harness loads is not promised. Rename one of them."
  },
  "description/missing": {
    severity: "error",
    title: "No description",
    help: "A harness chooses agents by their descriptions. Say in a sentence what the agent does and when to use it."
  },
  "description/not-text": {
    severity: "warning",
    title: "The description is a list or a map",
    help: "A colon or a bracket made YAML read it so. Put the value in double quotation marks."
  },
  "description/literal-newline": {
    severity: "info",
    title: "A backslash and an n instead of a line end",
    help: "Outside of double quotation marks YAML keeps them as two characters, and so the model reads them.",
    fixable: true
  },
  "description/long": {
    severity: "warning",
    title: "A long description",
    help: "The descriptions of all agents are part of every session. Keep what is needed to choose the agent, and move examples into the body."
  },
  "description/no-occasion": {
    severity: "info",
    title: "The description does not say when to use the agent",
    help: "A harness decides by it whether to call the agent. A sentence that begins with \u201CUse when \u2026\u201D helps more than a list of skills."
  },
  "field/unknown": {
    severity: "error",
    title: "An unknown field",
    help: "Most harnesses pass over it, some refuse the whole file. Check the spelling, or take it out."
  },
  "field/foreign": {
    severity: "error",
    title: "A field of another harness",
    help: "It has no effect here, or makes the harness refuse the file."
  },
  "field/retired": {
    severity: "warning",
    title: "A retired field",
    help: "It may have no effect any more. The message says what takes its place."
  },
  "field/missing": {
    severity: "error",
    title: "A field that is needed is missing",
    help: "The harness refuses the file without it."
  },
  "field/type": {
    severity: "warning",
    title: "A field has the wrong kind of value",
    help: "A harness drops such a field, or refuses the file."
  },
  "field/value": {
    severity: "warning",
    title: "A field has a value that the harness does not know",
    help: "A harness drops such a value, or refuses the file. The message lists what it knows."
  },
  "tools/unknown": {
    severity: "error",
    title: "Unknown tools",
    help: "A name that stands for no tool grants nothing. Tools of an MCP server need its prefix."
  },
  "tools/foreign": {
    severity: "error",
    title: "Tools of another harness",
    help: "The name grants nothing here. The message says what the tool is called."
  },
  "tools/retired": {
    severity: "warning",
    title: "Retired tools",
    help: "The name may grant nothing any more. The message says what takes its place.",
    fixable: true
  },
  "tools/form": {
    severity: "error",
    title: "Tools written as in another harness",
    help: "One wants a list, another text with commas, a third a map. The message says what is understood here."
  },
  "tools/withheld": {
    severity: "info",
    title: "Tools that agents never get",
    help: "The harness keeps them for the main conversation."
  },
  "tools/wider-than-text": {
    severity: "info",
    title: "All tools, for an agent that only reads",
    help: "The text says that the agent changes nothing, but without a list of tools it may. A list makes the promise hold."
  },
  "model/unknown": {
    severity: "warning",
    title: "An unknown model",
    help: "Models come and go, so the name may be right; if not, the harness falls back to another model or fails when the agent is called."
  },
  "model/foreign": {
    severity: "warning",
    title: "A model as another harness names it",
    help: "The same model may have another name here."
  },
  "color/unknown": {
    severity: "error",
    title: "An unknown color",
    help: "Most harnesses then choose one themselves, some refuse the file."
  },
  "color/case": {
    severity: "warning",
    title: "A color in other letters than the harness writes",
    help: "Harnesses compare colors letter by letter.",
    fixable: true
  },
  "body/empty": {
    severity: "warning",
    title: "No prompt",
    help: "An agent without a prompt knows nothing but its description."
  },
  "body/in-field": {
    severity: "info",
    title: "The prompt stands in a field",
    help: "Harnesses that take the prompt from the body do not see it. Move it below the frontmatter."
  },
  "body/long": {
    severity: "warning",
    title: "The prompt is longer than the harness takes",
    help: "What is over the limit is cut off or keeps the agent from loading."
  },
  "body/short": {
    severity: "warning",
    title: "The prompt is shorter than the harness takes",
    help: "The harness refuses the file."
  },
  "body/open-fence": {
    severity: "warning",
    title: "A code fence that is never closed",
    help: "Everything after it is code to readers of Markdown. Close it, or make the outer fence longer than those inside."
  },
  "hidden/bidi": {
    severity: "warning",
    title: "Characters that change the direction of text",
    help: "They make text look different from what a model reads (CVE-2021-42574). Take them out."
  },
  "hidden/zero-width": {
    severity: "warning",
    title: "Characters without width",
    help: "They do not show, and can hide words or break up others. Take them out."
  },
  "hidden/tags": {
    severity: "warning",
    title: "Invisible tag characters",
    help: "They spell text that a model reads and nobody sees. The message shows it."
  },
  "hidden/control": {
    severity: "warning",
    title: "Control characters",
    help: "They do nothing in a prompt and can drive the terminal of whoever prints the file."
  },
  "hidden/comment": {
    severity: "warning",
    title: "Instructions in an HTML comment",
    help: "Rendered Markdown does not show them, but the model reads them like any other text."
  },
  "executes/hooks": {
    severity: "info",
    title: "Runs hooks",
    help: "Commands that run by themselves while the agent works. Read them before you use the file."
  },
  "executes/mcp": {
    severity: "info",
    title: "Starts MCP servers of its own",
    help: "The file says how to start or reach them. Read that before you use the file."
  },
  "executes/permissions": {
    severity: "info",
    title: "Lifts restrictions",
    help: "The agent may act without being asked for permission."
  },
  "executes/program": {
    severity: "info",
    title: "Runs a program",
    help: "The file names a program that is started for the agent. Read it before you use the file."
  },
  "executes/command": {
    severity: "info",
    title: "A command in the text",
    help: "An exclamation mark before a command in backticks has harnesses run it and put its output into the prompt."
  }
};

// src/core/lint/lint-subject.ts
function lintSubject(definition) {
  const { frontmatterRaw, body, path } = definition;
  const isToml = /\.toml$/i.test(path);
  const text = isToml ? frontmatterRaw : frontmatterRaw + body;
  const lines = once(() => lineIndex(text));
  const fields = once(() => placeFields(frontmatterRaw, isToml));
  const placeAt = (offset) => lines().placeAt(offset);
  return {
    definition,
    harness: harnessFormat(definition.format),
    isToml,
    text,
    bodyStart: isToml ? findTomlValue(text, PROMPT_KEY) : frontmatterRaw.length,
    placeAt,
    placeOfField: (key) => placeAt(fields().get(key)?.start ?? firstCharacter(text)),
    placeInField: (key, part = "") => {
      const field2 = fields().get(key);
      if (field2 === void 0) return placeAt(firstCharacter(text));
      const at = part === "" ? -1 : findWord(text, part, field2.valueStart, field2.end);
      return placeAt(at === -1 ? field2.valueStart : at);
    }
  };
}
var PROMPT_KEY = "developer_instructions";
var firstCharacter = (text) => text.charCodeAt(0) === 65279 ? 1 : 0;
function findWord(text, part, from, to) {
  const stretch = text.slice(from, to);
  let first = -1;
  for (let at = stretch.indexOf(part); at !== -1; at = stretch.indexOf(part, at + part.length)) {
    if (first === -1) first = at;
    if (!WORD.test(stretch.charAt(at - 1)) && !WORD.test(stretch.charAt(at + part.length))) return from + at;
  }
  return first === -1 ? -1 : from + first;
}
var WORD = /[\p{L}\p{N}_-]/u;
function finding(code, place, message, severity = severityOf(code)) {
  return { code, severity, message, line: place.line, column: place.column };
}
function severityOf(code) {
  const entry2 = LINT_CODES[code];
  return entry2.severity;
}
function once(make) {
  let made = null;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}

// src/core/lint/body-rules.ts
function bodyRules(subject) {
  return [...wrongLength(subject), ...openFence(subject), ...widerThanText(subject)];
}
function wrongLength(subject) {
  const { harness, definition } = subject;
  const { min, max, warnAbove } = harness.prompt;
  const length = definition.body.trim().length;
  if (length === 0) return [];
  const place = subject.placeAt(subject.bodyStart);
  const has = `The prompt has ${length} characters`;
  if (min !== null && length < min) {
    return [finding("body/short", place, `${has}, and ${harness.title} wants at least ${min}.`)];
  }
  if (max !== null && length > max) {
    return [finding("body/long", place, `${has}, and ${harness.title} takes ${max}.`)];
  }
  if (warnAbove === null || length <= warnAbove) return [];
  const message = `${has}, and ${harness.title} warns above ${warnAbove}.`;
  return [finding("body/long", place, message, "info")];
}
function openFence(subject) {
  const { body } = subject.definition;
  if (isPlainlyClosed(body)) return [];
  const lines = scanLines(body);
  const roles = lineRoles(lines);
  const last = roles.lastIndexOf("fence");
  const opener = lines[last];
  const after = roles.slice(last + 1);
  if (opener === void 0 || !after.every((role) => role === "masked") || isClosed(opener, lines.at(-1))) return [];
  const message = "This code fence is never closed, so everything after it counts as code.";
  return [finding("body/open-fence", subject.placeAt(subject.bodyStart + opener.textStart), message)];
}
var FENCE_LINE = /^[ \t>*+.)\d-]*(`{3,}|~{3,})([^\r\n]*)/gm;
function isPlainlyClosed(body) {
  let open2 = "";
  for (const [, marks = "", info = ""] of body.matchAll(FENCE_LINE)) {
    if (open2 === "") open2 = marks.startsWith("`") && info.includes("`") ? "" : marks;
    else if (marks.startsWith(open2) && info.trim() === "") open2 = "";
  }
  return open2 === "";
}
var MARKS = /(`{3,}|~{3,})[ \t]*$/;
function isClosed(opener, end2) {
  const marks = /`{3,}|~{3,}/.exec(opener.text)?.[0] ?? "";
  const closing = end2 === void 0 || end2 === opener ? "" : MARKS.exec(end2.text)?.[1] ?? "";
  return closing.length >= marks.length && closing.startsWith(marks.charAt(0)) && closing === end2?.text;
}
var READS_ONLY = /\b(?:you are (?:a |an )?read-only|read-only (?:agent|reviewer|auditor|analyst|advisor|role|mode)|(?:do not|don't|never|must not|cannot|can't|may not|will not) (?:ever )?(?:modify|edit|write|change|alter) (?:or (?:modify|edit|write|change|create|delete) )?(?:any |the |source |project )?(?:files|code)(?=[.,;:!)*\n]| yourself| directly[.,;!\n]))/i;
function widerThanText(subject) {
  const { definition, harness } = subject;
  if (harness.tools === null || definition.tools !== null) return [];
  const promise = READS_ONLY.exec(definition.body);
  if (promise === null || WRITES.test(definition.body)) return [];
  const place = subject.placeAt(subject.bodyStart + promise.index);
  const message = `The text says that the agent changes nothing, but without the field ${harness.tools.field} it gets all tools.`;
  return [finding("tools/wider-than-text", place, message)];
}
var WRITES = /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*)?(?:implement|write (?:the |your )?(?:code|tests|report|findings|plan)|save |create (?:the |a )?(?:file|report)|apply |fix )/im;

// src/core/lint/description-rules.ts
var LONG = 1500;
function descriptionRules(subject) {
  if (subject.definition.descriptionInferred) return [];
  return [...tooLong(subject), ...noOccasion(subject)];
}
function tooLong(subject) {
  const { harness, definition } = subject;
  const { length } = definition.description;
  const place = subject.placeInField("description");
  const { max, warnAbove } = harness.fields.find(({ name }) => name === "description") ?? {};
  const has = `The description has ${length} characters`;
  if (max !== void 0 && length > max) {
    return [finding("description/long", place, `${has}, and ${harness.title} takes ${max}.`)];
  }
  if (warnAbove !== void 0 && length > warnAbove) {
    return [finding("description/long", place, `${has}, and ${harness.title} warns above ${warnAbove}.`)];
  }
  if (length <= LONG) return [];
  return [finding("description/long", place, `${has}, all of them part of every session.`, "info")];
}
var OCCASION = /\b(?:use|used|using|when|whenever|if|after|before|during|while|must be|should be|invoke|invoked|call|called|trigger|triggers|proactive|proactively|delegate|choose|pick|select|needs?|ask|asks|asked|request|requests|activate|engage|launch|spawn|run|runs|for)\b/i;
var OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;
var ACCENTED = /[\u00c0-\u024f]/;
function noOccasion(subject) {
  const { description } = subject.definition;
  if (OCCASION.test(description) || OTHER_SCRIPT.test(description) || ACCENTED.test(description)) return [];
  const message = "The description does not say when to use the agent, which is what it is chosen by.";
  return [finding("description/no-occasion", subject.placeInField("description"), message)];
}

// src/core/plain-data.ts
var MAX_DEPTH = 100;
var MAX_VALUES = 1e5;
function plainData(value) {
  let left = MAX_VALUES;
  function copy(source, depth) {
    if (depth > MAX_DEPTH || left-- <= 0) throw TOO_LARGE;
    if (source === null || source === void 0) return null;
    if (typeof source === "string" || typeof source === "number" || typeof source === "boolean") return source;
    if (Array.isArray(source)) return source.map((item) => copy(item, depth + 1));
    if (typeof source !== "object" || isDate(source)) return isDate(source) ? source.toISOString() : String(source);
    const object = emptyRecord();
    for (const [key, item] of Object.entries(source)) object[key] = copy(item, depth + 1);
    return object;
  }
  try {
    return { value: copy(value, 0) };
  } catch (error) {
    if (error === TOO_LARGE) return null;
    throw error;
  }
}
function emptyRecord() {
  return /* @__PURE__ */ Object.create(null);
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var TOO_LARGE = /* @__PURE__ */ Symbol("too large");
var isDate = (value) => typeof value === "object" && value !== null && "toISOString" in value && typeof value.toISOString === "function";

// src/core/lint/harness-words.ts
function treatmentWords({ title }, treatment) {
  switch (treatment) {
    case "loads":
      return `${title} loads the file all the same`;
    case "loads-leniently":
      return `${title} reads it leniently too`;
    case "loads-without-metadata":
      return `${title} takes only the prompt and loses the fields, restrictions included`;
    case "ignored":
      return `${title} passes over the file without a word`;
    case "rejected":
      return `${title} refuses the file`;
    case "unspecified":
      return `what ${title} does with it is not documented`;
  }
}
function treatmentSeverity(treatment) {
  if (treatment === "loads") return "info";
  return treatment === "loads-leniently" || treatment === "unspecified" ? "warning" : "error";
}
var MAX_QUOTED = 60;
function quoted(value) {
  const line = value.slice(0, MAX_QUOTED).replace(/\s+/g, " ");
  return `"${line}${value.length > MAX_QUOTED ? "\u2026" : ""}"`;
}
function inWords(names, last = "and") {
  const head = names.slice(0, -1).join(", ");
  return head === "" ? names[0] ?? "" : `${head} ${last} ${names.at(-1) ?? ""}`;
}

// src/core/lint/execution-rules.ts
function executionRules(subject) {
  const fields = Object.keys(subject.definition.frontmatter).flatMap((key) => executingField(subject, key));
  return [...fields, ...commands(subject)];
}
function executingField(subject, key) {
  const value = subject.definition.frontmatter[key];
  if (isEmpty(value)) return [];
  const acting = actingRule(subject.harness, key);
  if (acting === null) return [];
  const { rule, harness } = acting;
  const code = codeOf(key);
  if (rule.executesWith !== void 0 && !leaves(value).some((leaf) => rule.executesWith?.includes(leaf))) return [];
  if (code === "executes/mcp" && !definesServers(value)) return [];
  const message = `The field ${quoted(key)} ${rule.executes} (${harness.title}).`;
  return [finding(code, subject.placeOfField(key), message)];
}
function actingRule(own, key) {
  for (const harness of [own, ...HARNESSES]) {
    const rule = harness.fields.find(({ name, executes }) => name === key && executes !== void 0);
    if (rule) return { rule, harness };
  }
  return null;
}
function codeOf(key) {
  const letters = key.toLowerCase();
  if (letters.includes("hook")) return "executes/hooks";
  if (letters.includes("mcp")) return "executes/mcp";
  return /permission|approval|sandbox/.test(letters) ? "executes/permissions" : "executes/program";
}
function isEmpty(value) {
  if (value === null || value === void 0 || value === "" || value === false) return true;
  return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;
}
function definesServers(value) {
  const entries = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  return entries.some((entry2) => isRecord(entry2) && Object.keys(entry2).length > 0);
}
function leaves(value) {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isRecord(value) ? Object.values(value).flatMap(leaves) : [];
}
var MAX_COMMANDS = 20;
var COMMAND = /(?<=^|[ \t])!`[^`\r\n]+`/gm;
function commands(subject) {
  const { body } = subject.definition;
  if (!body.includes("!`")) return [];
  return [...body.matchAll(COMMAND)].slice(0, MAX_COMMANDS).map(({ 0: command, index }) => {
    const message = `Harnesses that expand such lines run ${quoted(command.slice(2, -1))} and put its output here.`;
    return finding("executes/command", subject.placeAt(subject.bodyStart + index), message);
  });
}

// src/core/tool-list.ts
function readTools(value) {
  if (typeof value === "string") return splitTools(value);
  if (Array.isArray(value)) return splitTools(value.map(listItem).join(","));
  if (!isRecord(value)) return null;
  const granted = Object.keys(value).filter((name) => isGranted(value[name]));
  return granted.length > 0 ? granted : null;
}
function splitTools(text) {
  const list = withoutBrackets(text.trim());
  const parts = splitOutsideParentheses(list) ?? list.split(/[,\n]/);
  return parts.map(bareItem).filter((item) => item !== "");
}
function splitOutsideParentheses(text) {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (depth === 0 && (character === "," || character === "\n")) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
    if (depth < 0) return null;
  }
  parts.push(text.slice(start));
  return depth === 0 ? parts : null;
}
var withoutBrackets = (text) => text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
function bareItem(part) {
  const item = part.trim().replace(/^-[ \t]+/, "");
  const mark = item.charAt(0);
  const isQuoted = item.length > 1 && (mark === '"' || mark === "'") && item.endsWith(mark);
  return isQuoted ? item.slice(1, -1).trim() : item;
}
function listItem(item) {
  if (isRecord(item)) {
    const entries = Object.entries(item).filter(([, value]) => isGranted(value));
    return entries.map(([name, value]) => value === true ? name : `${name}: ${String(value)}`).join(",");
  }
  return item === null ? "" : String(item);
}
var isGranted = (value) => value !== false && value !== null && value !== "deny";

// src/core/formats/known-tool.ts
function toolKind(rule, item) {
  const tool = rule.names.find((one) => namesOf(one).some((name) => isSame(rule, name, item)));
  if (tool !== void 0) return { kind: "known", tool };
  const refused = rule.refused.find(({ pattern: pattern2 }) => pattern2.test(item));
  if (refused !== void 0) return { kind: "refused", pattern: refused };
  const pattern = rule.patterns.find((one) => one.pattern.test(item));
  return pattern === void 0 ? { kind: "unknown" } : { kind: "pattern", pattern };
}
function isKnownTool(rule, item) {
  const { kind } = toolKind(rule, item);
  return kind === "known" || kind === "pattern";
}
function namesOf({ name, aliases = [] }) {
  return [name, ...aliases];
}
function isSame({ caseSensitive }, name, item) {
  return caseSensitive ? name === item : name.toLowerCase() === item.toLowerCase();
}

// src/core/formats/refused-field.ts
function refusedField(harness, { frontmatter }) {
  for (const [name, value] of Object.entries(frontmatter)) {
    const rule = harness.fields.find((field2) => field2.name === name);
    const problem = rule === void 0 ? unknownField(harness, name) : valueProblem(harness, rule, value);
    if (problem !== null) return problem;
  }
  return refusedTool(harness, frontmatter);
}
function hasType(value, types) {
  return value === null || value === void 0 || types.some((type) => IS_TYPE[type](value));
}
var IS_TYPE = {
  text: (value) => typeof value === "string",
  "comma-list": (value) => typeof value === "string",
  list: (value) => Array.isArray(value),
  map: isRecord,
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean"
};
function unknownField({ title, fieldsAreComplete, unknownFields }, name) {
  return unknownFields === "rejected" && fieldsAreComplete ? `${title} does not know the field ${name} and refuses the file` : null;
}
function valueProblem({ title, reading, colors }, rule, value) {
  if (rule.disables === true && value === true) return `its field ${rule.name} switches it off`;
  if (reading.wrongValue !== "rejected" && rule.isFatal !== true) return null;
  if (!hasType(value, rule.types)) return `${title} refuses the file: ${rule.name} must be ${typesInWords(rule.types)}`;
  if (typeof value !== "string") return null;
  const { values } = rule;
  if (values !== void 0 && !values.includes(value)) {
    return `${title} refuses the file: ${rule.name} must be one of ${values.join(", ")}`;
  }
  if (colors?.field === rule.name && colors.unknown === "rejected" && !isColor(colors, value)) {
    return `${title} refuses the file: it does not know the colour ${value}`;
  }
  return null;
}
function isColor({ names, hex: hex2 }, value) {
  return names.includes(value) || hex2 && /^#[0-9a-f]{6}$/i.test(value);
}
function refusedTool({ title, tools }, frontmatter) {
  if (tools === null || tools.unknown !== "rejected") return null;
  const listed = readTools(frontmatter[tools.field]) ?? [];
  const refused = listed.find((tool) => !isKnownTool(tools, tool));
  return refused === void 0 ? null : `${title} does not know the tool ${refused} and refuses the file`;
}
var TYPE_WORDS = {
  text: "text",
  "comma-list": "text",
  list: "a list",
  map: "a map",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false"
};
function typesInWords(types) {
  return [...new Set(types.map((type) => TYPE_WORDS[type]))].join(" or ");
}

// src/core/lint/nearest-name.ts
var SHORT = 5;
var MAX_LENGTH = 40;
function sameLetters(name, known) {
  const letters = lettersOf(name);
  return known.find((other) => lettersOf(other) === letters) ?? null;
}
function nearestName(name, known) {
  if (name.length > MAX_LENGTH) return null;
  const word = name.toLowerCase();
  let best = null;
  for (const other of known) {
    const limit = Math.min(name.length, other.length) <= SHORT ? 1 : 2;
    if (Math.abs(name.length - other.length) > limit) continue;
    const distance = distanceOf(word, other.toLowerCase());
    if (distance <= limit && (best === null || distance < best.distance)) best = { name: other, distance };
  }
  return best?.name ?? null;
}
var lettersOf = (name) => name.toLowerCase().replace(/[-_]/g, "");
function distanceOf(a, b) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame2 = a.charAt(row - 1) === b.charAt(column - 1);
      const isSwapped = row > 1 && a.charAt(row - 1) === b.charAt(column - 2) && a.charAt(row - 2) === b.charAt(column - 1);
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame2 ? 0 : 1),
          isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
        )
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

// src/core/lint/field-rules.ts
function fieldRules(subject) {
  const { definition, harness } = subject;
  const known = new Map(harness.fields.map((rule) => [rule.name, rule]));
  const stated = Object.keys(definition.frontmatter).flatMap((key) => {
    const rule = known.get(key);
    return rule === void 0 ? unknownField2(subject, key) : knownField(subject, rule);
  });
  return [...stated, ...missingFields(subject)];
}
function hasOwnRules({ tools, models, colors }, name) {
  return ["name", "description", tools?.field, tools?.denyField, models.field, colors?.field].includes(name);
}
function unknownField2(subject, key) {
  const { harness } = subject;
  const names = harness.fields.map(({ name }) => name);
  const place = subject.placeOfField(key);
  const isRefused = harness.unknownFields === "rejected" && harness.fieldsAreComplete;
  const same = sameLetters(key, names);
  const owner = HARNESSES.find(({ fields }) => fields.some(({ name }) => name === key));
  const near = same ?? (owner === void 0 ? nearestName(key, names) : null);
  if (near !== null) {
    const severity2 = isRefused ? "error" : "warning";
    const message2 = `${harness.title} knows no field ${quoted(key)}; it is called ${near}.`;
    return [finding("field/unknown", place, message2, severity2)];
  }
  const severity = isRefused ? "error" : harness.unknownFields === "rejected" ? "warning" : "info";
  const fate = harness.fieldsAreComplete ? FATES[harness.unknownFields] : UNCERTAIN_FATES[harness.unknownFields];
  const message = owner === void 0 ? `${harness.title} knows no field ${quoted(key)} and ${fate}.` : `The field ${quoted(key)} is for ${owner.title}; ${harness.title} ${fate}.`;
  return [finding(owner === void 0 ? "field/unknown" : "field/foreign", place, message, severity)];
}
var FATES = {
  ignored: "passes over it",
  rejected: "refuses the file for it",
  "passed-on": "hands it on to the model"
};
var UNCERTAIN_FATES = { ...FATES, rejected: "refuses the file unless its configuration has such a key" };
function knownField(subject, rule) {
  const { definition, harness } = subject;
  const value = definition.frontmatter[rule.name];
  if (value === null || value === void 0) return [];
  const retired = retiredField(subject, rule);
  if (hasOwnRules(harness, rule.name) || definition.repairs.some(({ field: field2 }) => field2 === rule.name)) return retired;
  return [
    ...retired,
    ...hasType(value, rule.types) ? valueProblems(subject, rule, value) : [wrongType(subject, rule)]
  ];
}
function retiredField(subject, { name, replacedBy }) {
  if (replacedBy === void 0) return [];
  const instead = replacedBy === null ? "nothing takes its place" : `write ${replacedBy} instead`;
  const message = `${subject.harness.title} has retired the field ${quoted(name)}; ${instead}.`;
  return [finding("field/retired", subject.placeOfField(name), message)];
}
function wrongType(subject, rule) {
  const { name, types } = rule;
  const wanted = inWords([...new Set(types.map((type) => TYPE_WORDS2[type]))], "or");
  const message = `${subject.harness.title} wants ${wanted} in the field ${quoted(name)}.`;
  return finding("field/type", subject.placeInField(name), message, strictness(subject.harness, rule));
}
var TYPE_WORDS2 = {
  text: "text",
  "comma-list": "text with commas",
  list: "a list",
  map: "a map",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false"
};
var strictness = ({ reading }, { isFatal }) => reading.wrongValue === "rejected" || isFatal === true ? "error" : "warning";
function valueProblems(subject, rule, value) {
  const { title } = subject.harness;
  const { name, values, valueAliases = {}, pattern, min, max, warnAbove } = rule;
  const report = (message) => [
    finding("field/value", subject.placeInField(name), message, strictness(subject.harness, rule))
  ];
  if (typeof value === "string") {
    if (values !== void 0 && !values.includes(value) && !Object.hasOwn(valueAliases, value)) {
      return report(`${title} knows no ${name} ${quoted(value)}; it knows ${inWords(values)}.`);
    }
    if (pattern !== void 0 && !pattern.test(value)) {
      return report(`${quoted(value)} is not what ${title} wants in the field ${quoted(name)}.`);
    }
  }
  const size = typeof value === "string" ? value.length : typeof value === "number" ? value : null;
  const unit = typeof value === "string" ? " characters" : "";
  if (size === null) return [];
  if (min !== void 0 && size < min)
    return report(`${title} wants at least ${min}${unit} in the field ${quoted(name)}.`);
  if (max !== void 0 && size > max)
    return report(`${title} wants at most ${max}${unit} in the field ${quoted(name)}.`);
  return warnAbove !== void 0 && size > warnAbove ? report(`${title} warns above ${warnAbove}${unit} in the field ${quoted(name)}.`) : [];
}
function missingFields(subject) {
  const { definition, harness } = subject;
  if (Object.keys(definition.frontmatter).length === 0) return [];
  return harness.fields.filter(({ name, required }) => required && !["name", "description", harness.prompt.field].includes(name)).filter(({ name }) => (definition.frontmatter[name] ?? null) === null).map(
    ({ name }) => finding(
      "field/missing",
      subject.placeOfField(name),
      `${harness.title} refuses a file without the field ${name}.`
    )
  );
}

// src/core/lint/hidden-text-rules.ts
function hiddenTextRules(subject) {
  return [...hiddenCharacters(subject), ...escapedCharacters(subject), ...comments(subject)];
}
var MAX_FOUND = 20;
var ZERO_WIDTH = "[\\u200b\\u2060-\\u2064\\u00ad\\ufeff\\u180e\\u{e0100}-\\u{e01ef}]";
var JOINING_SCRIPTS = "Arabic Devanagari Bengali Tamil Telugu Kannada Malayalam Sinhala Hebrew Mongolian Khmer".split(
  " "
);
var JOINED = `[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{M}${JOINING_SCRIPTS.map((script) => `\\p{Script=${script}}`).join("")}]`;
var KINDS = [
  {
    code: "hidden/tags",
    pattern: /[\u{e0000}-\u{e007f}]+/gu,
    message: (run) => `Invisible tag characters spell ${quoted(tagText(run))}.`
  },
  {
    code: "hidden/bidi",
    pattern: /[\u202a-\u202e\u2066-\u2069]+/g,
    message: (run) => `${named(run)} makes the text look different from what a model reads.`
  },
  {
    code: "hidden/zero-width",
    // Joiners hold emoji and letters of some scripts together; there they are spelling and not hidden text.
    pattern: new RegExp(`(?:${ZERO_WIDTH}|(?<!${JOINED})[\\u200c\\u200d])+`, "gu"),
    message: (run) => `${named(run)} does not show.`
  },
  {
    code: "hidden/control",
    pattern: /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]+/g,
    message: (run) => `${named(run)} is a control character.`
  }
];
var ANY = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u180e\u200b-\u200d\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e01ef}]/u;
var REGION_FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]{2,8}\u{e007f}/gu;
function hiddenCharacters(subject) {
  const text = subject.text.charCodeAt(0) === 65279 ? ` ${subject.text.slice(1)}` : subject.text;
  if (!ANY.test(text)) return [];
  const plain2 = text.replace(REGION_FLAG, (flag) => " ".repeat(flag.length));
  return KINDS.flatMap(({ code, pattern, message }) => {
    const runs = [...plain2.matchAll(pattern)];
    return runs.slice(0, MAX_FOUND).map(({ 0: run, index }) => finding(code, subject.placeAt(index), message(run)));
  });
}
function escapedCharacters(subject) {
  const { name, description } = subject.definition;
  return Object.entries({ name, description }).flatMap(([field2, value]) => {
    const isStated = typeof subject.definition.frontmatter[field2] === "string";
    if (!isStated || !ANY.test(value)) return [];
    return KINDS.flatMap(({ code, pattern, message }) => {
      const run = value.match(pattern)?.[0];
      if (run === void 0 || subject.text.includes(run)) return [];
      return [finding(code, subject.placeInField(field2), `Written as an escape: ${message(run)}`)];
    });
  });
}
function named(run) {
  const code = (run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const others = [...run].length - 1;
  return others === 0 ? `U+${code}` : `U+${code} (and ${others} more)`;
}
function tagText(run) {
  return [...run].map((tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) & 127)).join("").replace(/[^ -~]/g, "");
}
var INSTRUCTION = /\b(?:you (?:must|should|shall|will|are|need)|ignore (?:all|any|the|previous|prior)|disregard|override|system prompt|do not (?:tell|mention|reveal|show|inform)|without (?:telling|asking|informing)|secretly|silently|exfiltrat\w*|curl|wget|base64|api[_ -]?keys?|passwords?|credentials?|always (?:run|execute|send|include|use|add|respond)|never (?:tell|mention|reveal|refuse))\b/i;
var HARMLESS = /^\s*(?:todo|fixme|note|prettier|markdownlint|eslint|biome|toc|spdx|copyright|license|auto-?generated|generated|@?generated|source|begin|end|start|region|example|template|placeholder)\b/i;
function comments(subject) {
  const { body } = subject.definition;
  if (!body.includes("<!--")) return [];
  const lines = scanLines(body);
  const roles = lineRoles(lines);
  const found = [];
  let read = 0;
  for (const [index, line] of lines.entries()) {
    if (line.start < read || roles[index] !== "comment" && roles[index] !== "prose") continue;
    const at = line.text.indexOf("<!--");
    if (at === -1) continue;
    const start = line.textStart + at;
    const end2 = body.indexOf("-->", start);
    if (end2 === -1) break;
    read = end2;
    const comment = body.slice(start + 4, end2);
    const said = HARMLESS.test(comment) ? null : INSTRUCTION.exec(comment);
    if (said === null) continue;
    const message = `A comment that rendered Markdown does not show tells the model something: ${quoted(comment.slice(said.index))}.`;
    found.push(finding("hidden/comment", subject.placeAt(subject.bodyStart + start), message));
    if (found.length === MAX_FOUND) break;
  }
  return found;
}

// src/core/field-text.ts
function fieldText(value) {
  const text = Array.isArray(value) ? value.filter(isScalar).join(", ") : isScalar(value) ? String(value) : "";
  return text.trim() || null;
}
var isScalar = (value) => ["string", "number", "boolean"].includes(typeof value);

// src/core/infer.ts
var FOLDER_FILES = /^(?:agents?|skill|readme|index)$/i;
var EXTENSION = /(?:\.(?:agent|chatmode|md|markdown|mdc|txt|toml))+$/i;
var MAX_SENTENCE = 300;
var MAX_LOOK = 8192;
function inferName(path) {
  const parts = path.split(/[/\\]/).filter((part) => part !== "");
  const file = parts.at(-1) ?? "";
  const stem2 = file.replace(EXTENSION, "");
  const folder = parts.at(-2) ?? "";
  const isFolderFile = FOLDER_FILES.test(stem2) && /[^.]/.test(folder) && !folder.endsWith(":");
  return isFolderFile ? folder : stem2 || file;
}
function inferDescription(body, name) {
  let heading = "";
  for (const line of body.slice(0, MAX_LOOK).split(/\r\n|\n|\r/)) {
    const text = line.trim();
    if (text === "" || /^(?:---+|===+|\*\*\*+|```.*|~~~.*|<[^>]*>|<!--.*)$/.test(text)) continue;
    const title = /^#{1,6}[ \t]+(.+)$/.exec(text)?.[1];
    if (title === void 0) return firstSentence(text);
    if (heading === "") heading = firstSentence(withoutClosingHashes(title));
    if (heading !== "" && !repeatsName(heading, name)) return heading;
  }
  return heading;
}
var withoutClosingHashes = (title) => title.slice(0, MAX_SENTENCE).replace(/[ \t]#+$/, "");
function firstSentence(line) {
  const text = line.slice(0, MAX_SENTENCE).replace(/^(?:[-*+>]|\d{1,9}[.)])[ \t]+/, "").replace(/\*\*|__|`/g, "").trim();
  const end2 = /[.!?](?=\s|$)|[。！？]/.exec(text);
  return end2 ? text.slice(0, end2.index + 1) : text;
}
function repeatsName(heading, name) {
  const known = /* @__PURE__ */ new Set([...words(name), "agent", "the"]);
  return words(heading).every((word) => known.has(word));
}
var words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

// src/core/lint/name-rules.ts
var SAFE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
function nameRules(subject) {
  const { definition, harness } = subject;
  const stated = fieldText(definition.frontmatter.name);
  if (stated === null || !harness.identity.from.includes("name")) return [];
  const refusals = refusalsOf(subject, stated);
  return [
    ...refusals.length > 0 ? refusals : formOf(subject, stated),
    ...builtIn(subject, stated),
    ...unlikeFile(subject, stated)
  ];
}
function refusalsOf(subject, name) {
  const { title, identity } = subject.harness;
  const { minLength, maxLength, reserved, colon, caseSensitive, pattern, isEnforced, rule } = identity;
  const key = caseSensitive ? name : name.toLowerCase();
  const refuse = (message, part = "") => finding(
    "name/refused",
    subject.placeInField("name", part),
    `${title} refuses the name ${quoted(name)}: ${message}.`
  );
  if (reserved.includes(key)) return [refuse("it is reserved")];
  if (colon === "rejected" && name.includes(":")) return [refuse("it holds a colon", ":")];
  if (minLength !== null && name.length < minLength) return [refuse(`it has fewer than ${minLength} characters`)];
  if (maxLength !== null && name.length > maxLength) return [refuse(`it has more than ${maxLength} characters`)];
  return isEnforced && pattern !== null && !pattern.test(name) ? [refuse(`it takes ${rule}`)] : [];
}
function formOf(subject, name) {
  const { pattern, rule } = subject.harness.identity;
  if (pattern === null || pattern.test(name) || SAFE_NAME.test(name)) return [];
  const message = `The name ${quoted(name)} is not made of ${rule}, as ${subject.harness.title} asks.`;
  return [finding("name/form", subject.placeInField("name"), message)];
}
function builtIn(subject, name) {
  if (!subject.harness.identity.builtIn.includes(name)) return [];
  const message = `${subject.harness.title} has an agent ${quoted(name)} of its own, which this file replaces.`;
  return [finding("name/built-in", subject.placeInField("name"), message)];
}
function unlikeFile(subject, name) {
  const file = inferName(subject.definition.path);
  if (lettersOf2(file) === lettersOf2(name)) return [];
  const message = `The agent is called ${quoted(name)} and its file ${quoted(file)}; harnesses go by the ${inWords([...new Set(subject.harness.identity.from)].map((from) => FROM_WORDS[from]).slice(0, 1))}.`;
  return [finding("name/unlike-file", subject.placeInField("name"), message)];
}
var FROM_WORDS = { name: "name in the file", "file-name": "name of the file", path: "path of the file" };
var lettersOf2 = (name) => name.toLowerCase().replace(/[\s_-]+/g, "");

// src/core/lint/reading-rules.ts
function readingRules(subject) {
  return [
    ...subject.definition.diagnostics.flatMap((diagnostic2) => judged(subject, diagnostic2)),
    ...byteOrderMark(subject)
  ];
}
function judged(subject, diagnostic2) {
  const { reading, prompt } = subject.harness;
  switch (diagnostic2.code) {
    case "name/missing":
      return reading.missingName === "loads" ? [] : [withConsequence(subject, { ...diagnostic2, message: "The file states no name." }, reading.missingName)];
    case "description/missing": {
      const message = "The file states no description, by which an agent is chosen.";
      return [withConsequence(subject, { ...diagnostic2, message }, reading.missingDescription)];
    }
    case "frontmatter/missing":
    case "frontmatter/not-a-map":
    case "frontmatter/misplaced":
    case "frontmatter/unsupported-language":
      return [withConsequence(subject, diagnostic2, reading.noFrontmatter)];
    case "frontmatter/unclosed":
      return [withConsequence(subject, diagnostic2, unclosedTreatment(subject))];
    case "frontmatter/not-yaml":
      return isAlsoUnclosed(subject) ? [] : [withConsequence(subject, diagnostic2, brokenTreatment(subject))];
    case "body/empty":
      return prompt.min === null ? [diagnostic2] : [withConsequence(subject, diagnostic2, "rejected")];
    default:
      return [diagnostic2];
  }
}
function withConsequence({ harness }, diagnostic2, treatment) {
  const message = `${diagnostic2.message.replace(/\.$/, "")}; ${treatmentWords(harness, treatment)}.`;
  return { ...diagnostic2, message, severity: treatmentSeverity(treatment) };
}
function unclosedTreatment({ harness, text }) {
  return findFence(text)?.closing === "none" ? harness.reading.noFrontmatter : harness.reading.brokenSyntax;
}
var isAlsoUnclosed = ({ definition }) => definition.diagnostics.some(({ code }) => code === "frontmatter/unclosed");
var COLON_REASON = 'it holds ": " without quotation marks';
function brokenTreatment({ definition, harness, text }) {
  const { colonInValue, colonInValueWithCrlf, brokenSyntax } = harness.reading;
  const isColon2 = definition.repairs.length > 0 && definition.repairs.every(({ reason }) => reason === COLON_REASON);
  const goesOnInColumnOne = /^(?:<|[^\s:#"'-][^:\n]*$)/m.test(innerText(definition.frontmatterRaw));
  if (!isColon2 || goesOnInColumnOne) return brokenSyntax;
  return text.includes("\r\n") ? colonInValueWithCrlf : colonInValue;
}
var innerText = (raw) => raw.replace(/^\uFEFF?---[^\n]*\n/, "").replace(/\r/g, "");
function byteOrderMark(subject) {
  const treatment = subject.harness.reading.byteOrderMark;
  if (subject.text.charCodeAt(0) !== 65279 || treatment === "loads") return [];
  const message = `The file starts with a byte order mark; ${treatmentWords(subject.harness, treatment)}.`;
  return [finding("frontmatter/byte-order-mark", { line: 1, column: 1 }, message, treatmentSeverity(treatment))];
}

// src/core/lint/shadow-rules.ts
function shadowRules(subject) {
  const { definition, harness } = subject;
  if (definition.shadowedBy === null) return [];
  const message = `${harness.title} does not load this file: ${definition.shadowedBy} has the same name and wins.`;
  return [finding("name/shadowed", subject.placeInField("name"), message)];
}

// src/core/lint/tool-rules.ts
function toolRules(subject) {
  const { tools } = subject.harness;
  if (tools === null) return [];
  return [tools.field, tools.denyField].flatMap((field2) => field2 === null ? [] : toolsIn(subject, tools, field2));
}
function toolsIn(subject, rule, field2) {
  const value = subject.definition.frontmatter[field2];
  if (value === null || value === void 0) return [];
  const form = isRecord(value) ? "map" : Array.isArray(value) ? "list" : "comma-list";
  if (!rule.forms.includes(form)) return [wrongForm(subject, rule, field2, form)];
  const unknown = [];
  const found = [...new Set(readTools(value) ?? [])].slice(0, MAX_TOOLS).flatMap((tool) => {
    const judgement = judgeTool(subject.harness, rule, tool);
    if (judgement === "unknown") unknown.push(tool);
    if (judgement === null || judgement === "unknown") return [];
    const { code, message, severity } = judgement;
    return [finding(code, subject.placeInField(field2, tool), message, severity)];
  });
  const [first] = unknown;
  return first === void 0 ? found : [...found, unknownTools(subject, rule, field2, unknown)];
}
var MAX_TOOLS = 500;
var FORM_WORDS = {
  "comma-list": "text with commas",
  list: "a list",
  map: "a map of names to true or false"
};
function wrongForm(subject, rule, field2, form) {
  const { title, reading } = subject.harness;
  const wanted = inWords(
    rule.forms.map((one) => FORM_WORDS[one]),
    "or"
  );
  const others = HARNESSES.filter(({ tools }) => tools?.forms.includes(form)).map((harness) => harness.title);
  const whose = others.length > 0 && others.length < 3 ? ` as for ${inWords(others)}` : "";
  const message = `${title} wants ${wanted} in the field ${quoted(field2)}, and this is ${FORM_WORDS[form]}${whose}.`;
  const isFatal = reading.wrongValue === "rejected" || isFatalField(subject, field2);
  return finding("tools/form", subject.placeInField(field2), message, isFatal ? "error" : "warning");
}
function isFatalField({ harness }, field2) {
  return harness.fields.some(({ name, isFatal }) => name === field2 && isFatal === true);
}
function judgeTool(harness, rule, tool) {
  const { title } = harness;
  const found = toolKind(rule, tool);
  if (found.kind === "pattern") return null;
  if (found.kind === "unknown") return foreignTool(harness, rule, tool) ?? "unknown";
  if (found.kind === "refused") {
    const message = `${title} does not take the tool ${quoted(tool)}: ${found.pattern.meaning}.`;
    return { code: "tools/unknown", message, severity: unknownSeverity(rule) };
  }
  const { name, replacedBy, withheld } = found.tool;
  if (replacedBy !== void 0) {
    const instead = replacedBy === null ? "nothing takes its place" : `${replacedBy} takes its place`;
    return {
      code: "tools/retired",
      message: `${title} has retired the tool ${name}; ${instead}.`,
      severity: "warning"
    };
  }
  if (!withheld) return null;
  return { code: "tools/withheld", message: `${title} never gives ${name} to an agent.`, severity: "info" };
}
function foreignTool(harness, rule, tool) {
  for (const { tools, title, id } of HARNESSES) {
    const theirs = id === harness.id || tools === null ? null : toolKind(tools, tool);
    if (theirs?.kind !== "known") continue;
    const meant = (theirs.tool.claude ?? []).flatMap(
      (name) => rule.names.filter(({ claude: claude2 = [], replacedBy }) => replacedBy === void 0 && claude2.includes(name))
    );
    const names = [...new Set(meant.map(({ name }) => name))];
    const instead = names.length === 0 ? `${harness.title} has none` : `in ${harness.title} it is ${inWords(names)}`;
    return {
      code: "tools/foreign",
      message: `${quoted(tool)} is a tool of ${title}; ${instead}.`,
      severity: unknownSeverity(rule)
    };
  }
  return null;
}
function unknownTools(subject, rule, field2, tools) {
  const { title } = subject.harness;
  const [first = ""] = tools;
  const near = tools.length === 1 ? nearestName(
    first,
    rule.names.map(({ name }) => name)
  ) : null;
  const shown = tools.slice(0, MAX_LISTED).map(quoted);
  const names = tools.length > MAX_LISTED ? `${shown.join(", ")} and ${tools.length - MAX_LISTED} more` : inWords(shown);
  const hint = near === null ? "" : `; the nearest is ${near}`;
  const message = `${title} has no tool${tools.length > 1 ? "s" : ""} ${names}${hint}${UNKNOWN_FATES[rule.unknown]}.`;
  return finding("tools/unknown", subject.placeInField(field2, first), message, unknownSeverity(rule));
}
var MAX_LISTED = 5;
var UNKNOWN_FATES = { ignored: "", rejected: ", and refuses the file", unspecified: "" };
function unknownSeverity({ unknown }) {
  if (unknown === "rejected") return "error";
  return unknown === "ignored" ? "warning" : "info";
}

// src/core/lint/value-rules.ts
function valueRules(subject) {
  return [...modelProblems(subject), ...colorProblems(subject)];
}
function modelProblems(subject) {
  const { harness, definition } = subject;
  const { models, title } = harness;
  if (models.field === null) return [];
  const value = definition.frontmatter[models.field];
  if (Array.isArray(value) && !models.list) {
    const message = `${title} takes one model, and this is a list.`;
    return [finding("field/type", subject.placeInField(models.field), message)];
  }
  const stated = (Array.isArray(value) ? value : [value]).filter((model) => typeof model === "string");
  const field2 = models.field;
  return stated.map((model) => model.trim()).filter((model) => model !== "" && !knowsModel(models, model)).map((model) => {
    const place = subject.placeInField(field2, model);
    const owner = HARNESSES.find((other) => other.id !== harness.id && isOwnModel(other.models, model));
    if (owner !== void 0) {
      const message = `${quoted(model)} is a model as ${owner.title} names it; ${title} writes ${exampleOf(models)}.`;
      return finding("model/foreign", place, message);
    }
    return finding(
      "model/unknown",
      place,
      `${title} may not know the model ${quoted(model)}; it writes ${exampleOf(models)}.`
    );
  });
}
var exampleOf = ({ aliases, example }) => inWords([...aliases.slice(0, 4), example], "or");
function knowsModel({ aliases, patterns }, model) {
  return aliases.includes(model) || patterns.some((pattern) => pattern.test(model));
}
function isOwnModel(models, model) {
  const isSpecific = models.patterns.every((pattern) => !pattern.test("surely-no-model"));
  return models.aliases.includes(model) || isSpecific && models.patterns.some((pattern) => pattern.test(model));
}
function colorProblems(subject) {
  const { harness, definition } = subject;
  const { colors, title } = harness;
  const value = colors === null ? null : definition.frontmatter[colors.field];
  if (colors === null || typeof value !== "string" || value.trim() === "") return [];
  const color = value.trim();
  if (colors.names.includes(color) || colors.hex && HEX.test(color)) return [];
  const place = subject.placeInField(colors.field, color);
  const severity = colors.unknown === "rejected" ? "error" : "info";
  const same = colors.names.find((name) => name === color.toLowerCase());
  if (same !== void 0) {
    return [finding("color/case", place, `${title} writes the color ${same}, not ${color}.`, "warning")];
  }
  const known = inWords([...colors.names, ...colors.hex ? ["#RRGGBB"] : []]);
  return [finding("color/unknown", place, `${title} knows no color ${quoted(color)}; it knows ${known}.`, severity)];
}
var HEX = /^#[0-9a-f]{6}$/i;

// src/core/lint/lint-definition.ts
var RULES = [
  readingRules,
  nameRules,
  shadowRules,
  descriptionRules,
  fieldRules,
  toolRules,
  valueRules,
  bodyRules,
  hiddenTextRules,
  executionRules
];
var cache2 = /* @__PURE__ */ new WeakMap();
function lintDefinition(definition) {
  const known = cache2.get(definition);
  if (known) return known;
  const subject = lintSubject(definition);
  const found = inFileOrder(RULES.flatMap((rule) => rule(subject)));
  cache2.set(definition, found);
  return found;
}
function inFileOrder(diagnostics) {
  return [...diagnostics].sort(
    (a, b) => a.line - b.line || a.column - b.column || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  );
}
var SEVERITIES = ["error", "warning", "info"];

// src/cli/definition-json.ts
function definitionJson(definition) {
  const { id, name, nameInferred, description, descriptionInferred, path, scope, source, format } = definition;
  const { model, color, tools, frontmatter, repairs, shadowedBy, bytes } = definition;
  return {
    schema: 1,
    id,
    name,
    nameInferred,
    description,
    descriptionInferred,
    path,
    scope,
    source,
    format,
    model,
    color,
    tools,
    frontmatter,
    repairs,
    diagnostics: lintDefinition(definition),
    shadowedBy,
    tokens: tokensOf(definition),
    bytes
  };
}

// src/cli/json-text.ts
function jsonText(value, indent = 0) {
  return `${JSON.stringify(value, null, indent).replace(UNSEEN, escaped)}
`;
}
var UNSEEN = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/gu;
function escaped(character) {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`
  ).join("");
}

// src/core/section-text.ts
function sectionText(section) {
  return section.raw + section.sections.map(sectionText).join("");
}
function flattenSections(sections) {
  return sections.flatMap((section) => [section, ...flattenSections(section.sections)]);
}
function sectionLabel({ title, id, kind, raw }) {
  if (title !== "") return title;
  const name = id.slice(id.lastIndexOf("/") + 1);
  return kind === "untitled" && name !== "closing" ? beginning(raw) : name;
}
function isClosingTag({ kind, raw }) {
  return kind === "untitled" && /^\s*<\/[^<>]*>\s*$/.test(raw);
}
function wholeDocument(sections) {
  const isTitled = ({ kind }) => kind !== "preamble" && kind !== "untitled";
  const at = sections.findIndex(isTitled);
  const one = sections[at];
  if (!one || one.sections.length === 0 || sections.findIndex((section, index) => index > at && isTitled(section)) >= 0)
    return null;
  return one.kind === "tag" || one.level === 1 ? one : null;
}
var LABEL_LENGTH = 40;
function beginning(text) {
  const [line = ""] = text.trim().split("\n", 1);
  return line.length > LABEL_LENGTH ? `${line.slice(0, LABEL_LENGTH).trimEnd()}\u2026` : line;
}

// src/core/sections/line-shapes.ts
var BULLET = /^(?:[-*+•◦▪‣●]|\d{1,9}[.)])(?:[ \t]+|$)/u;
var THEMATIC_BREAK = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
var WORDLESS = /^[^\p{L}\p{M}*_`<>[\]|]*$/u;
var AFTER_BOLD_LINE = /^[^\p{L}\p{M}\p{N}*_`<>[\]|.,;!?/\\()-]*$/u;
var LONGEST_PREFIX = 16;
var LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
var LEAD_IN_END = /[:：][*_]{0,3}$/;
var NOT_A_PARAGRAPH = /^(?:[>|<]|#{1,6}[ \t])/;
var SENTENCE_END = /[.!?;,。！？；，、…]["'”’)*_]{0,3}$/;
function headingLevel(text) {
  let level = 0;
  while (text.charCodeAt(level) === 35) level += 1;
  const after = text.charAt(level);
  const isHeading = level >= 1 && level <= 6 && (after === " " || after === "	");
  return isHeading ? level : 0;
}
function bulletOf(text) {
  const match = BULLET.exec(text);
  return match === null || isThematicBreak(text) ? null : { width: match[0].length };
}
function isThematicBreak(text) {
  return THEMATIC_BREAK.test(text);
}
function boldRunEnd(text) {
  const open2 = boldOpening(text);
  if (open2 < 0 || !WORDLESS.test(text.slice(0, open2))) return 0;
  const mark = text.slice(open2, open2 + 2);
  let close2 = text.indexOf(mark, open2 + 2);
  while (close2 > 0 && text.charAt(close2 + 2) === mark.charAt(0)) close2 += 1;
  if (close2 < 0) return 0;
  const inside = text.slice(open2 + 2, close2);
  const isRun = inside !== "" && inside === inside.trim() && /[^*_]/.test(inside);
  const isName = mark === "__" && /^[^\s:：]/.test(text.slice(close2 + 2));
  return isRun && !isName ? close2 + 2 : 0;
}
function isBoldLine(text) {
  const end2 = boldRunEnd(text);
  return end2 > 0 && AFTER_BOLD_LINE.test(text.slice(end2)) && LETTER_OR_DIGIT.test(text);
}
function isParagraphLine(text) {
  return !NOT_A_PARAGRAPH.test(text) && bulletOf(text) === null && !isThematicBreak(text);
}
function announces(text) {
  return LEAD_IN_END.test(text) && LETTER_OR_DIGIT.test(text) && isParagraphLine(text);
}
function isShortPlainLine(text) {
  return text.length <= 60 && text.split(/\s+/).length <= 7 && LETTER_OR_DIGIT.test(text) && !SENTENCE_END.test(text) && isParagraphLine(text);
}
function isQuoteOrTable(text) {
  return text.startsWith(">") || text.startsWith("|");
}
function boldOpening(text) {
  const head = text.slice(0, LONGEST_PREFIX + 2);
  const stars = head.indexOf("**");
  const underscores = head.indexOf("__");
  if (stars < 0 || underscores < 0) return Math.max(stars, underscores);
  return Math.min(stars, underscores);
}

// src/core/sections/section-id.ts
var LONGEST_PART = 60;
var LONGEST_PATH = 240;
var PLAIN_ASCII = /^[\x20-\x7E]*$/;
function slug(title) {
  const words2 = title.normalize("NFC").toLowerCase().replace(/['’`]/g, "");
  const joined = PLAIN_ASCII.test(words2) ? words2.replace(/[^a-z0-9]+/g, "-") : words2.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  return joined.replace(/^-|-$/g, "");
}
function sectionIds() {
  const taken = /* @__PURE__ */ new Set();
  const lastNumber = /* @__PURE__ */ new Map();
  return {
    next(parent, title) {
      const path = pathOf(parent, cut(slug(title)) || "section");
      let number = lastNumber.get(path) ?? 1;
      let id = number === 1 ? path : `${path}-${number}`;
      while (taken.has(id)) {
        number += 1;
        id = `${path}-${number}`;
      }
      lastNumber.set(path, number);
      taken.add(id);
      return id;
    }
  };
}
function pathOf(parent, part) {
  if (parent === null) return part;
  if (parent.length <= LONGEST_PATH) return `${parent}/${part}`;
  return `${parent.slice(0, parent.lastIndexOf("/"))}/${part}`;
}
function cut(part) {
  if (part.length <= LONGEST_PART) return part;
  const head = part.slice(0, LONGEST_PART + 1);
  const hyphen = head.lastIndexOf("-");
  if (hyphen > 0) return head.slice(0, hyphen);
  return [...part].slice(0, LONGEST_PART / 2).join("");
}

// src/core/sections/tag-pairs.ts
var DEEPEST = 16;
var OPENING_TAG = /^<([A-Za-z][\w.:-]*)(?:\s[^<>]*)?>$/;
var CLOSING_TAG = /^<\/([A-Za-z][\w.:-]*)\s*>$/;
var HTML_ELEMENTS = new Set(
  "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select selectedcontent slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp".split(" ")
);
function openingTagName(text) {
  const name = text.startsWith("<") && !text.endsWith("/>") ? OPENING_TAG.exec(text)?.[1] : void 0;
  return name !== void 0 && !HTML_ELEMENTS.has(name.toLowerCase()) ? name : null;
}
function closingTagName(text) {
  return text.startsWith("</") ? CLOSING_TAG.exec(text)?.[1] ?? null : null;
}
function pairTags(lines, roles) {
  const pairs = [];
  const stack = [];
  const openCount = /* @__PURE__ */ new Map();
  const count = (name, by) => openCount.set(name, (openCount.get(name) ?? 0) + by);
  for (const [index, { text, indent }] of lines.entries()) {
    if (roles[index] !== "prose" || indent > 3 || !text.startsWith("<")) continue;
    const name = openingTagName(text);
    if (name !== null) {
      stack.push({ name, index });
      count(name, 1);
    }
    const closing = closingTagName(text);
    if (closing === null || !openCount.get(closing)) continue;
    for (let tag = stack.pop(); tag; tag = stack.pop()) {
      count(tag.name, -1);
      if (tag.name !== closing) continue;
      pairs.push({ open: tag.index, close: index });
      break;
    }
  }
  return sides(pairs);
}
function sides(pairs) {
  const found = /* @__PURE__ */ new Map();
  let depth = 0;
  for (const { open: open2, close: close2 } of pairs.toSorted((one, other) => one.open - other.open)) {
    found.set(open2, "open");
    found.set(close2, "close");
  }
  for (const [index, side] of [...found].sort(([one], [other]) => one - other)) {
    depth += side === "open" ? 1 : 0;
    if (depth > DEEPEST) found.delete(index);
    depth -= side === "close" ? 1 : 0;
  }
  return found;
}

// src/core/sections/section-marker.ts
var SEPARATOR = /^[ \t]*(?:[:：][ \t]*|[-–—→][ \t]+|$)/u;
var UNTITLED_LEVEL = 2;
var LINE_ENDING = /\r\n?|\n/;
function markerOf({ kind, raw }) {
  const lines = scanLines(raw);
  const first = lines.find(({ text }) => text !== "" && !isThematicBreak(text));
  const closes = closingStart(lines, kind, first);
  if (first === void 0 || kind === "preamble" || kind === "untitled") {
    return { before: "", marker: "", content: raw.slice(0, closes), closing: raw.slice(closes), indent: 0 };
  }
  const end2 = kind === "item" ? itemMarkerEnd(first) : first.next;
  return {
    before: raw.slice(0, first.start),
    marker: raw.slice(first.start, end2),
    content: raw.slice(end2, closes),
    closing: raw.slice(closes),
    indent: kind === "item" ? first.indent + (bulletOf(first.text)?.width ?? 0) : 0
  };
}
function retitled(section, title) {
  const { before, marker, content, closing } = markerOf(section);
  if (marker === "") {
    const raw = `${hashes(UNTITLED_LEVEL)} ${title}${eolOf(section)}${eolOf(section)}${section.raw}`;
    return { ...section, kind: "heading", level: UNTITLED_LEVEL, title, raw };
  }
  if (section.kind === "tag") return withTagName(section, tagName(title));
  const text = marker + content;
  const from = /^[ \t]*(?:#+|(?:[-*+•◦▪‣●]|\d+[.)])[ \t])?/u.exec(text)?.[0].length ?? 0;
  const at = text.slice(0, lineLength(text)).indexOf(section.title, from);
  const renamed = at < 0 ? newMarker(section, marker, title) + content : text.slice(0, at) + title + text.slice(at + section.title.length);
  return { ...section, title, raw: before + renamed + closing };
}
function asHeading(section, level) {
  const { before, marker, content, closing, indent } = markerOf(section);
  if (marker === "") return section;
  const depth = Math.min(6, Math.max(1, level));
  if (section.kind === "heading") {
    return { ...section, level: depth, raw: before + marker.replace(/#{1,6}/, hashes(depth)) + content + closing };
  }
  const eol = eolOf(section);
  const gap = /^[ \t]*(?:[\r\n]|$)/.test(content) ? "" : eol;
  return {
    ...section,
    kind: "heading",
    level: depth,
    raw: `${before}${hashes(depth)} ${section.title}${eol}${gap}${movedLeft(content, indent)}`,
    sections: section.kind === "tag" ? withoutClosing(section.sections) : section.sections.map((inner) => allMovedLeft(inner, indent))
  };
}
function itemMarkerWidth(text) {
  const bullet = bulletOf(text)?.width ?? 0;
  const item = text.slice(bullet);
  const run = boldRunEnd(item);
  const separator = SEPARATOR.exec(item.slice(run));
  const colonInside = /[:：][*_]{2,}$/.test(item.slice(0, run));
  if (separator) return bullet + run + separator[0].length;
  return colonInside ? bullet + run + leadingSpaces(item.slice(run)) : bullet;
}
function itemMarkerEnd({ text, textStart, next }) {
  const width = itemMarkerWidth(text);
  return width === text.length ? next : textStart + width;
}
function leadingSpaces(text) {
  return text.length - text.trimStart().length;
}
function closingStart(lines, kind, first) {
  const last = lines.findLast(({ text }) => text !== "" && !isThematicBreak(text));
  const end2 = lines.at(-1)?.next ?? 0;
  const name = last && closingTagName(last.text);
  if (!first || !name) return end2;
  const isOwn = kind === "tag" ? openingTagName(first.text) === name : kind === "untitled" && first === last;
  return isOwn ? last.start : end2;
}
function newMarker({ kind }, marker, title) {
  const ending = /[\r\n]+$/.exec(marker)?.[0] ?? "";
  const line = marker.slice(0, marker.length - ending.length);
  const colon = /[:：](?=[*_]*\s*$)/.exec(line)?.[0] ?? "";
  switch (kind) {
    case "heading":
      return `${/^\s*#+/.exec(line)?.[0] ?? ""} ${title}${ending}`;
    case "item":
      return `${/^\s*\S+\s+/.exec(line)?.[0] ?? ""}**${title}**${colon}${ending || " "}`;
    case "bold":
      return `**${title}${colon}**${ending}`;
    default:
      return `${title}${colon}${ending}`;
  }
}
function tagName(title) {
  const name = slug(title).replaceAll("-", "_").replace(/[^a-z0-9_]/g, "");
  return openingTagName(`<${name}>`) ?? `section_${name}`;
}
function withTagName(section, name) {
  const { before, marker, content, closing } = markerOf(section);
  const last = section.sections.at(-1);
  const renamedLast = last && { ...last, raw: renamedClosing(last, name) };
  return {
    ...section,
    title: name,
    raw: before + marker.replace(section.title, name) + content + closing.replace(section.title, name),
    sections: renamedLast ? [...section.sections.slice(0, -1), renamedLast] : section.sections
  };
}
function renamedClosing(section, name) {
  const { content, closing } = markerOf(section);
  return section.kind === "untitled" ? content + closing.replace(/^(\s*<\/)[\w.:-]+/, `$1${name}`) : section.raw;
}
function withoutClosing(sections) {
  const last = sections.at(-1);
  const isClosing = last?.kind === "untitled" && markerOf(last).closing !== "";
  return isClosing ? sections.slice(0, -1) : sections;
}
function allMovedLeft(section, columns) {
  const sections = section.sections.map((inner) => allMovedLeft(inner, columns));
  return { ...section, raw: movedLeft(section.raw, columns), sections };
}
function movedLeft(text, columns) {
  return columns === 0 ? text : text.replace(new RegExp(`^(?: {1,${columns}}|\\t)`, "gm"), "");
}
function hashes(level) {
  return "#".repeat(level);
}
function eolOf({ raw }) {
  return LINE_ENDING.exec(raw)?.[0] ?? "\n";
}
function lineLength(text) {
  return LINE_ENDING.exec(text)?.index ?? text.length;
}

// src/core/sections/open-sections.ts
var ITEM_LEVEL = 9;
var NESTED = 2;
function nothingOpen() {
  return { segments: [], titled: [], list: [] };
}
function openSection(state, opening) {
  state.titled.push(addSegment(state, opening));
}
function addUntitled(state, index, start) {
  const kind = state.segments.length === 0 ? "preamble" : "untitled";
  return addSegment(state, { kind, level: 0, title: "", index, start, endsWithList: false });
}
function placeText(state, index, start) {
  const owner = state.titled.at(-1) ?? null;
  const last = state.segments.at(-1);
  const continues = last && (last === owner || isUntitled(last) && last.parent === owner);
  return continues ? last : addUntitled(state, index, start);
}
function closeDownTo(state, level) {
  for (let top = state.titled.at(-1); top && top.kind !== "tag" && top.level >= level; top = state.titled.at(-1)) {
    state.titled.pop();
  }
}
function closeInnermost(state) {
  state.titled.pop();
}
function openItem(state, indent, textStart) {
  const segment = state.segments.at(-1);
  const isOwn = segment && textStart !== null && takesOwnItems(state);
  state.list.push({ indent, plain: isOwn ? { segment, start: textStart } : null });
}
function takesOwnItems(state) {
  return state.list.length === state.titled.filter(({ kind }) => kind === "item").length;
}
function endItems(state, indent, offset) {
  for (let item = state.list.at(-1); item && indent < item.indent + NESTED; item = state.list.at(-1)) {
    item.plain?.segment.items.push({ start: item.plain.start, end: offset });
    state.list.pop();
  }
  closeDownTo(state, ITEM_LEVEL + state.list.length);
}
function endList(state, offset) {
  endItems(state, Number.NEGATIVE_INFINITY, offset);
}
function addSegment(state, opening) {
  const parent = state.titled.at(-1) ?? null;
  const start = state.segments.length === 0 ? 0 : opening.start;
  const { kind, level, title, index, endsWithList } = opening;
  const segment = { kind, level, title, index, start, parent, endsWithList, items: [] };
  state.segments.push(segment);
  return segment;
}
function isUntitled({ kind }) {
  return kind === "untitled" || kind === "preamble";
}

// src/core/sections/section-title.ts
var EMOJI = /(?![©®™↔])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u{FE0E}\u{FE0F}]|\u{200D}|\u{20E3}|[\u{E0020}-\u{E007F}]/gu;
var KEYCAP = /[0-9#*]\u{FE0F}?\u{20E3}/gu;
var LEADING_SIGNS = /^[\p{So}\s•·–—|-]+/u;
var TRAILING_SIGNS = /[:：\s]/;
var NUMBERING = [
  /^[([]?\d{1,3}(?:\.\d{1,3}){0,5}[.)\]、．:：](?!\d)\s*/u,
  /^\d{1,4}(?:\.\d{1,4}){1,5}\s+/u,
  /^\d{1,4}\s+[-–—]\s+/u,
  /^[([]?(?:[A-Z]|[IVX]{1,6})[.)\]]\s+(?=\S)/u,
  /^[（(]?[一二三四五六七八九十]{1,3}[、.．)）]\s*/u
];
var MOST_DECORATIONS = 3;
var COMMENT2 = /<!--[^<]*?-->/g;
var HTML_TAG = /<\/?(?:a|b|br|code|em|font|i|img|kbd|mark|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi;
var LINK = /!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g;
var STRONG = /\*\*+|__+|~~|`+/g;
var EMPHASIS = /(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu;
var INLINE_MARK = /[*_`~[\\<]/;
var PLAIN_ASCII2 = /^[\x20-\x7E]*$/;
var ESCAPE = /\\([!-/:-@[-`{-~])/g;
function plainTitle(marker) {
  const text = marker.trim();
  const tag = openingTagName(text);
  if (tag !== null) return tag;
  const words2 = withoutBlockMarks(text);
  return withoutDecoration(withoutInlineMarks(words2)) || visible(words2) || text;
}
function withoutBlockMarks(text) {
  const level = headingLevel(text);
  if (level > 0) return withoutClosingHashes2(text.slice(level).trim());
  const bullet = bulletOf(text);
  if (bullet === null) return text;
  const item = text.slice(bullet.width);
  return item.slice(0, boldRunEnd(item) || void 0);
}
function withoutClosingHashes2(text) {
  let end2 = text.length;
  while (text.charAt(end2 - 1) === "#") end2 -= 1;
  const closes = end2 === 0 || /[ \t]/.test(text.charAt(end2 - 1));
  return closes ? text.slice(0, end2).trimEnd() : text;
}
function withoutInlineMarks(text) {
  if (!INLINE_MARK.test(text)) return text;
  return text.replace(COMMENT2, " ").replace(LINK, "$1").replace(STRONG, "").replace(HTML_TAG, " ").replace(EMPHASIS, "").replace(ESCAPE, "$1");
}
function withoutDecoration(text) {
  const words2 = PLAIN_ASCII2.test(text) ? text : text.replace(KEYCAP, " ").replace(EMOJI, " ");
  let title = words2.replace(/\s+/g, " ");
  for (let round = 0; round < MOST_DECORATIONS; round += 1) {
    title = withoutTrailingColon(title.replace(LEADING_SIGNS, ""));
    for (const numbering of NUMBERING) title = title.replace(numbering, "");
  }
  return title;
}
function withoutTrailingColon(text) {
  let end2 = text.length;
  while (end2 > 0 && TRAILING_SIGNS.test(text.charAt(end2 - 1))) end2 -= 1;
  return text.slice(0, end2);
}
function visible(text) {
  return text.replace(/\s+/gu, " ").trim();
}

// src/core/sections/cut-segments.ts
var TAG_LEVEL = 0;
var BOLD_LEVEL = 7;
var LEAD_IN_LEVEL = 8;
var DEEPEST_ITEM = 32;
function cutSegments(lines, length) {
  const roles = lineRoles(lines);
  const tags = pairTags(lines, roles);
  const below = linesBelow(lines);
  const cut2 = {
    lines,
    roles,
    tags,
    below,
    documentTitle: documentTitle(lines, roles, tags),
    state: nothingOpen()
  };
  let before = "blank";
  for (const [index, line] of lines.entries()) before = takeLine(cut2, line, index, before);
  endList(cut2.state, length);
  if (cut2.state.segments.length === 0 && length > 0) addUntitled(cut2.state, 0, 0);
  return cut2.state.segments;
}
function takeLine(cut2, line, index, before) {
  if (line.text === "" && cut2.roles[index] !== "masked") return "blank";
  switch (cut2.roles[index]) {
    case "masked":
      return "block";
    case "comment":
      placeText(cut2.state, index, line.start);
      return "block";
    case "fence":
      if (before !== "paragraph") endItems(cut2.state, line.indent, line.start);
      placeText(cut2.state, index, line.start);
      return "block";
    default:
      return takeProse(cut2, line, index, before);
  }
}
function takeProse(cut2, line, index, before) {
  const side = cut2.tags.get(index);
  const level = line.indent <= 3 ? headingLevel(line.text) : 0;
  if (side === "open") openTag(cut2, line, index);
  else if (side === "close") closeTag(cut2, line, index);
  else if (level > 0) open(cut2, "heading", level, index);
  else if (line.indent <= 3 && isThematicBreak(line.text)) endList(cut2.state, line.start);
  else if (isListItem(cut2, line, before)) return takeListItem(cut2, line, index);
  else return takeParagraph(cut2, line, index, before);
  return "block";
}
function openTag(cut2, line, index) {
  endList(cut2.state, line.start);
  closeDownTo(cut2.state, cut2.documentTitle < 0 ? TAG_LEVEL : TAG_LEVEL + 2);
  open(cut2, "tag", TAG_LEVEL, index);
}
function closeTag(cut2, line, index) {
  const { state } = cut2;
  endList(state, line.start);
  closeDownTo(state, TAG_LEVEL);
  if (state.segments.at(-1) !== state.titled.at(-1)) addUntitled(state, index, line.start);
  state.titled.pop();
}
function takeListItem(cut2, line, index) {
  const { state } = cut2;
  const width = bulletOf(line.text)?.width ?? 0;
  endItems(state, line.indent, line.start);
  const isOwn = takesOwnItems(state);
  if (isOwn && state.list.length < DEEPEST_ITEM && boldRunEnd(line.text.slice(width)) > 0) {
    open(cut2, "item", ITEM_LEVEL + state.list.length, index);
    openItem(state, line.indent, null);
  } else {
    placeText(state, index, line.start);
    openItem(state, line.indent, line.textStart + width);
  }
  return "paragraph";
}
function takeParagraph(cut2, line, index, before) {
  const { state } = cut2;
  if (before !== "paragraph") endItems(state, line.indent, line.start);
  if (state.list.length === 0 && line.indent <= 3) {
    const kind = before === "paragraph" ? null : titleLineKind(cut2, line.text, index);
    if (kind === null || kind === "lead-in") endListSection(state, line.text);
    if (kind !== null) {
      open(cut2, kind, kind === "bold" ? BOLD_LEVEL : LEAD_IN_LEVEL, index);
      return "block";
    }
  }
  placeText(state, index, line.start);
  return "paragraph";
}
function endListSection(state, text) {
  if (state.titled.at(-1)?.endsWithList && isParagraphLine(text)) closeInnermost(state);
}
function titleLineKind(cut2, text, index) {
  const { lines, roles, below } = cut2;
  if (isBoldLine(text)) return "bold";
  const next = below[index] ?? lines.length;
  const overList = isOverList(cut2, index);
  const overBlock = overList || roles[next] === "fence" || isQuoteOrTable(lines[next]?.text ?? "");
  return overBlock && announces(text) || overList && isShortPlainLine(text) ? "lead-in" : null;
}
function open(cut2, kind, level, index) {
  const { lines, state } = cut2;
  const line = lines[index];
  if (line === void 0) return;
  if (kind !== "tag" && kind !== "item") {
    endList(state, line.start);
    closeDownTo(state, level);
  }
  const endsWithList = (kind === "bold" || kind === "lead-in") && isOverList(cut2, index);
  openSection(state, { kind, level, title: plainTitle(line.text), index, start: line.start, endsWithList });
}
function isOverList({ lines, roles, below }, index) {
  const next = below[index] ?? lines.length;
  return roles[next] === "prose" && bulletOf(lines[next]?.text ?? "") !== null;
}
function isListItem({ state }, { text, indent }, before) {
  return bulletOf(text) !== null && (indent <= 3 || state.list.length > 0 || before !== "blank");
}
function linesBelow(lines) {
  const below = new Array(lines.length);
  let next = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    below[index] = next;
    if (lines[index]?.text !== "") next = index;
  }
  return below;
}
function documentTitle(lines, roles, tags) {
  let title = -1;
  for (const [index, { text, indent }] of lines.entries()) {
    const level = roles[index] === "prose" && indent <= 3 ? headingLevel(text) : 0;
    if (level === 1 && title >= 0) return -1;
    if (level === 1) title = index;
    else if (title < 0 && (level > 0 || tags.has(index))) return -1;
  }
  return title;
}

// src/core/sections/split-sections.ts
function splitSections(body, firstLine = 1) {
  const lines = scanLines(body);
  const segments = cutSegments(lines, body.length);
  const ids = sectionIds();
  const built = /* @__PURE__ */ new Map();
  const top = [];
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    const parent = segment.parent && built.get(segment.parent);
    const section = {
      id: ids.next(parent?.id ?? null, partOf(segment, next === void 0)),
      title: segment.title,
      kind: segment.kind,
      level: segment.level,
      line: firstLine + segment.index,
      raw: body.slice(segment.start, next?.start),
      items: segment.items.map(({ start, end: end2 }) => body.slice(start, end2).trimEnd()),
      sections: []
    };
    built.set(segment, section);
    (parent?.sections ?? top).push(section);
  }
  return top;
}
function partOf({ kind, title }, isLast) {
  if (kind === "untitled") return isLast ? "closing" : "untitled";
  return kind === "preamble" ? kind : title;
}

// src/core/quote-yaml.ts
var RESERVED = /^(?:null|true|false|yes|no|on|off|y|n|nan|inf)$/i;
var PLAIN = /^\p{L}(?:.*[^\s:])?$/u;
var AMBIGUOUS = /:\s|\s#/;
var HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{fffe}\u{ffff}]|[\u{fe00}-\u{fe0e}]|[\u{e0100}-\u{e01ef}]/u;
var LONG_GAP = / {200}/g;
var ESCAPED = new RegExp(`["\\\\]|${HIDDEN.source}`, "gu");
var SHORT2 = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "	": "\\t", "\r": "\\r" };
function quoteYaml(text) {
  const isPlain = PLAIN.test(text) && !RESERVED.test(text) && !AMBIGUOUS.test(text) && !HIDDEN.test(text);
  if (isPlain && text.search(LONG_GAP) < 0) return text;
  return `"${text.replace(ESCAPED, escapeCharacter).replace(LONG_GAP, brokenGap)}"`;
}
function escapeCharacter(character) {
  const short = SHORT2[character];
  if (short !== void 0) return short;
  const code = character.codePointAt(0) ?? 0;
  return code > 65535 ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}
var brokenGap = (gap) => `${gap.slice(1)}\\x20`;
var hex = (code, digits) => code.toString(16).toUpperCase().padStart(digits, "0");

// src/core/write-frontmatter.ts
var TOOL_FIELDS = ["tools", "disallowedTools"];
var MAX_IMPLICIT_KEY = 1e3;
function serialiseFrontmatter(fields) {
  const lines = Object.entries(fields).flatMap(([key, value]) => entry(key, toolString(key, value)));
  return ["---", ...lines, "---", ""].join("\n");
}
function toolString(key, value) {
  if (!TOOL_FIELDS.includes(key) || !Array.isArray(value) || value.length === 0) return value;
  if (!value.every((item) => typeof item === "string")) return value;
  const joined = value.join(", ");
  const items = splitTools(joined);
  const isSame2 = items.length === value.length && items.every((item, index) => item === value[index]);
  return isSame2 ? joined : value;
}
function entry(key, value) {
  if (value === void 0 || typeof value === "function" || typeof value === "symbol") return [];
  const name = quoteYaml(key);
  const isLong = name.length > MAX_IMPLICIT_KEY;
  const marker = isLong ? ":" : `${name}:`;
  const scalar = scalarText(value);
  const lines = scalar === null ? [marker, ...nested(value).map((line) => `  ${line}`)] : [`${marker} ${scalar}`];
  return isLong ? [`? ${name}`, ...lines] : lines;
}
function scalarText(value) {
  if (value === null || value === void 0) return "null";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "[]" : null;
  if (isRecord(value)) return Object.values(value).every((item) => item === void 0) ? "{}" : null;
  return quoteYaml(String(value));
}
function nested(value) {
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => entry(key, item));
  return value.flatMap(listItem2);
}
function listItem2(value) {
  const scalar = scalarText(value);
  const [first = "", ...rest] = scalar === null ? nested(value) : [scalar];
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
}
function numberText(value) {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  return Object.is(value, -0) ? "-0" : String(value);
}

// src/core/compose.ts
var TOP_LEVEL = 2;
function composeBody(picks) {
  const parts = [];
  let text = "";
  let number = 0;
  let listBefore = null;
  for (const [index, pick] of picks.entries()) {
    const { prepared, list } = prepare(pick, index === 0);
    if (prepared === "") continue;
    const continues = list !== null && list === listBefore;
    number = continues ? number + 1 : 1;
    const numbered2 = list === "number" ? prepared.replace(LEADING_NUMBER, `${number}`) : prepared;
    if (text !== "") text += continues ? "\n" : "\n\n";
    parts.push({ pick, start: text.length, end: text.length + numbered2.length });
    text += numbered2;
    listBefore = list;
  }
  return { text: text === "" ? "" : `${text}
`, parts };
}
function composeFile(draft) {
  return `${serialiseFrontmatter(frontmatterOf(draft))}
${composeBody(draft.picks).text}`;
}
function frontmatterOf({ fields }) {
  const { name, description, model, tools, color } = fields;
  return {
    name: name.trim(),
    description: description.trim(),
    ...tools.trim() && { tools: splitTools(tools) },
    ...model.trim() && { model: model.trim() },
    ...color.trim() && { color: color.trim() }
  };
}
var LEADING_NUMBER = /^\d+/;
function prepare(pick, isFirst) {
  const text = dedent(withoutBlankEdges(pick.text.replace(/\r\n?/g, "\n")));
  const sections = splitSections(text);
  const [first] = sections;
  const titled = pick.title === pick.originalTitle || !first ? sections : [retitled(first, pick.title), ...sections.slice(1)];
  const prepared = relevelled(titled, isFirst).trimEnd();
  return { prepared, list: first?.kind === "item" ? listKind(prepared) : null };
}
function listKind(text) {
  return LEADING_NUMBER.test(text) ? "number" : "bullet";
}
function relevelled(sections, isFirst) {
  const [first] = sections;
  const keepsTitle = isFirst && first?.kind === "heading" && first.level === 1;
  const shift = keepsTitle ? 0 : TOP_LEVEL - strongestHeading(sections);
  return sections.map((section) => shifted(section, shift)).join("");
}
function strongestHeading(sections) {
  const levels = headingLevels(sections);
  return levels.length > 0 ? Math.min(...levels) : TOP_LEVEL;
}
function headingLevels(sections) {
  return sections.flatMap(({ kind, level, sections: inner }) => [
    ...kind === "heading" ? [level] : [],
    ...headingLevels(inner)
  ]);
}
function shifted(section, shift) {
  if (shift === 0) return sectionText(section);
  const { raw } = section.kind === "heading" ? asHeading(section, section.level + shift) : section;
  return raw + section.sections.map((inner) => shifted(inner, shift)).join("");
}
function dedent(text) {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? "";
  if (indent === "" || bulletOf(text.slice(indent.length).split("\n", 1)[0] ?? "") === null) return text;
  return text.split("\n").map((line) => line.startsWith(indent) ? line.slice(indent.length) : line).join("\n");
}
function withoutBlankEdges(text) {
  return text.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}

// src/core/draft.ts
var EMPTY_DRAFT = {
  picks: [],
  fields: { name: "", description: "", model: "", tools: "", color: "" }
};
function pickOf(definition, section) {
  const title = sectionLabel(section);
  return { ...origin(definition), section: section.id, title, originalTitle: title, text: sectionText(section) };
}
function pickOfBody(definition) {
  const title = definition.name;
  return { ...origin(definition), section: "*", title, originalTitle: title, text: definition.body };
}
function pickState(draft, definition, section) {
  const own = draft.picks.filter((pick) => pick.definition === definition);
  if (own.some((pick) => pick.section === section)) return "picked";
  return own.some((pick) => contains(pick.section, section)) ? "inside" : "free";
}
function withPick(draft, pick) {
  if (pickState(draft, pick.definition, pick.section) !== "free") return draft;
  const others = draft.picks.filter(
    (other) => other.definition !== pick.definition || !contains(pick.section, other.section)
  );
  return { ...draft, picks: [...others, pick] };
}
var origin = ({ id, name, path }) => ({ definition: id, agent: name, path });
function contains(outer, inner) {
  return outer === "*" || inner.startsWith(`${outer}/`);
}

// src/core/compare-text.ts
function compareText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// src/core/file-name.ts
function fileName(path) {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
function pathInside(path, folder) {
  const slashed = path.replaceAll("\\", "/");
  const root = folder.replaceAll("\\", "/").replace(/\/$/, "");
  return slashed.startsWith(`${root}/`) ? slashed.slice(root.length + 1) : slashed;
}
function withoutEnding(path, endings) {
  const ending = endings.find((one) => path.endsWith(one));
  return ending === void 0 ? path : path.slice(0, -ending.length);
}

// src/core/formats/guess-format.ts
function guessFormat(path, fields) {
  const name = fileName(path);
  if (name.endsWith(".toml")) return "codex";
  if (/\.(?:agent|chatmode)\.md$/.test(name)) return "copilot";
  return formatByFolder(path) ?? formatByFields(fields) ?? "claude";
}
function formatByFolder(path) {
  const slashed = path.replaceAll("\\", "/");
  let found = null;
  for (const [folder, format] of FOLDERS) {
    const at = slashed.lastIndexOf(folder);
    if (at !== -1 && (found === null || at > found.at)) found = { format, at };
  }
  return found?.format ?? null;
}
function formatByFields(fields) {
  if (isRecord(fields.tools) || isRecord(fields.permission)) return "opencode";
  const telling = TELLING_FIELDS.find(([field2]) => Object.hasOwn(fields, field2));
  return telling?.[1] ?? null;
}
var FOLDERS = [
  ...HARNESSES.flatMap(
    ({ id, places: places2 }) => places2.filter(({ owner, folder }) => owner === id && folder.startsWith(".")).map(({ folder }) => [`/${folder.split("/")[0]}/`, id])
  ).filter(([part]) => part !== "/.config/"),
  ["/opencode/agent", "opencode"]
];
var TELLING_FIELDS = [
  ["developer_instructions", "codex"],
  ["top_p", "opencode"],
  ["maxSteps", "opencode"],
  ["argument-hint", "copilot"],
  ["disable-model-invocation", "copilot"],
  ["user-invocable", "copilot"],
  ["handoffs", "copilot"],
  ["mcp-servers", "copilot"],
  ["is_background", "cursor"],
  ["max_turns", "gemini"],
  ["timeout_mins", "gemini"],
  ["display_name", "gemini"],
  ["mcp_servers", "gemini"],
  ["approvalMode", "qwen"],
  ["runConfig", "qwen"]
];

// src/core/origin.ts
var GENERIC = /* @__PURE__ */ new Set(["agent", "agents", "chatmodes", "droids", "plugins", "prompts", "sub-agents", "subagents"]);
function originOf({ path, source }) {
  if (source.scope !== "added") return source.plugin ?? source.scope;
  const folders = pathInside(path, source.folder).split("/").slice(0, -1);
  return folders.find((folder) => folder !== "" && !folder.startsWith(".") && !GENERIC.has(folder)) ?? source.id;
}

// src/core/formats/identity.ts
function bareIdentity({ identity, files: files2 }, { parsed, path, source }) {
  const read = {
    name: () => parsed.nameInferred ? null : parsed.name,
    "file-name": () => withoutEnding(fileName(path), files2.endings),
    path: () => withoutEnding(pathInside(path, source.folder), files2.endings)
  };
  for (const from of identity.from) {
    const name = read[from]();
    if (name !== null) return name;
  }
  return null;
}
function fullIdentity(bare, { path, source }) {
  if (source.plugin === void 0) return bare;
  const folders = pathInside(path, source.folder).split("/").slice(0, -1);
  return [source.plugin, ...folders, bare].join(":");
}
function foldedIdentity({ identity }, name) {
  return identity.caseSensitive ? name : name.toLowerCase();
}

// src/core/formats/place-of.ts
function placeOf(harness, source) {
  const folder = source.folder.replaceAll("\\", "/").replace(/\/$/, "");
  let own = null;
  for (const [order, place] of harness.places.entries()) {
    if (place.scope !== source.scope || place.owner !== source.format) continue;
    if (folder.endsWith(`/${place.folder}`)) return { place, order };
    if (place.owner === harness.id) own ??= { place, order };
  }
  return own;
}
function isWithinReach({ reach }, { project }) {
  if (reach === null || reach === "every-folder" || project === void 0) return true;
  return reach === "working-directory" ? project.stepsUp === 0 : project.isRoot;
}

// src/core/formats/precedence.ts
function compareContestants({ precedence }, a, b) {
  const nearness = stepsUp(a) - stepsUp(b);
  const byPath = compareText(a.file.path, b.file.path);
  return a.place.rank - b.place.rank || (precedence.projects === "farthest-first" ? -nearness : nearness) || a.order - b.order || a.sourceOrder - b.sourceOrder || (precedence.duplicates === "last-wins" ? -byPath : byPath);
}
function winnerOver(inOrder, at) {
  const loser = inOrder[at];
  for (const [index, one] of inOrder.entries()) {
    if (index >= at) break;
    if (one.file.source.plugin === void 0 || one.identity === loser?.identity) return one;
  }
  return null;
}
function stepsUp({ file }) {
  return file.source.project?.stepsUp ?? 0;
}

// src/core/formats/file-rule.ts
function isPassedOver({ endings, ignored }, path) {
  const name = fileName(path);
  return !endings.some((ending) => name.endsWith(ending)) || ignored.some((wildcard) => fits(name, wildcard));
}
function fits(name, wildcard) {
  const [start = "", end2] = wildcard.split("*");
  if (end2 === void 0) return name === wildcard;
  return name.length >= start.length + end2.length && name.startsWith(start) && name.endsWith(end2);
}

// src/core/formats/why-not-loaded.ts
function whyNotLoaded(harness, file, { place }) {
  if (!isWithinReach(place, file.source)) {
    return place.reach === "working-directory" ? `${harness.title} looks in the working directory only, not in the folders above` : `${harness.title} looks at the root of the workspace only`;
  }
  return fileProblem(harness, file) ?? syntaxProblem(harness, file) ?? requiredProblem(harness, file.parsed) ?? nameProblem(harness, file) ?? refusedField(harness, file.parsed) ?? promptProblem(harness, file.parsed);
}
function losesFields({ id }, { parsed, source }) {
  return id === "claude" && source.plugin !== void 0 && parsed.repairs.some((repair) => !isColon(repair));
}
function fileProblem({ title, files: files2 }, { path, source }) {
  if (isPassedOver(files2, path)) return `${title} passes over files called ${fileName(path)}`;
  const isDeeper = pathInside(path, source.folder).includes("/");
  return isDeeper && files2.recursive === false ? `${title} does not look into folders below the place` : null;
}
function syntaxProblem(harness, file) {
  const { reading } = harness;
  const { parsed } = file;
  if (parsed.frontmatterRaw.startsWith("\uFEFF")) {
    const problem = refusal(harness, reading.byteOrderMark, "starts with a byte order mark");
    if (problem !== null) return problem;
  }
  if (isWithoutFrontmatter(parsed)) return refusal(harness, reading.noFrontmatter, "has no frontmatter");
  const [repair] = parsed.repairs;
  if (repair === void 0 || losesFields(harness, file)) return null;
  if (parsed.repairs.every(isColon)) {
    const isCrlf = parsed.frontmatterRaw.includes("\r\n");
    const treatment = isCrlf ? reading.colonInValueWithCrlf : reading.colonInValue;
    return refusal(harness, treatment, `has frontmatter that is not YAML (${repair.field}: ${repair.reason})`);
  }
  const broken = parsed.repairs.find((one) => !isColon(one)) ?? repair;
  const syntax = harness.files.syntax === "toml" ? "TOML" : "YAML";
  const what = `has ${syntax === "TOML" ? "text" : "frontmatter"} that is not ${syntax}`;
  return refusal(harness, reading.brokenSyntax, `${what} (${broken.field}: ${broken.reason})`);
}
function requiredProblem(harness, parsed) {
  if (isWithoutFrontmatter(parsed)) return null;
  const { reading } = harness;
  return (parsed.nameInferred ? refusal(harness, reading.missingName, "states no name") : null) ?? (parsed.descriptionInferred ? refusal(harness, reading.missingDescription, "states no description") : null);
}
function nameProblem(harness, file) {
  const { identity, title } = harness;
  const name = bareIdentity(harness, file);
  if (name === null) return null;
  if (identity.colon === "rejected" && name.includes(":")) return `${title} refuses names with a colon`;
  if (identity.reserved.includes(name.toLowerCase())) return `${title} keeps the name ${name} for itself`;
  if (!identity.isEnforced) return null;
  const { minLength, maxLength, pattern, rule } = identity;
  if (minLength !== null && name.length < minLength) return `${title} wants names of ${minLength} characters or more`;
  if (maxLength !== null && name.length > maxLength) return `${title} wants names of ${maxLength} characters at most`;
  return pattern === null || pattern.test(name) ? null : `${title} wants a name of ${rule}`;
}
function promptProblem({ title, prompt }, { body }) {
  if (prompt.min === null || body.trim().length >= prompt.min) return null;
  const where = prompt.field === null ? "prompt" : prompt.field;
  return prompt.min === 1 ? `its ${where} is empty` : `${title} wants a ${where} of ${prompt.min} characters or more`;
}
function isWithoutFrontmatter({ nameInferred, descriptionInferred, frontmatter }) {
  return nameInferred && descriptionInferred && Object.keys(frontmatter).length === 0;
}
function isColon({ reason }) {
  return reason.startsWith('it holds ": "');
}
function refusal({ title }, treatment, flaw) {
  if (treatment === "ignored") return `it ${flaw}, and ${title} passes over such a file without a word`;
  return treatment === "rejected" ? `it ${flaw}, and ${title} refuses such a file` : null;
}

// src/core/shadowing.ts
function shadowing(files2) {
  const byName = /* @__PURE__ */ new Map();
  for (const file of files2) {
    const harness = harnessFormat(file.format);
    const found = placeOf(harness, { ...file.source, format: file.format });
    const bare = found === null ? null : bareIdentity(harness, file);
    if (found === null || bare === null || whyNotLoaded(harness, file, found) !== null) continue;
    const entry2 = { ...found, file, sourceOrder: file.sourceOrder, identity: fullIdentity(bare, file) };
    const claim = `${file.format} ${foldedIdentity(harness, bare)}`;
    const entries = byName.get(claim);
    if (entries) entries.push(entry2);
    else byName.set(claim, [entry2]);
  }
  const shadowed = /* @__PURE__ */ new Map();
  for (const entries of byName.values()) {
    if (entries.length > 1) noteLosers(entries, shadowed);
  }
  return shadowed;
}
function noteLosers(entries, shadowed) {
  const [first] = entries;
  if (first === void 0) return;
  const harness = harnessFormat(first.file.format);
  const inOrder = [...entries].sort((a, b) => compareContestants(harness, a, b));
  for (const [at, entry2] of inOrder.entries()) {
    const winner = winnerOver(inOrder, at);
    if (winner !== null) shadowed.set(entry2.file, winner.file);
  }
}

// src/core/library.ts
function buildLibrary(files2, sources, problems = []) {
  const rank = new Map(sources.map(({ id }, at) => [id, at]));
  const rankOf = ({ source }) => rank.get(source.id) ?? sources.length;
  const inOrder = files2.map((file) => ({ ...file, format: formatOf(file), sourceOrder: rankOf(file) })).sort(
    (a, b) => SCOPES.indexOf(a.source.scope) - SCOPES.indexOf(b.source.scope) || a.sourceOrder - b.sourceOrder || compareText(a.path, b.path)
  );
  const taken = /* @__PURE__ */ new Set();
  const ids = /* @__PURE__ */ new Map();
  for (const file of inOrder) {
    const id = freeId(file, taken);
    taken.add(id);
    ids.set(file, id);
  }
  const shadowed = shadowing(inOrder);
  const definitions = inOrder.map((file) => {
    const { parsed, path, source, format } = file;
    const winner = shadowed.get(file);
    return {
      ...parsed,
      id: ids.get(file) ?? path,
      path,
      scope: source.scope,
      source: source.id,
      origin: originOf(file),
      format,
      shadowedBy: winner === void 0 ? null : ids.get(winner) ?? null
    };
  });
  return { definitions: definitions.sort(byScopeThenName), problems };
}
function byScopeThenName(a, b) {
  return compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.name, b.name) || SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) || Number(a.shadowedBy !== null) - Number(b.shadowedBy !== null) || compareText(a.path, b.path);
}
var SCOPES = ["project", "user", "plugin", "bundled", "added"];
function formatOf({ parsed, path, source }) {
  if (source.scope !== "added") return path.endsWith(".toml") ? "codex" : source.format;
  return guessFormat(path, parsed.frontmatter);
}
function freeId({ parsed, path, source }, taken) {
  const short = `${source.scope}:${parsed.name}`;
  if (!taken.has(short)) return short;
  const long = `${short}@${pathInside(path, source.folder)}`;
  return taken.has(long) ? `${short}@${path}` : long;
}

// src/core/fence-diagnostics.ts
var diagnostic = (code, severity, { line, column }, message) => ({
  code: `frontmatter/${code}`,
  severity,
  message,
  line,
  column
});
var placeOf2 = ({ openLine, indent }) => ({ line: openLine, column: indent.length + 1 });
var fenceDiagnostics = {
  /** The file starts with its body. */
  missing: () => diagnostic(
    "missing",
    "info",
    { line: 1, column: 1 },
    "The file has no frontmatter, so its name and description are inferred."
  ),
  /** The frontmatter is not YAML by its own word. */
  unsupported: (fence) => diagnostic(
    "unsupported-language",
    "error",
    placeOf2(fence),
    `Frontmatter in ${fence.language.slice(0, 20)} is never read or run, so the whole file counts as body.`
  ),
  /** Two rules with text, or a list, between them. */
  notAMap: (fence) => diagnostic(
    "not-a-map",
    "warning",
    placeOf2(fence),
    "The block at the start is not a map of fields, so the whole file counts as body."
  ),
  /** The body starts without a closing fence. */
  unclosed: (fence, bodyStart) => diagnostic(
    "unclosed",
    "error",
    placeOf2(fence),
    bodyStart === void 0 ? "The frontmatter is never closed with ---, so the file has no body." : `The frontmatter is never closed with ---; its fields end before line ${bodyStart.number}, so the body is taken to start there.`
  ),
  /** Strict YAML refuses the block. */
  notYaml: (reason, place) => diagnostic("not-yaml", "warning", place, `Not valid YAML (${reason}), so it was read line by line.`),
  /** Too long for the YAML parser. */
  tooLarge: (fence) => diagnostic(
    "too-large",
    "warning",
    placeOf2(fence),
    "The frontmatter is longer than 64 KiB, so it was read line by line and not as YAML."
  ),
  /** Too long to be read whole. */
  cut: (fence) => diagnostic(
    "too-large",
    "error",
    placeOf2(fence),
    "The frontmatter is longer than 256 KiB, so fields after that are not read."
  ),
  /** Fences that we understand and most harnesses do not. */
  ofFence: (fence) => {
    const found = [];
    if (fence.preceded || fence.indent !== "") {
      found.push(
        diagnostic(
          "misplaced",
          "warning",
          placeOf2(fence),
          "The frontmatter does not start in column 1 of line 1, so most harnesses take it for text."
        )
      );
    }
    if (fence.closing === "long") {
      found.push(
        diagnostic(
          "long-fence",
          "warning",
          placeOf2(fence),
          "The frontmatter is closed by more than three dashes, so harnesses that want exactly --- read on."
        )
      );
    }
    return found;
  }
};

// src/core/frontmatter.ts
import matter from "gray-matter";
import { CORE_SCHEMA, FAILSAFE_SCHEMA, load, YAMLException } from "js-yaml";
var STRICT_LIMIT = 65536;
var TEXT_FIELDS = ["name", "description", "model", "color"];
var MAX_ALIASES = 10;
var MAX_BLANK_RUN = 500;
function readYaml(source) {
  const reading = readWith(source, CORE_SCHEMA);
  if (reading.kind !== "map") return reading;
  const lost = TEXT_FIELDS.filter((key) => ["number", "boolean"].includes(typeof reading.fields[key]));
  if (lost.length === 0) return reading;
  const written = readWith(source, FAILSAFE_SCHEMA);
  if (written.kind !== "map") return reading;
  const fields = Object.assign(emptyRecord(), reading.fields);
  for (const key of lost) fields[key] = written.fields[key];
  return { kind: "map", fields };
}
function readWith(source, schema) {
  const obstacle = findObstacle(source);
  if (obstacle !== null) return { kind: "refused", reason: obstacle, line: 1, column: 1 };
  let reading = { kind: "empty" };
  const yaml = (inner) => {
    reading = parse(inner, schema);
    return {};
  };
  matter(`---
${source}
---
`, { engines: { ...REFUSING_ENGINES, yaml }, language: "yaml" });
  return reading;
}
function parse(yaml, schema) {
  try {
    const data = plainData(load(yaml, { schema, maxAliases: MAX_ALIASES }));
    if (data === null) return { kind: "refused", reason: "its values nest or repeat too much", line: 1, column: 1 };
    return isRecord(data.value) ? { kind: "map", fields: data.value } : { kind: "other" };
  } catch (error) {
    if (error instanceof YAMLException) return refusal2(error);
    return { kind: "refused", reason: "it cannot be parsed", line: 1, column: 1 };
  }
}
function refusal2({ reason, mark }) {
  if (mark === void 0 && reason.includes("empty")) return { kind: "empty" };
  return { kind: "refused", reason, line: Math.max(1, mark?.line ?? 1), column: (mark?.column ?? 0) + 1 };
}
function findObstacle(source) {
  if (source.length > STRICT_LIMIT) return "it is longer than 64 KiB";
  if (/^---/m.test(source)) return "a line starts with ---";
  let run = 0;
  for (let index = 0; index < source.length && run <= MAX_BLANK_RUN; index++) {
    run = source.charCodeAt(index) <= 32 ? run + 1 : 0;
  }
  return run > MAX_BLANK_RUN ? `it has more than ${MAX_BLANK_RUN} blanks in a row` : null;
}
var REFUSING_ENGINES = Object.fromEntries(
  ["javascript", "js", "coffee", "coffeescript", "cson", "json", "toml"].map((language) => [
    language,
    () => {
      throw new Error(`${language} frontmatter is not read`);
    }
  ])
);

// src/core/repair-reason.ts
var INDICATORS = {
  "*": "an alias",
  "&": "an anchor",
  "!": "a tag",
  "%": "a directive",
  "@": "a reserved character",
  "`": "a reserved character",
  "[": "a list",
  "{": "a map",
  "}": "the end of a map",
  "]": "the end of a list",
  ",": "the next item of a list",
  "|": "a block of text",
  ">": "a block of text",
  "-": "a list item",
  "?": "a key"
};
var CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
function explainRefusal(field2, refusal3) {
  const value = field2.line.text.slice(field2.valueColumn);
  const at = (line, column) => ({ line: line.number, column: line.indent + column + 1 });
  const isQuoted = /^["']/.test(value);
  const indicator = INDICATORS[value.charAt(0)];
  if (indicator !== void 0 && field2.stray === null && !/^[|>-]/.test(value)) {
    return {
      reason: `it starts with ${value.charAt(0)}, which YAML takes for ${indicator}`,
      ...at(field2.line, field2.valueColumn)
    };
  }
  const separator = isQuoted ? -1 : value.search(/:(?:[ \t]|$)/);
  if (separator !== -1) {
    return { reason: 'it holds ": " without quotation marks', ...at(field2.line, field2.valueColumn + separator) };
  }
  if (field2.stray !== null) {
    return { reason: "its text goes on in column 1, where YAML expects the next field", ...at(field2.stray, 0) };
  }
  const control = value.search(CONTROL);
  if (control !== -1) {
    return { reason: "it holds a control character", ...at(field2.line, field2.valueColumn + control) };
  }
  const comment = isQuoted ? -1 : value.search(/[ \t]#/);
  if (comment !== -1) {
    return {
      reason: 'it holds " #", which YAML takes for a comment',
      ...at(field2.line, field2.valueColumn + comment + 1)
    };
  }
  if (isQuoted) {
    return { reason: "its quotation marks do not match", ...at(field2.line, field2.valueColumn) };
  }
  const nested2 = field2.rest.find(({ text }) => /:(?:[ \t]|$)/.test(text));
  if (nested2 !== void 0) {
    return { reason: 'a line that goes on with it holds ": "', ...at(nested2, nested2.text.search(/:(?:[ \t]|$)/)) };
  }
  return { reason: `YAML refuses it${refusal3 === "" ? "" : ` (${refusal3})`}`, ...at(field2.line, field2.valueColumn) };
}

// src/core/repair-frontmatter.ts
var MAX_TRIED = 200;
function repairFields(rawFields) {
  const fields = emptyRecord();
  const repairs = [];
  for (const [index, raw] of rawFields.entries()) {
    if (Object.hasOwn(fields, raw.key)) {
      repairs.push({ ...placeOf3(raw), reason: "it is stated more than once; the first value counts" });
      continue;
    }
    const strict = index < MAX_TRIED ? readAlone(raw) : TOO_MANY;
    if (strict.isRead) fields[raw.key] = strict.value;
    else {
      fields[raw.key] = literalValue(raw);
      repairs.push({ field: raw.key, ...explainRefusal(raw, strict.refusal) });
    }
  }
  return { fields, repairs };
}
var placeOf3 = ({ key, line }) => ({ field: key, line: line.number, column: line.indent + 1 });
var TOO_MANY = { isRead: false, refusal: `only the first ${MAX_TRIED} fields are tried` };
function readAlone(raw) {
  const reading = readYaml(
    [raw.line, ...raw.rest].map(({ text }) => text).join("\n").trimEnd()
  );
  if (reading.kind === "refused") return { isRead: false, refusal: reading.reason };
  const isWhole = reading.kind === "map" && Object.keys(reading.fields).length === 1;
  if (!isWhole || !Object.hasOwn(reading.fields, raw.key)) return { isRead: false, refusal: "" };
  const value = reading.fields[raw.key];
  const isCut = raw.key === "description" && typeof value === "string" && isPlainWithHash(raw);
  return isCut ? { isRead: false, refusal: "" } : { isRead: true, value };
}
var isPlainWithHash = ({ line, valueColumn }) => /^[^"'|>].*[ \t]#/.test(line.text.slice(valueColumn));
function literalValue(raw) {
  const first = raw.line.text.slice(raw.valueColumn).trim();
  const rest = dedent2(raw.rest.map(({ text }) => text));
  const block = /^([|>])[-+0-9]{0,2}[ \t]*(?:#.*)?$/.exec(first)?.[1];
  if (block !== void 0) return block === "|" ? rest.join("\n") : fold(rest);
  const items = rest.filter((line) => line !== "");
  if (first === "" && items.length > 0 && items.every((line) => /^-[ \t]/.test(line))) {
    return items.map((line) => unquote(line.slice(1).trim()));
  }
  return unquote([first, ...rest].join("\n").trim());
}
function dedent2(lines) {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  const bare = lines.map((line) => line.slice(Math.min(common, line.length)).trimEnd());
  const last = bare.findLastIndex((line) => line !== "");
  return bare.slice(0, last + 1);
}
var fold = (lines) => lines.map((line, index) => line === "" ? "\n" : (lines[index + 1] ?? "") === "" ? line : `${line} `).join("");
function unquote(value) {
  const mark = value.charAt(0);
  if (value.length < 2 || mark !== '"' && mark !== "'" || !value.endsWith(mark)) return value;
  const inner = value.slice(1, -1);
  if (mark === "'") return inner.replaceAll("''", "'");
  return inner.replace(/\\([\\"/nrt])/g, (_, code) => ESCAPES2[code] ?? code);
}
var ESCAPES2 = { n: "\n", r: "\r", t: "	" };

// src/core/read-frontmatter.ts
var READ_LIMIT = 262144;
function readFrontmatter(text) {
  const fence = findFence(text);
  if (fence === null) return absent(text, fenceDiagnostics.missing());
  if (fence.language !== "") return absent(text, fenceDiagnostics.unsupported(fence));
  const lines = innerLines2(text, fence);
  if (fence.closing === "none") return readByLines(text, fence, lines);
  const strict = readLines(lines);
  if (strict.kind === "map") return present(text, fence, lines, { fields: strict.fields });
  if (strict.kind === "empty") return present(text, fence, lines, { fields: emptyRecord() });
  if (strict.kind === "other") return absent(text, fenceDiagnostics.notAMap(fence));
  return readByLines(text, fence, lines, strict);
}
function readByLines(text, fence, lines, refusal3) {
  const split = splitFields(lines, fence.closing !== "none");
  if (split.fields.length === 0) {
    return absent(text, fence.closing === "none" ? fenceDiagnostics.missing() : fenceDiagnostics.notAMap(fence));
  }
  const own = lines.slice(0, split.end);
  const bodyLine = lines[split.end];
  const end2 = bodyLine?.start ?? fence.end;
  const endsEarly = bodyLine !== void 0;
  const strict = endsEarly || refusal3 === void 0 ? readLines(own) : refusal3;
  const unclosed = endsEarly || fence.closing === "none" ? [fenceDiagnostics.unclosed(fence, bodyLine)] : [];
  if (strict.kind === "map") {
    return present(text, fence, own, { fields: strict.fields, end: end2, diagnostics: unclosed });
  }
  const { fields, repairs } = repairFields(split.fields);
  const notYaml = strict.kind === "refused" ? [whyNotYaml(fence, own, strict, repairs)] : [];
  return present(text, fence, own, { fields, end: end2, repairs, diagnostics: [...unclosed, ...notYaml] });
}
function present(text, fence, lines, found) {
  const { fields, end: end2 = fence.end, repairs = [], diagnostics = [] } = found;
  return {
    isPresent: true,
    fields,
    end: Math.min(end2, text.length),
    repairs: repairs.map(({ field: field2, reason }) => ({ field: field2, reason })),
    diagnostics: [...fenceDiagnostics.ofFence(fence), ...diagnostics],
    lines
  };
}
function absent(text, diagnostic2) {
  return {
    isPresent: false,
    fields: emptyRecord(),
    end: afterByteOrderMark(text),
    repairs: [],
    diagnostics: [diagnostic2],
    lines: []
  };
}
function innerLines2(text, { from, to, openLine, indent }) {
  const lines = [];
  for (const { text: line, start } of linesBetween(text, from, Math.min(to, from + READ_LIMIT))) {
    const bare = withoutIndent(line, indent);
    lines.push({ text: bare, number: openLine + lines.length + 1, indent: line.length - bare.length, start });
  }
  return lines;
}
var readLines = (lines) => readYaml(lines.map(({ text }) => text).join("\n"));
function whyNotYaml(fence, lines, { reason, line, column }, [repair]) {
  const size = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  if (fence.to - fence.from > READ_LIMIT) return fenceDiagnostics.cut(fence);
  if (size > STRICT_LIMIT) return fenceDiagnostics.tooLarge(fence);
  if (repair) return fenceDiagnostics.notYaml(`${repair.field}: ${repair.reason}`, repair);
  const at = lines[line - 1];
  const place = { line: at?.number ?? fence.openLine, column: column + (at?.indent ?? 0) };
  return fenceDiagnostics.notYaml(reason, place);
}

// src/core/lint/text-edit.ts
function applyEdits(text, edits) {
  const parts = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
function nextLineStart(text, start) {
  for (const { next } of linesBetween(text, start, start + 1)) return next;
  return text.length;
}

// src/core/lint/fix-frontmatter.ts
function fixFrontmatter(text) {
  const reading = readFrontmatter(text);
  const fence = findFence(text);
  if (fence === null || !reading.isPresent || !isFlawed(reading)) return { text, applied: [] };
  for (const whole of [false, true]) {
    const fixed = attempt(text, fence, reading, whole);
    if (isSameDefinition(reading, text, fixed.text)) return fixed;
  }
  return { text, applied: [] };
}
function rewriteField(text, key, value) {
  const fence = findFence(text);
  if (fence === null) return [];
  const raw = fieldsOf(readFrontmatter(text).lines, fence).find((field2) => field2.key === key);
  return raw ? writtenAgain(text, raw, value) : [];
}
var FLAWS = /* @__PURE__ */ new Set(["frontmatter/not-yaml", "frontmatter/unclosed", "frontmatter/long-fence"]);
var isFlawed = ({ diagnostics }) => diagnostics.some(({ code }) => FLAWS.has(code));
var fieldsOf = (lines, fence) => splitFields(lines, fence.closing !== "none").fields;
function attempt(text, fence, reading, whole) {
  const fixes = [];
  const isRefused = reading.diagnostics.some(({ code }) => code === "frontmatter/not-yaml");
  const refused = new Set(
    reading.repairs.filter(({ reason }) => !reason.startsWith(REPEATED)).map(({ field: field2 }) => field2)
  );
  const seen = /* @__PURE__ */ new Set();
  for (const raw of isRefused ? fieldsOf(reading.lines, fence) : []) {
    const value = reading.fields[raw.key];
    const fix = { code: "frontmatter/not-yaml", line: raw.line.number };
    if (seen.has(raw.key)) fixes.push({ fix, edits: commentedOut(raw) });
    else if ((refused.has(raw.key) || whole) && isWritable(value)) {
      fixes.push({ fix, edits: writtenAgain(text, raw, value) });
    }
    seen.add(raw.key);
  }
  const fences = fenceFixes(text, fence, reading);
  const all = [...fences, ...fixes];
  return {
    text: applyEdits(
      text,
      all.flatMap(({ edits }) => edits)
    ),
    applied: all.map(({ fix }) => fix)
  };
}
var REPEATED = "it is stated more than once";
function isWritable(value) {
  return typeof value === "string" || Array.isArray(value) && value.every((item) => typeof item === "string");
}
function writtenAgain(text, raw, value) {
  const { line, rest, valueColumn } = raw;
  const start = line.start + line.indent;
  const key = line.text.slice(0, valueColumn).trimEnd();
  const written = typeof value === "string" ? quoteYaml(value) : `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
  const last = rest.findLastIndex((one) => one.text.trim() !== "");
  return [
    { start, end: start + line.text.length, text: `${key} ${written}` },
    ...rest.slice(0, last + 1).map((one) => ({ start: one.start, end: nextLineStart(text, one.start), text: "" }))
  ];
}
function commentedOut({ line, rest }) {
  return [line, ...rest].filter((one) => one.text.trim() !== "").map((one) => ({ start: one.start + one.indent, end: one.start + one.indent, text: "# " }));
}
function fenceFixes(text, fence, { end: end2, diagnostics }) {
  const has = (code) => diagnostics.some((diagnostic2) => diagnostic2.code === code);
  const line = fence.openLine;
  if (has("frontmatter/unclosed")) {
    const lineEnd2 = text.includes("\r\n") ? "\r\n" : "\n";
    const before = /[\r\n]$/.test(text.slice(0, end2)) ? "" : lineEnd2;
    const edit2 = { start: end2, end: end2, text: `${before}${fence.indent}---${lineEnd2}` };
    return [{ fix: { code: "frontmatter/unclosed", line }, edits: [edit2] }];
  }
  const dashes = has("frontmatter/long-fence") ? /-{4,}/.exec(text.slice(fence.to, fence.end)) : null;
  if (dashes === null) return [];
  const start = fence.to + dashes.index;
  const edit = { start, end: start + dashes[0].length, text: "---" };
  return [{ fix: { code: "frontmatter/long-fence", line }, edits: [edit] }];
}
function isSameDefinition(before, text, fixed) {
  const after = readFrontmatter(fixed);
  return after.isPresent && !isFlawed(after) && JSON.stringify(after.fields) === JSON.stringify(before.fields) && fixed.slice(after.end) === text.slice(before.end);
}

// src/core/lint/fix-tools.ts
function retiredTools({ names }, tools) {
  const found = /* @__PURE__ */ new Map();
  for (const tool of tools) {
    const successor = names.find(({ name }) => name === tool)?.replacedBy;
    if (typeof successor === "string") found.set(tool, successor);
  }
  return found;
}
function withoutRetired(text, place, retired, tools) {
  const there = new Set(tools);
  const edits = [];
  for (const [tool, successor] of retired) {
    const start = findItem(text, tool, place);
    if (start === -1) continue;
    const end2 = start + tool.length;
    edits.push(there.has(successor) ? withoutItem(text, place, start, end2) : { start, end: end2, text: successor });
    there.add(successor);
  }
  return mergedEdits(edits);
}
function findItem(text, tool, { valueStart, end: end2 }) {
  for (let at = text.indexOf(tool, valueStart); at !== -1 && at < end2; at = text.indexOf(tool, at + 1)) {
    const isStart = at === valueStart || /[\s,["']/.test(text.charAt(at - 1));
    const after = at + tool.length;
    if (isStart && (after >= end2 || /[\s,\]"']/.test(text.charAt(after)))) return at;
  }
  return -1;
}
function withoutItem(text, { valueStart, end: end2 }, from, to) {
  const [start, stop] = withQuotes(text, from, to);
  const lead = text.slice(valueStart, start);
  const line = /(?:^|[\r\n])([ \t]*-[ \t]+)$/.exec(lead);
  if (line) {
    const lineStart = start - (line[1]?.length ?? 0);
    return { start: lineStart, end: nextLineStart(text, lineStart), text: "" };
  }
  const before = /,[ \t]*$/.exec(lead);
  if (before) return { start: start - before[0].length, end: stop, text: "" };
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(stop, end2));
  return { start, end: stop + (after?.[0].length ?? 0), text: "" };
}
function withQuotes(text, start, end2) {
  const mark = text.charAt(start - 1);
  const isQuoted = (mark === '"' || mark === "'") && text.charAt(end2) === mark && /[\s,[]/.test(text.charAt(start - 2));
  return isQuoted ? [start - 1, end2 + 1] : [start, end2];
}
function mergedEdits(edits) {
  const merged = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && edit.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, edit.end), text: last.text + edit.text };
    } else merged.push(edit);
  }
  return merged;
}

// src/core/lint/fix-definition.ts
function fixDefinition(text, path, format = formatOf2(text, path)) {
  if (/\.toml$/i.test(path)) return { text, applied: [] };
  const harness = harnessFormat(format);
  const places2 = placeFields(text, false);
  const lines = lineIndex(text);
  const lineOf = (key) => lines.placeAt(places2.get(key)?.start ?? 0).line;
  const marked = fixByteOrderMark(text, harness);
  const frontmatter = fixFrontmatter(marked.text);
  let now = frontmatter.text;
  const applied = [...marked.applied, ...frontmatter.applied];
  for (const fix of [fixNewlines, fixTools, fixColor]) {
    const { text: next, code, fields } = fix(now, harness);
    if (next === now) continue;
    now = next;
    applied.push(...fields.map((field2) => ({ code, line: lineOf(field2) })));
  }
  return { text: now, applied };
}
var formatOf2 = (text, path) => guessFormat(path, readFrontmatter(text).fields);
function fixByteOrderMark(text, { reading }) {
  const isHarmful = ["loads-without-metadata", "ignored", "rejected"].includes(reading.byteOrderMark);
  if (text.charCodeAt(0) !== 65279 || !isHarmful) return { text, applied: [] };
  return { text: text.slice(1), applied: [{ code: "frontmatter/byte-order-mark", line: 1 }] };
}
var WINDOWS_PATH = /(?<![A-Za-z])[A-Za-z]:\\|\\\\/;
function fixNewlines(text) {
  const code = "description/literal-newline";
  const { description } = readFrontmatter(text).fields;
  if (typeof description !== "string" || !description.includes("\\n") || WINDOWS_PATH.test(description)) {
    return { text, code, fields: [] };
  }
  const value = description.replaceAll("\\n", "\n");
  const fixed = applyEdits(text, rewriteField(text, "description", value));
  return { text: isChangedOnlyIn(text, fixed, { description: value }) ? fixed : text, code, fields: ["description"] };
}
function fixTools(text, { tools }) {
  const code = "tools/retired";
  if (tools === null) return { text, code, fields: [] };
  let now = text;
  const fields = [];
  for (const field2 of [tools.field, tools.denyField]) {
    const value = field2 === null ? void 0 : readFrontmatter(now).fields[field2];
    const place = field2 === null ? void 0 : placeFields(now, false).get(field2);
    const before = typeof value === "string" || Array.isArray(value) ? readTools(value) : null;
    if (field2 === null || place === void 0 || before === null) continue;
    const retired = retiredTools(tools, before);
    if (retired.size === 0) continue;
    const fixed = applyEdits(now, withoutRetired(now, place, retired, before));
    const after = readTools(readFrontmatter(fixed).fields[field2]) ?? [];
    const wanted = new Set(before.map((tool) => retired.get(tool) ?? tool));
    if (!isSameSet(wanted, after) || !isChangedOnlyIn(now, fixed, { [field2]: readFrontmatter(fixed).fields[field2] }))
      continue;
    now = fixed;
    fields.push(field2);
  }
  return { text: now, code, fields };
}
var isSameSet = (wanted, items) => new Set(items).size === wanted.size && items.every((item) => wanted.has(item));
function fixColor(text, { colors }) {
  const code = "color/case";
  const field2 = colors?.field ?? "";
  const value = readFrontmatter(text).fields[field2];
  const place = placeFields(text, false).get(field2);
  if (colors === null || place === void 0 || typeof value !== "string") return { text, code, fields: [] };
  const color = value.trim().toLowerCase();
  const at = text.slice(place.valueStart, place.end).indexOf(value.trim());
  if (colors.names.includes(value.trim()) || !colors.names.includes(color) || at === -1)
    return { text, code, fields: [] };
  const start = place.valueStart + at;
  const fixed = applyEdits(text, [{ start, end: start + color.length, text: color }]);
  const isMeant = isChangedOnlyIn(text, fixed, { [field2]: value.toLowerCase() });
  return { text: isMeant ? fixed : text, code, fields: [field2] };
}
function isChangedOnlyIn(before, after, changed) {
  const old = readFrontmatter(before);
  const now = readFrontmatter(after);
  const wanted = Object.entries(old.fields).map(([key, value]) => [
    key,
    Object.hasOwn(changed, key) ? changed[key] : value
  ]);
  return JSON.stringify(Object.entries(now.fields)) === JSON.stringify(wanted) && now.repairs.length === old.repairs.length && after.slice(now.end) === before.slice(old.end);
}

// src/core/hard-wrapped.ts
function isHardWrapped(lines) {
  const longest = lines.reduce((most, line) => Math.max(most, line.indent + line.text.length), 0);
  if (lines.length < 2 || longest < SHORTEST_PAGE || longest > WIDEST_PAGE) return false;
  return lines.slice(1).every((line, index) => {
    const before = lines[index];
    return before !== void 0 && !ON_PURPOSE.test(before.text) && !LABEL.test(line.text) && overflows(before, line, longest);
  });
}
var SHORTEST_PAGE = 60;
var WIDEST_PAGE = 120;
var LONGEST_WORD = 30;
var ON_PURPOSE = /[:：\\]$/;
var LABEL = /^(?:\*\*|__|[\p{L}-]{1,20}[:：])/u;
function overflows(before, line, longest) {
  const firstWord = line.text.indexOf(" ");
  const needed = firstWord < 0 ? line.text.length : firstWord;
  return needed <= LONGEST_WORD && before.indent + before.text.length + 1 + needed > longest;
}

// src/core/list-levels.ts
var LIST_COLUMN = 1;
var BULLET2 = /^(?:[-*+•◦▪‣●]|\d{1,9}[.)])(?:[ \t]+|$)/u;
var TASK = /^\[[ xX]\](?= )/;
function bulletWidth(text) {
  return isThematicBreak(text) ? 0 : BULLET2.exec(text)?.[0].length ?? 0;
}
function enterItem(levels, item, width) {
  while ((levels.at(-1)?.indent ?? -2) + 2 > item.indent) levels.pop();
  const task = TASK.exec(item.content)?.[0];
  const mark = task ?? (/^\d/.test(item.mark) ? item.mark : "\u2022");
  const text = task ? item.content.slice(task.length).trimStart() : item.content;
  const rightmost = Math.floor(width / 2) - mark.length - 1;
  const column = Math.max(0, Math.min(rightmost, levels.at(-1)?.textColumn ?? LIST_COLUMN));
  const textColumn = column + mark.length + 1;
  levels.push({ indent: item.indent, textColumn });
  if (rightmost < 0) return { lead: { first: [], rest: [] }, text: `${mark} ${text}` };
  const first = [...indentation(column), { text: `${mark} `, role: "marker" }];
  return { lead: { first, rest: indentation(textColumn) }, text };
}
function columnAt(levels, indent) {
  while ((levels.at(-1)?.indent ?? -1) >= indent) levels.pop();
  return levels.at(-1)?.textColumn ?? (indent < 4 ? 0 : indent);
}
function indentation(columns) {
  return columns > 0 ? [{ text: " ".repeat(columns), role: "text" }] : [];
}

// src/core/markdown-inline.ts
function inlineSpans(text, base = "text") {
  if (!MARKUP.test(text)) return text === "" ? [] : [{ text, role: base }];
  const tokens = tokenise(text);
  pairEmphasis(tokens);
  return paint(tokens, base);
}
var MARKUP = /[\\`*_[]|https?:/;
var SPECIAL = /\\[\\`*_[\]~|]|`+|\*+|_+|!?\[|\](?:\()?|https?:\/\//g;
var TARGET = /([^\s()[\]<>"]*(?:\([^\s()[\]<>"]*\)[^\s()[\]<>"]*)?(?:[ ]"[^"[\]]*")?)\)/y;
var ADDRESS = /https?:\/\/[^\s<>`"'()[\]|*，。、；）」]+/y;
var WORD_CHARACTER = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]/u;
function plain(text, kind = "text") {
  return { text, kind, mayOpen: false, mayClose: false, style: null, turns: null };
}
function tokenise(text) {
  const tokens = [];
  const brackets = [];
  const closingTicks = tickIndex(text);
  let at = 0;
  for (const { 0: found, index } of text.matchAll(SPECIAL)) {
    if (index < at) continue;
    if (index > at) tokens.push(plain(text.slice(at, index)));
    at = index + found.length;
    if (found.startsWith("\\")) tokens.push(plain(found.slice(1)));
    else if (found.startsWith("`")) at = readCode(text, index, found, closingTicks, tokens);
    else if (found.startsWith("h")) at = readAddress(text, index, found, tokens);
    else if (found.startsWith("]")) at = readClosingBracket(text, index, brackets, tokens);
    else if (found.endsWith("[")) tokens.push(remembered(brackets, plain(found, "bracket")));
    else tokens.push(emphasisMark(text, index, found));
  }
  if (at < text.length) tokens.push(plain(text.slice(at)));
  return tokens;
}
function remembered(stack, token) {
  stack.push(token);
  return token;
}
function tickIndex(text) {
  const index = /* @__PURE__ */ new Map();
  for (const run of [...text.matchAll(/`+/g)].reverse()) {
    const places2 = index.get(run[0].length);
    if (places2) places2.push(run.index);
    else index.set(run[0].length, [run.index]);
  }
  return index;
}
function readCode(text, start, ticks, closing, tokens) {
  const from = start + ticks.length;
  const places2 = closing.get(ticks.length) ?? [];
  while ((places2.at(-1) ?? from) < from) places2.pop();
  const end2 = places2.at(-1);
  if (end2 === void 0) {
    tokens.push(plain(ticks));
    return from;
  }
  const code = text.slice(from, end2);
  const isPadded = code.startsWith(" ") && code.endsWith(" ") && code.trim() !== "";
  tokens.push(plain(isPadded ? code.slice(1, -1) : code, "code"));
  return end2 + ticks.length;
}
function readAddress(text, start, scheme, tokens) {
  ADDRESS.lastIndex = start;
  const address = (ADDRESS.exec(text)?.[0] ?? scheme).replace(/[.,;:!?]$/, "");
  tokens.push(plain(address, "address"));
  return start + address.length;
}
function readClosingBracket(text, start, brackets, tokens) {
  const opener = brackets.pop();
  TARGET.lastIndex = start + 2;
  const target = opener && text.startsWith("](", start) ? TARGET.exec(text) : null;
  if (!opener || !target) {
    tokens.push(plain("]"));
    return start + 1;
  }
  opener.style = "link";
  opener.turns = "on";
  const isSaidAlready = tokens.at(-1)?.text === target[1] && tokens.at(-2) === opener;
  const shown = isSaidAlready || target[1] === "" ? "" : `(${target[1]})`;
  tokens.push({ ...plain(shown, "bracket"), style: "link", turns: "off" });
  return TARGET.lastIndex;
}
function emphasisMark(text, start, mark) {
  const before = text.charAt(start - 1);
  const after = text.charAt(start + mark.length);
  const isDouble = mark.length > 1;
  const isInWord = (side) => (mark.startsWith("_") || !isDouble) && WORD_CHARACTER.test(side);
  const isGlob = before === "/" || !isDouble && after === ".";
  return {
    ...plain(mark, "mark"),
    mayOpen: mark.length <= 3 && /\S/.test(after) && !isInWord(before) && !isGlob,
    mayClose: mark.length <= 3 && /\S/.test(before) && !isInWord(after) && after !== "/"
  };
}
function pairEmphasis(tokens) {
  const open2 = /* @__PURE__ */ new Map();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "mark") continue;
    const opener = token.mayClose ? open2.get(token.text) : void 0;
    if (!opener || isDunderName(tokens, opener.index, index)) {
      if (token.mayOpen) open2.set(token.text, { token, index });
      continue;
    }
    const style = token.text.length > 1 ? "strong" : "emphasis";
    opener.token.style = style;
    opener.token.turns = "on";
    token.style = style;
    token.turns = "off";
    for (const [mark, inner] of open2) if (inner.index >= opener.index) open2.delete(mark);
  }
}
function isDunderName(tokens, opener, closer) {
  return tokens[closer]?.text === "__" && closer === opener + 2 && !/\s/.test(tokens[opener + 1]?.text ?? "");
}
function paint(tokens, base) {
  const spans = [];
  const depth = { strong: 0, emphasis: 0, link: 0 };
  for (const token of tokens) {
    const { style, turns } = token;
    if (style === null || turns === null) add(spans, token.text, roleOf(token, depth, base));
    else if (turns === "on") depth[style] += 1;
    else {
      depth[style] -= 1;
      if (style === "link") addTarget(spans, token.text);
    }
  }
  return spans;
}
function roleOf({ kind }, depth, base) {
  if (kind === "code") return "code";
  if (kind === "address" || depth.link > 0) return "link";
  if (base !== "text") return base;
  if (depth.strong > 0) return "strong";
  return depth.emphasis > 0 ? "emphasis" : "text";
}
function addTarget(spans, target) {
  if (target !== "") add(spans, spans.length > 0 ? ` ${target}` : target, "muted");
}
function add(spans, text, role) {
  const last = spans.at(-1);
  if (last?.role === role) spans[spans.length - 1] = { text: last.text + text, role };
  else if (text !== "") spans.push({ text, role });
}

// src/core/text-cells.ts
import stringWidth from "string-width";
function textWidth(text) {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  let from = 0;
  for (const { start, end: end2 } of strangeRuns(text)) {
    width += plainWidth(text, from, start);
    for (const cell of strangeCells(text, start, end2)) width += cell.width;
    from = end2;
  }
  return width + plainWidth(text, from, text.length);
}
function* cells(text) {
  let from = 0;
  for (const { start, end: end2 } of strangeRuns(text)) {
    yield* plainCells(text, from, start);
    yield* strangeCells(text, start, end2);
    from = end2;
  }
  yield* plainCells(text, from, text.length);
}
function prefixThatFits(text, width) {
  const start = text.slice(0, width + 1);
  if (width >= 0 && NARROW.test(start)) {
    const end2 = Math.min(text.length, width);
    return { end: end2, width: end2 };
  }
  let taken = { end: 0, width: 0 };
  for (const cell of cells(text)) {
    if (taken.width + cell.width > width) break;
    taken = { end: cell.end, width: taken.width + cell.width };
  }
  return taken;
}
function isNarrowText(text) {
  return NARROW.test(text);
}
var NARROW_CLASS = "\\x20-\\x7E\\xA0-\\xAC\\xAE-\\u02FF\\u0370-\\u0482\\u048A-\\u052F\\u05D0-\\u05EA\\u0620-\\u064A\\u0660-\\u066F\\u0671-\\u06D3\\u1E00-\\u1FFF\\u2010-\\u2027\\u202F-\\u205F\\u2070-\\u20BF\\u2190-\\u2319\\u2400-\\u2426\\u2460-\\u25FC\\u2610-\\u2613\\u2713-\\u2718";
var WIDE_CLASS = "\\u3000-\\u3029\\u3041-\\u3096\\u309B-\\u30FF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60";
var WIDE_FROM = 12288;
var NARROW = new RegExp(`^[${NARROW_CLASS}]*$`);
var STRANGE = new RegExp(`[^${NARROW_CLASS}${WIDE_CLASS}]+`, "g");
var WINDOW = 256;
var knownWidths = /* @__PURE__ */ new Map();
var LONGEST_KNOWN = 16;
var MOST_KNOWN = 4096;
var TWO_CELLS = /^(?:\p{Regional_Indicator}{2}|[\u3248-\u324F])/u;
var GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
function* strangeRuns(text) {
  let start = 0;
  let end2 = 0;
  for (const run of text.matchAll(STRANGE)) {
    if (end2 > 0 && run.index - 1 > end2) {
      yield { start, end: end2 };
      end2 = 0;
    }
    if (end2 === 0) start = Math.max(0, run.index - 1);
    end2 = run.index + run[0].length;
  }
  if (end2 > 0) yield { start, end: end2 };
}
function* strangeCells(text, start, end2) {
  let from = start;
  while (from < end2) {
    const window = text.slice(from, windowEnd(text, from, end2));
    const isLast = from + window.length === end2;
    let next = from;
    for (const { segment, index } of GRAPHEMES.segment(window)) {
      const at = from + index;
      const isCutOff = !isLast && index > 0 && index + segment.length === window.length;
      if (isCutOff) break;
      next = at + segment.length;
      yield { start: at, end: next, width: graphemeWidth(segment) };
    }
    from = next;
  }
}
function windowEnd(text, from, end2) {
  if (from + WINDOW >= end2) return end2;
  const isSplitPair = (text.codePointAt(from + WINDOW - 1) ?? 0) > 65535;
  return from + WINDOW - (isSplitPair ? 1 : 0);
}
function graphemeWidth(grapheme) {
  const known = knownWidths.get(grapheme);
  if (known !== void 0) return known;
  const width = TWO_CELLS.test(grapheme) ? 2 : stringWidth(grapheme);
  if (grapheme.length <= LONGEST_KNOWN && knownWidths.size < MOST_KNOWN) knownWidths.set(grapheme, width);
  return width;
}
function plainWidth(text, start, end2) {
  let width = end2 - start;
  for (let at = start; at < end2; at++) if (text.charCodeAt(at) >= WIDE_FROM) width++;
  return width;
}
function* plainCells(text, start, end2) {
  for (let at = start; at < end2; at++) {
    yield { start: at, end: at + 1, width: text.charCodeAt(at) >= WIDE_FROM ? 2 : 1 };
  }
}

// src/core/styled-text.ts
function lineText(line) {
  return spansText(line.spans);
}
function spansText(spans) {
  const [first] = spans;
  if (spans.length === 1 && first) return first.text;
  return spans.map((span) => span.text).join("");
}
function lineWidth(line) {
  return textWidth(lineText(line));
}
function cutLine(line, width) {
  const text = lineText(line);
  if (prefixThatFits(text, width).end === text.length) return line;
  if (width < 1) return { ...line, spans: [] };
  const { end: end2 } = prefixThatFits(text, width - 1);
  const kept = sliceSpans(line.spans, 0, text.slice(0, end2).trimEnd().length);
  const last = kept.at(-1) ?? line.spans[0];
  return { ...line, spans: [...kept, { ...last, text: "\u2026", role: last?.role ?? "text" }] };
}
function padLine(line, width) {
  const cut2 = cutLine(line, width);
  const missing = width - lineWidth(cut2);
  return missing > 0 ? { ...cut2, spans: [...cut2.spans, { text: " ".repeat(missing), role: "text" }] } : cut2;
}
function joinColumns(columns, separator) {
  const height = columns.reduce((tallest, { lines }) => Math.max(tallest, lines.length), 0);
  return Array.from({ length: height }, (_, row) => ({
    spans: columns.flatMap(({ lines, width }, index) => {
      const { spans } = padLine(lines[row] ?? { spans: [] }, width);
      return index === 0 ? spans : [separator, ...spans];
    })
  }));
}
function sliceSpans(spans, start, end2) {
  return spanSlicer(spans)(start, end2);
}
function spanSlicer(spans) {
  let index = 0;
  let offset = 0;
  return (start, end2) => {
    const slices = [];
    for (let span = spans[index]; span !== void 0 && offset < end2; span = spans[index]) {
      const text = span.text.slice(Math.max(0, start - offset), end2 - offset);
      if (text !== "") slices.push({ ...span, text });
      if (offset + span.text.length > end2) break;
      offset += span.text.length;
      index++;
    }
    return slices;
  };
}

// src/core/wrap-spans.ts
var NO_LEAD = { first: [], rest: [] };
function evenLead(spans) {
  return { first: spans, rest: spans };
}
function wrapSpans(spans, width, lead = NO_LEAD) {
  return layOut(spans, width, lead, wordLines);
}
function breakSpans(spans, width, lead = NO_LEAD) {
  return layOut(spans, width, lead, (text, room) => brokenPiece(text, { start: 0, end: text.length }, room));
}
function layOut(spans, width, lead, lines) {
  const first = clipLead(lead.first, width);
  const rest = clipLead(lead.rest, width);
  const room = { first: width - first.width, rest: width - rest.width };
  if (spans.every(({ text }) => text === "")) return [{ spans: first.spans }];
  const shown = Math.min(room.first, room.rest) < 2 ? spans.map(withoutWide) : spans;
  const slice = spanSlicer(shown);
  const result = [];
  for (const { start, end: end2 } of lines(spansText(shown), room)) {
    result.push({ spans: [...(result.length === 0 ? first : rest).spans, ...slice(start, end2)] });
  }
  return result.length === 0 ? [{ spans: first.spans }] : result;
}
function clipLead(spans, width) {
  const text = spansText(spans);
  const { end: end2, width: taken } = prefixThatFits(text, Math.floor(width / 2));
  return { spans: end2 === text.length ? spans : spanSlicer(spans)(0, end2), width: taken };
}
function withoutWide(span) {
  let text = "";
  for (const { start, end: end2, width } of cells(span.text)) text += width > 1 ? "\u2026" : span.text.slice(start, end2);
  return { ...span, text };
}
function* wordLines(text, room) {
  let line = { start: 0, end: 0, width: 0 };
  let available = room.first;
  for (const piece2 of pieces(text)) {
    const grown = line.end === line.start ? piece2 : joinPieces(line, piece2);
    if (grown.width <= available) {
      line = grown;
      continue;
    }
    if (line.end > line.start) {
      yield line;
      available = room.rest;
    }
    line = piece2;
    for (const part of piece2.width <= available ? [] : brokenPiece(text, piece2, { ...room, first: available })) {
      if (part.end === piece2.end) {
        line = part;
        break;
      }
      yield part;
      available = room.rest;
    }
  }
  if (line.end > line.start) yield line;
}
function joinPieces(left, right) {
  return { start: left.start, end: right.end, width: left.width + (right.start - left.end) + right.width };
}
function* brokenPiece(text, range, room) {
  let { start } = range;
  let end2 = start;
  let width = 0;
  let available = room.first;
  for (const cell of smallCells(text.slice(range.start, range.end), Math.min(room.first, room.rest))) {
    if (width + cell.width > available) {
      yield { start, end: end2, width };
      start = end2;
      width = 0;
      available = room.rest;
    }
    end2 = range.start + cell.end;
    width += cell.width;
  }
  if (end2 > start) yield { start, end: end2, width };
}
function* smallCells(text, room) {
  for (const cell of cells(text)) {
    if (cell.width <= room) {
      yield cell;
      continue;
    }
    let { start } = cell;
    for (const character of text.slice(cell.start, cell.end)) {
      const end2 = start + character.length;
      yield { start, end: end2, width: graphemeWidth(character) };
      start = end2;
    }
  }
}
var SOFT_BREAK = /[\p{L}\p{N}][-/–—](?=[\p{L}\p{N}])/gu;
var LONG_WORD = 12;
var NEVER_FIRST = /^[，。、；：？！）】》」』〉〕”’…‥・ー％,.;:?!)\]}%]/u;
var NEVER_LAST = /[（【《「『〈〔“‘([{]$/u;
var HANGUL = /^\p{Script=Hangul}/u;
function* pieces(text) {
  for (const { 0: word, index } of text.matchAll(/[^ ]+/g)) {
    if (!isNarrowText(word)) yield* mixedPieces(word, index);
    else if (word.length < LONG_WORD) yield { start: index, end: index + word.length, width: word.length };
    else yield* longWordPieces(word, index);
  }
}
function* longWordPieces(word, offset) {
  let start = 0;
  for (const { 0: match, index } of word.matchAll(SOFT_BREAK)) {
    const end2 = index + match.length;
    yield { start: offset + start, end: offset + end2, width: end2 - start };
    start = end2;
  }
  yield { start: offset + start, end: offset + word.length, width: word.length - start };
}
function* mixedPieces(word, offset) {
  let piece2 = { start: offset, end: offset, width: 0 };
  let before = { text: "", wide: false };
  for (const cell of cells(word)) {
    const text = word.slice(cell.start, cell.end);
    const after = { text, wide: cell.width > 1 && !HANGUL.test(text) };
    const mayBreak = (before.wide || after.wide) && !NEVER_FIRST.test(after.text) && !NEVER_LAST.test(before.text);
    if (mayBreak && piece2.end > piece2.start) {
      yield piece2;
      piece2 = { start: piece2.end, end: piece2.end, width: 0 };
    }
    piece2 = { start: piece2.start, end: offset + cell.end, width: piece2.width + cell.width };
    before = after;
  }
  yield piece2;
}

// src/core/markdown-table.ts
function tableAlignments(line) {
  if (!line.includes("-") || !/^[-:| \t]+$/.test(line)) return null;
  const cells2 = splitRow(line);
  if (!cells2.every((cell) => /^:?-+:?$/.test(cell))) return null;
  return cells2.map((cell) => cell.endsWith(":") ? cell.startsWith(":") ? "center" : "right" : "left");
}
function splitRow(row) {
  const inner = row.trim().replace(/^\|/, "");
  const cells2 = inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
  return cells2.length > 1 && cells2.at(-1) === "" ? cells2.slice(0, -1) : cells2;
}
function tableLines(rows, alignments, width) {
  if (alignments.length * (NARROWEST + GAP.text.length) - GAP.text.length > width) return null;
  const cells2 = rows.map((row, index) => rowCells(row, alignments.length, index === 0 ? "strong" : "text"));
  const natural = alignments.map(
    (_, column) => cells2.reduce((widest, row) => Math.max(widest, lineWidth({ spans: row[column] ?? [] })), 1)
  );
  const widths2 = fitColumns(natural, width - GAP.text.length * (alignments.length - 1));
  const [header = [], ...body] = cells2.map((row) => rowLines(row, widths2, alignments));
  return [header, [ruleLine(widths2)], ...body];
}
var GAP = { text: "  ", role: "muted" };
var NARROWEST = 8;
function rowCells(row, count, role) {
  const cells2 = splitRow(row);
  const kept = cells2.length > count ? [...cells2.slice(0, count - 1), cells2.slice(count - 1).join(" | ")] : cells2;
  return kept.map((cell) => inlineSpans(cell, role));
}
function fitColumns(natural, available) {
  let left = available;
  let columns = natural.length;
  let limit = Number.POSITIVE_INFINITY;
  for (const width of [...natural].sort((a, b) => a - b)) {
    const share = Math.floor(left / columns);
    if (width > share) {
      limit = share;
      break;
    }
    left -= width;
    columns -= 1;
  }
  return natural.map((width) => Math.min(width, limit));
}
function rowLines(cells2, widths2, alignments) {
  const columns = widths2.map((width, column) => ({
    lines: wrapSpans(cells2[column] ?? [], width).map((line) => align(line, width, alignments[column] ?? "left")),
    width
  }));
  return joinColumns(columns, GAP).map(withoutTrailingSpace);
}
function align(line, width, alignment) {
  const room = width - lineWidth(line);
  const before = alignment === "left" ? 0 : alignment === "right" ? room : Math.floor(room / 2);
  return before > 0 ? { spans: [{ text: " ".repeat(before), role: "text" }, ...line.spans] } : line;
}
function withoutTrailingSpace(line) {
  const last = line.spans.findLastIndex((span) => span.text.trim() !== "");
  return { spans: line.spans.slice(0, last + 1) };
}
function ruleLine(widths2) {
  const length = widths2.reduce((sum, width) => sum + width + GAP.text.length, -GAP.text.length);
  return { spans: [{ text: "\u2500".repeat(length), role: "muted" }] };
}

// src/core/visible-text.ts
function visibleText(text) {
  if (!SUSPICIOUS.test(text)) return text;
  return text.replace(KEYCAP2, "$1").replace(EMOJI_STYLE, "").replaceAll("\u0E33", "\u0E4D\u0E32").replaceAll("\u0EB3", "\u0ECD\u0EB2").replace(HIDDEN2, visibleMark).replace(SURPLUS_MARKS, `$1${REPLACEMENT}`);
}
var REPLACEMENT = "\uFFFD";
var PREPEND = "\\u0D4E\\u{111C2}\\u{111C3}\\u{113D1}\\u{1193F}\\u{11941}\\u{11A3A}\\u{11A84}-\\u{11A89}\\u{11D46}\\u{11F02}";
var SKIN_TONE = "\\u{1F3FB}-\\u{1F3FF}";
var HIDDEN_CLASS = `\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Noncharacter_Code_Point}\\p{Default_Ignorable_Code_Point}\\u20E3${SKIN_TONE}${PREPEND}`;
var SUSPICIOUS = new RegExp(`[${HIDDEN_CLASS}\\u0E33\\u0EB3]|\\p{M}{7}`, "u");
var KEYCAP2 = /([0-9#*])\uFE0F?\u20E3/gu;
var EMOJI_STYLE = new RegExp(
  `(?<=\\p{Extended_Pictographic})(?:[\\uFE0E\\uFE0F]|[${SKIN_TONE}]\\uFE0F?)?(?:\\u200D(?=\\p{Extended_Pictographic}))?`,
  "gu"
);
var HIDDEN2 = new RegExp(`[${HIDDEN_CLASS}]`, "gu");
var SURPLUS_MARKS = /(\p{M}{6})\p{M}+/gu;
function visibleMark(character) {
  const code = character.charCodeAt(0);
  if (code === 9) return "    ";
  if (code < 32) return String.fromCharCode(9216 + code);
  if (code === 127) return "\u2421";
  if (code === 133 || code === 8232 || code === 8233) return "\u2424";
  return REPLACEMENT;
}

// src/core/markdown-lines.ts
function markdownLines(body, width) {
  const lines = scanLines(body);
  const page = { width, lines, roles: lineRoles(lines), rendered: [], levels: [], blank: null };
  let index = 0;
  while (index < lines.length) index = renderBlock(page, index);
  return page.rendered;
}
function sourceLines(body, width) {
  return scanLines(body).flatMap(
    ({ indent, text }, source) => wrapSpans([{ text: visibleText(text), role: "text" }], width, evenLead(text === "" ? [] : indentation(indent))).map(
      (line) => ({ ...line, source })
    )
  );
}
var CLOSING_FENCE = /^(?:`{3,}|~{3,})$/;
var TAG_LINE = /^<[/!?]?\p{L}[^<>]*>$/u;
function renderBlock(page, index) {
  const line = page.lines[index];
  const role = page.roles[index];
  if (!line || role === "fence" || role === "comment") return renderMasked(page, index);
  if (line.text === "") {
    page.blank ??= index;
    return index + 1;
  }
  const alignments = line.text.includes("|") ? tableAlignments(page.lines[index + 1]?.text ?? "") : null;
  if (alignments && page.roles[index + 1] === "prose") return renderTable(page, index);
  return renderProse(page, index, line);
}
function push(page, source, lines) {
  if (page.blank !== null && page.rendered.length > 0) page.rendered.push({ spans: [], source: page.blank });
  page.blank = null;
  for (const { spans } of lines) page.rendered.push({ spans, source });
}
function renderMasked(page, index) {
  const opener = page.lines[index];
  const isCode = page.roles[index] === "fence";
  const column = columnAt(page.levels, opener?.indent ?? 0);
  let end2 = index + 1;
  while (page.roles[end2] === "masked") end2++;
  for (let at = index; at < end2; at++) {
    const { indent, text } = page.lines[at] ?? { indent: 0, text: "" };
    const isFence = at === index || at === end2 - 1 && CLOSING_FENCE.test(text);
    const inner = text === "" ? 0 : Math.max(0, indent - (opener?.indent ?? 0));
    const span = { text: " ".repeat(inner) + visibleText(text), role: isCode && !isFence ? "code" : "muted" };
    push(page, at, breakSpans([span], page.width, evenLead(indentation(column))));
  }
  return end2;
}
function renderTable(page, index) {
  const column = columnAt(page.levels, page.lines[index]?.indent ?? 0);
  let end2 = index + 2;
  while (page.roles[end2] === "prose" && page.lines[end2]?.text.includes("|")) end2++;
  const texts = page.lines.slice(index, end2).map((line) => visibleText(line.text));
  const [header = "", delimiter = "", ...body] = texts;
  const rows = tableLines([header, ...body], tableAlignments(delimiter) ?? [], page.width - column);
  const lead = { first: indentation(column), rest: indentation(column + 2) };
  for (const [row, text] of texts.entries()) {
    const lines = rows?.[row]?.map(({ spans }) => ({ spans: [...indentation(column), ...spans] }));
    push(page, index + row, lines ?? wrapSpans(inlineSpans(text), page.width, lead));
  }
  return end2;
}
function renderProse(page, index, line) {
  const text = visibleText(line.text);
  const level = headingLevel(text);
  const column = () => evenLead(indentation(columnAt(page.levels, line.indent)));
  if (level > 0) {
    const title = text.slice(level).trim().replace(/[ \t]#+$/, "");
    const role = level <= 2 ? "heading" : "subheading";
    push(page, index, wrapSpans(inlineSpans(title, role), page.width, column()));
  } else if (isThematicBreak(text)) {
    push(page, index, [ruleLine2(page.width)]);
  } else if (TAG_LINE.test(text)) {
    push(page, index, wrapSpans([{ text, role: "muted" }], page.width, column()));
  } else if (text.startsWith(">")) {
    push(page, index, quoteLines(text, page.width, columnAt(page.levels, line.indent)));
  } else if (bulletWidth(text) === 0 && isBoldLine(text)) {
    push(page, index, wrapSpans(inlineSpans(text, "subheading"), page.width, column()));
  } else {
    return renderParagraph(page, index, line);
  }
  return index + 1;
}
function renderParagraph(page, index, line) {
  const marked = bulletWidth(line.text);
  const end2 = paragraphEnd(page, index, marked > 0 ? line.indent + 1 : line.indent);
  const lines = page.lines.slice(index, end2);
  const joined = isHardWrapped(lines) ? lines.map(({ text }) => text).join(" ") : null;
  const all = visibleText(joined ?? line.text);
  if (marked > 0) {
    const item = { indent: line.indent, mark: all.slice(0, marked).trim(), content: all.slice(marked) };
    const { lead, text } = enterItem(page.levels, item, page.width);
    push(page, index, wrapSpans(inlineSpans(text), page.width, lead));
  } else {
    pushText(page, index, line.indent, all);
  }
  for (let at = index + 1; at < end2 && joined === null; at++) {
    const { indent, text } = page.lines[at] ?? line;
    pushText(page, at, indent, visibleText(text));
  }
  return end2;
}
function pushText(page, source, indent, text) {
  push(page, source, wrapSpans(inlineSpans(text), page.width, evenLead(indentation(columnAt(page.levels, indent)))));
}
function paragraphEnd(page, start, indent) {
  let end2 = start + 1;
  for (let line = page.lines[end2]; line !== void 0; line = page.lines[++end2]) {
    const isRunning = page.roles[end2] === "prose" && line.text !== "" && line.indent >= indent;
    const isTable = page.lines[end2 + 1] !== void 0 && line.text.includes("|");
    const isItself = !isParagraphLine(line.text) || isBoldLine(line.text);
    if (!isRunning || isTable || isItself) break;
  }
  return end2;
}
function quoteLines(text, width, column) {
  const marks = /^(?:> ?)+/.exec(text)?.[0] ?? "";
  const bars = { text: "\u258F ".repeat(marks.split(">").length - 1), role: "marker" };
  const content = text.slice(marks.length);
  const level = headingLevel(content);
  const role = level > 0 || isBoldLine(content) ? "subheading" : "text";
  const marked = /^\d/.test(content) ? 0 : bulletWidth(content);
  const words2 = marked > 0 ? content.slice(marked) : content.slice(level).trimStart();
  const bullet = marked > 0 ? [{ text: "\u2022 ", role: "marker" }] : [];
  const before = [...indentation(column), bars];
  const lead = { first: [...before, ...bullet], rest: [...before, ...indentation(bullet.length * 2)] };
  return wrapSpans(inlineSpans(words2, role), width, lead);
}
function ruleLine2(width) {
  return { spans: [{ text: "\u2500".repeat(width), role: "muted" }] };
}

// src/core/field-diagnostics.ts
var PROMPT_FIELDS = ["instructions", "prompt", "systemPrompt", "system_prompt"];
function fieldDiagnostics(reading, body, bodyLine) {
  return [
    ...reading.isPresent ? [...nameDiagnostics(reading), ...descriptionDiagnostics(reading)] : [],
    ...bodyDiagnostics(reading, body, bodyLine)
  ];
}
function nameDiagnostics(reading) {
  if (fieldText(reading.fields.name) !== null) return [];
  const message = "The frontmatter states no name, so the file name stands in; Claude Code and Gemini CLI skip the file.";
  return [{ code: "name/missing", severity: "warning", message, ...placeOf4(reading, "name") }];
}
function descriptionDiagnostics(reading) {
  const value = reading.fields.description;
  const place = placeOf4(reading, "description");
  if (isRecord(value) || Array.isArray(value)) {
    const message = "YAML reads the description as a list or map and not as text; put it in quotation marks.";
    return [{ code: "description/not-text", severity: "warning", message, ...place }];
  }
  if (fieldText(value) === null) {
    const message = "The frontmatter states no description, so no harness knows when to use the agent.";
    return [{ code: "description/missing", severity: "warning", message, ...place }];
  }
  return [...commentCut(reading), ...literalNewline(reading)];
}
function commentCut({ lines, repairs }) {
  if (repairs.some(({ field: field2 }) => field2 === "description")) return [];
  const line = findFieldLine(lines, "description");
  const plain2 = /^description[ \t]*:[ \t]+[^"'|>[{#]/.test(line?.text ?? "");
  const cut2 = plain2 ? (line?.text ?? "").search(/[ \t]#/) : -1;
  if (line === void 0 || cut2 === -1) return [];
  const message = 'YAML takes " #" for a comment, so the description ends before it; put it in quotation marks.';
  const column = line.indent + cut2 + 2;
  return [{ code: "frontmatter/comment-cut", severity: "warning", message, line: line.number, column }];
}
function literalNewline(reading) {
  if (!(fieldText(reading.fields.description) ?? "").includes("\\n")) return [];
  const line = findFieldLine(reading.lines, "description");
  const at = line?.text.indexOf("\\n") ?? -1;
  const place = line && at !== -1 ? { line: line.number, column: line.indent + at + 1 } : placeOf4(reading, "description");
  const message = "The description holds \\n as two characters, which harnesses show as such and not as a line end.";
  return [{ code: "description/literal-newline", severity: "info", message, ...place }];
}
function bodyDiagnostics({ fields, lines }, body, line) {
  const found = [];
  const field2 = PROMPT_FIELDS.find((key) => typeof fields[key] === "string");
  if (field2 !== void 0) {
    const message = `The prompt stands in the field ${field2}, where harnesses that take it from the body do not look.`;
    found.push({
      code: "body/in-field",
      severity: "info",
      message,
      line: findFieldLine(lines, field2)?.number ?? 1,
      column: 1
    });
  }
  if (body.trim() === "") {
    const message = "The body is empty, so the agent has no prompt.";
    found.push({ code: "body/empty", severity: "warning", message, line, column: 1 });
  }
  return found;
}
var findFieldLine = (lines, key) => lines.find(({ text }) => text.startsWith(key) && /^[ \t]*:/.test(text.slice(key.length, key.length + 9)));
function placeOf4({ lines }, key) {
  const line = findFieldLine(lines, key);
  return line ? { line: line.number, column: line.indent + 1 } : { line: Math.max(1, (lines[0]?.number ?? 2) - 1), column: 1 };
}

// src/core/parse-toml-definition.ts
import { parse as parse2, TomlError } from "smol-toml";

// src/core/stated-fields.ts
function statedFields(fields, body, path) {
  const statedName = fieldText(fields.name);
  const statedDescription = fieldText(fields.description);
  const name = statedName ?? inferName(path);
  return {
    name,
    nameInferred: statedName === null,
    description: statedDescription ?? inferDescription(body, name),
    descriptionInferred: statedDescription === null,
    model: fieldText(fields.model),
    color: fieldText(fields.color),
    tools: readTools(fields.tools),
    frontmatter: fields
  };
}

// src/core/utf8-size.ts
function utf8Size(text) {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 128) bytes += 1;
    else if (code < 2048) bytes += 2;
    else if (isPair(code, text.charCodeAt(index + 1))) {
      bytes += 4;
      index++;
    } else bytes += 3;
  }
  return bytes;
}
var isPair = (high, low) => high >= 55296 && high <= 56319 && low >= 56320 && low <= 57343;

// src/core/parse-toml-definition.ts
var PROMPT_KEY2 = "developer_instructions";
var TOML_LIMIT = 524288;
var MAX_DEPTH2 = 100;
function parseTomlDefinition(text, path) {
  const { fields, repairs, diagnostics } = readToml(text);
  const prompt = fields[PROMPT_KEY2];
  const body = typeof prompt === "string" ? prompt : "";
  const bodyLine = lineNumberAt(text, findTomlValue(text, PROMPT_KEY2));
  const stated = statedFields(fields, body, path);
  return {
    ...stated,
    frontmatterRaw: text,
    body,
    bodyLine,
    repairs,
    diagnostics: [...diagnostics, ...missingFields2(stated, body, bodyLine)],
    bytes: utf8Size(text)
  };
}
function readToml(text) {
  if (text.length > TOML_LIMIT) {
    const message = "The file is longer than 512 KiB, so it was read line by line and not as TOML.";
    return recovered(text, { code: "frontmatter/too-large", severity: "warning", message, line: 1, column: 1 });
  }
  try {
    const data = plainData(parse2(text, { maxDepth: MAX_DEPTH2, integersAsBigInt: "asNeeded" }));
    if (isRecord(data?.value)) return { fields: data.value, repairs: [], diagnostics: [] };
    const message = "The TOML nests or repeats too much, so it was read line by line.";
    return recovered(text, { code: "frontmatter/too-large", severity: "warning", message, line: 1, column: 1 });
  } catch (error) {
    return recovered(text, brokenToml(error));
  }
}
function brokenToml(error) {
  const { message, line, column } = error instanceof TomlError ? error : { message: "", line: 1, column: 1 };
  const reason = /^Invalid TOML document: (.{1,200})/.exec(message)?.[1] ?? "it cannot be parsed";
  return {
    code: "frontmatter/not-toml",
    severity: "error",
    message: `Not valid TOML (${reason}), so Codex does not load it; what could be read line by line is shown.`,
    line,
    column
  };
}
function recovered(text, diagnostic2) {
  const fields = Object.assign(emptyRecord(), recoverToml(text));
  const reason = "the TOML around it is broken";
  return {
    fields,
    repairs: Object.keys(fields).map((field2) => ({ field: field2, reason })),
    diagnostics: [diagnostic2]
  };
}
function missingFields2(stated, body, bodyLine) {
  const found = [];
  const add2 = (code, line, message) => found.push({ code, severity: "warning", message, line, column: 1 });
  if (stated.nameInferred) add2("name/missing", 1, "The file states no name, so the file name stands in.");
  if (stated.descriptionInferred) {
    add2("description/missing", 1, "The file states no description, so Codex does not load it.");
  }
  if (body.trim() === "") {
    add2("body/empty", bodyLine, "The file has no developer_instructions, so the agent has no prompt.");
  }
  return found;
}

// src/core/parse-definition.ts
function parseDefinition(text, path) {
  if (/\.toml$/i.test(path)) return parseTomlDefinition(text, path);
  const reading = readFrontmatter(text);
  const { fields } = reading;
  const body = text.slice(reading.end);
  const bodyLine = lineNumberAt(text, reading.end);
  return {
    ...statedFields(fields, body, path),
    frontmatterRaw: text.slice(0, reading.end),
    body,
    bodyLine,
    repairs: reading.repairs,
    diagnostics: [...reading.diagnostics, ...fieldDiagnostics(reading, body, bodyLine)],
    bytes: utf8Size(text)
  };
}

// src/core/sections/sections-of.ts
var cache3 = /* @__PURE__ */ new WeakMap();
function sectionsOf(definition) {
  const known = cache3.get(definition);
  if (known) return known;
  const sections = splitSections(definition.body, definition.bodyLine);
  cache3.set(definition, sections);
  return sections;
}

// src/core/topics/assignment.ts
import { munkres } from "munkres";

// src/core/twins/disjoint-sets.ts
function createDisjointSets(count) {
  const parents = Uint32Array.from({ length: count }, (_, member) => member);
  const parentOf = (member) => parents[member] ?? member;
  const setOf = (member) => {
    let at = member;
    while (parentOf(at) !== at) {
      parents[at] = parentOf(parentOf(at));
      at = parentOf(at);
    }
    return at;
  };
  return {
    setOf,
    join: (a, b) => {
      const [one, other] = [setOf(a), setOf(b)];
      parents[Math.max(one, other)] = Math.min(one, other);
    }
  };
}

// src/core/topics/assignment.ts
var CELLS_SOLVED = 25e4;
function bestPairs(edges) {
  return connectedGroups(edges).flatMap((group) => group.length === 1 ? group : solved(group));
}
function solved(edges) {
  const lefts = numbered(edges.map(({ left }) => left));
  const rights = numbered(edges.map(({ right }) => right));
  if (lefts.size * rights.size > CELLS_SOLVED) return greedy(edges);
  const costs = Array.from({ length: lefts.size }, () => new Array(rights.size).fill(0));
  const byCell = /* @__PURE__ */ new Map();
  for (const edge of edges) {
    const [row, column] = [lefts.get(edge.left) ?? 0, rights.get(edge.right) ?? 0];
    const costsOfRow = costs[row];
    if (costsOfRow) costsOfRow[column] = -edge.worth;
    byCell.set(row * rights.size + column, edge);
  }
  return munkres(costs).flatMap(([row, column]) => byCell.get(row * rights.size + column) ?? []);
}
function greedy(edges) {
  const [lefts, rights] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  return [...edges].sort((a, b) => b.worth - a.worth).filter(({ left, right }) => {
    if (lefts.has(left) || rights.has(right)) return false;
    lefts.add(left);
    rights.add(right);
    return true;
  });
}
function numbered(values) {
  return new Map([...new Set(values)].map((value, at) => [value, at]));
}
function connectedGroups(edges) {
  const lefts = numbered(edges.map(({ left }) => left));
  const rights = numbered(edges.map(({ right }) => right));
  const sets = createDisjointSets(lefts.size + rights.size);
  for (const { left, right } of edges) sets.join(lefts.get(left) ?? 0, lefts.size + (rights.get(right) ?? 0));
  const groups = /* @__PURE__ */ new Map();
  for (const edge of edges) {
    const set = sets.setOf(lefts.get(edge.left) ?? 0);
    const group = groups.get(set);
    if (group) group.push(edge);
    else groups.set(set, [edge]);
  }
  return [...groups.values()];
}

// src/core/topics/inverted-index.ts
function createInvertedIndex(overlap, lookUps) {
  const postings = [];
  let size = 0;
  let sums = new Float64Array(64);
  let texts = [];
  let left = lookUps;
  const count = (weight, posting) => {
    for (let at = 0; at < posting.texts.length; at += 1) {
      const text = posting.texts[at] ?? 0;
      const before = sums[text] ?? 0;
      if (before === 0) texts.push(text);
      sums[text] = before + overlap(weight, posting.weights[at] ?? 0);
    }
  };
  return {
    add({ terms, weights }) {
      for (let at = 0; at < terms.length; at += 1) {
        const term = terms[at] ?? 0;
        const posting = postings[term] ?? { texts: [], weights: [] };
        postings[term] = posting;
        posting.texts.push(size);
        posting.weights.push(weights[at] ?? 0);
      }
      size += 1;
    },
    overlaps({ terms, weights }, least = 0) {
      for (const text of texts) sums[text] = 0;
      texts = [];
      if (sums.length < size) sums = new Float64Array(size * 2);
      for (let at = 0; at < terms.length; at += 1) {
        const posting = postings[terms[at] ?? 0];
        if (!posting || posting.texts.length > left) continue;
        left -= posting.texts.length;
        count(weights[at] ?? 0, posting);
      }
      return { texts: texts.filter((text) => (sums[text] ?? 0) >= least), sumOf: (text) => sums[text] ?? 0 };
    }
  };
}

// src/core/topics/term-vector.ts
function createVectorizer({ weightOf }) {
  let counts2 = new Int32Array(4096);
  return (ids, doubt = 0) => {
    const distinct = [];
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      if (id >= counts2.length) counts2 = enlarged(counts2, id);
      if (counts2[id] === 0) distinct.push(id);
      counts2[id] = (counts2[id] ?? 0) + 1;
    }
    const terms = new Uint32Array(distinct).sort();
    const weights = new Float64Array(terms.length);
    let squares = doubt;
    for (let at = 0; at < terms.length; at += 1) {
      const id = terms[at] ?? 0;
      const weight = (1 + Math.log(counts2[id] ?? 1)) * weightOf(id);
      weights[at] = weight;
      squares += weight * weight;
      counts2[id] = 0;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) / length;
    return { terms, weights };
  };
}
function enlarged(counts2, id) {
  const larger = new Int32Array(id * 2);
  larger.set(counts2);
  return larger;
}
function dotProduct(one, other) {
  let [sum, left, right] = [0, 0, 0];
  while (left < one.terms.length && right < other.terms.length) {
    const step = (one.terms[left] ?? 0) - (other.terms[right] ?? 0);
    if (step === 0) sum += (one.weights[left] ?? 0) * (other.weights[right] ?? 0);
    if (step <= 0) left += 1;
    if (step >= 0) right += 1;
  }
  return sum;
}

// src/core/topics/title-words.ts
var PURPOSES = [
  [
    "expertise",
    [
      "areas of expertise",
      "expertise",
      "expert in",
      "competencies",
      "competency",
      "capabilities",
      "capability",
      "skills",
      "proficiencies",
      "specialties",
      "specializations"
    ]
  ],
  [
    "process",
    [
      "response approach",
      "working mode",
      "operating routine",
      "standard operating procedure",
      "approach",
      "approaching",
      "methodology",
      "process",
      "workflow",
      "procedure",
      "protocol",
      "routine",
      "steps",
      "how you work",
      "\u0440\u0430\u0431\u043E\u0447\u0438\u0439 \u043F\u0440\u043E\u0446\u0435\u0441\u0441",
      "\u5DE5\u4F5C\u6D41\u7A0B",
      "\u5DE5\u4F5C\u6D41",
      "\u6D41\u7A0B"
    ]
  ],
  [
    "output",
    [
      "response format",
      "response structure",
      "report format",
      "output format",
      "output template",
      "output structure",
      "output",
      "outputs",
      "deliverables",
      "deliverable",
      "\u8F93\u51FA\u683C\u5F0F",
      "\u8F93\u51FA"
    ]
  ],
  ["principles", ["principles", "philosophy", "tenets", "rules", "guidelines", "\u043F\u0440\u0430\u0432\u0438\u043B\u0430", "\u043F\u0440\u0438\u043D\u0446\u0438\u043F\u044B", "\u539F\u5219"]],
  ["mindset", ["behavioral traits", "behavioral mindset", "mindset", "attitude", "personality", "psychology"]],
  ["purpose", ["purpose", "mission", "goal", "goals", "objective", "objectives", "\u043C\u0438\u0441\u0441\u0438\u044F"]],
  ["limits", ["constraints", "boundaries", "limitations", "restrictions", "guardrails"]],
  ["trigger", ["when to use", "when to invoke", "triggers", "use cases"]],
  ["examples", ["example interactions", "example usage", "usage examples", "examples", "example", "samples"]],
  [
    "communication",
    [
      "communication style",
      "communication",
      "responses should be",
      "response style",
      "tone",
      "\u0441\u0442\u0438\u043B\u044C \u043E\u0431\u0449\u0435\u043D\u0438\u044F",
      "\u0441\u0442\u0438\u043B\u044C \u043A\u043E\u043C\u043C\u0443\u043D\u0438\u043A\u0430\u0446\u0438\u0438"
    ]
  ],
  ["checklist", ["checklist", "checks"]],
  [
    "stack",
    [
      "technology stack",
      "tech stack",
      "tech stacks",
      "technologies",
      "languages and frameworks",
      "languages frameworks",
      "frameworks"
    ]
  ],
  ["knowledge", ["knowledge base", "knowledge"]],
  ["success", ["success criteria", "success metrics", "acceptance criteria", "definition of done", "\u043C\u0435\u0442\u0440\u0438\u043A\u0438 \u0443\u0441\u043F\u0435\u0445\u0430"]]
];
var WHOLE_TITLES = [
  ["expertise", ["focus areas", "key focus areas", "areas of focus"]],
  ["output", ["return", "returns", "provide", "you provide", "what you return"]],
  [
    "first",
    [
      "when invoked",
      "immediate actions",
      "initial steps",
      "first steps",
      "when called",
      "\u5F53\u88AB\u8C03\u7528\u65F6",
      "\u8C03\u7528\u65F6",
      "\u043F\u0440\u0438 \u0432\u044B\u0437\u043E\u0432\u0435"
    ]
  ],
  ["purpose", ["role", "your role"]]
];
var OUTPUT = "@output";
var OUTPUT_ENDINGS = /* @__PURE__ */ new Set(["provide", "return", "deliver", "report"]);
var OCCASION2 = "@occasion";
var OCCASIONS = /* @__PURE__ */ new Set(["when", "for", "if", "before", "after"]);
var EMPTY_WORDS = new Set(
  "additional area areas aspect aspects basic common comprehensive core critical detailed essential expected following general guiding important include includes including key main mandated mandatory modern overall overview primary required section specific standard summary universal \u043A\u043B\u044E\u0447\u0435\u0432\u0430\u044F \u043A\u043B\u044E\u0447\u0435\u0432\u044B\u0435 \u043E\u0441\u043D\u043E\u0432\u043D\u0430\u044F \u043E\u0441\u043D\u043E\u0432\u043D\u044B\u0435 \u043E\u0431\u044F\u0437\u0430\u0442\u0435\u043B\u044C\u043D\u044B\u0435".split(
    " "
  )
);
var WEAK_WORDS = new Set(
  "advanced analysis analyze assess assessment best build considerations consideration create deep design develop development engineering ensure evaluate evaluation execution expert final first focus follow handling implementation implement improve integration knowledge maintenance management master mastery optimization optimize pattern patterns plan planning practices practice prioritize provide resolution setup solution solutions strategies strategy system systems task tasks technique techniques technologies technology tool tools understand".split(
    " "
  )
);

// src/core/topics/title-weights.ts
var PURPOSE = 0.9;
var COMMON_SUBJECT = 0.4;
var RARE = 4;
var WEAK = 0.3;
var NAME_WORD = 0.5;
function weighTitle(title, { idOf, weightOf }, names) {
  const all = /* @__PURE__ */ new Map();
  for (const { term, kind } of title) {
    const rarity = Math.min(1, Math.max(0, weightOf(idOf(term)) / RARE));
    const subject = (COMMON_SUBJECT + (1 - COMMON_SUBJECT) * rarity) * (names.has(term) ? NAME_WORD : 1);
    all.set(term, kind === "purpose" ? PURPOSE : kind === "weak" ? subject * WEAK : subject);
  }
  const ofKind = (wanted) => new Set(title.filter(({ term, kind }) => kind === wanted && !names.has(term)).map(({ term }) => term));
  const vector = {
    terms: new Uint32Array([...all.keys()].map(idOf)),
    weights: new Float64Array([...all.values()])
  };
  return { all, vector, subjects: ofKind("subject"), purposes: ofKind("purpose") };
}
var WITHOUT_SUBJECT = 2;
var ON_BOTH_SIDES = 1.5;
function titleLikeness(one, other) {
  let shared = 0;
  let hasSubject = false;
  for (const [term, weight] of one.all) {
    if (!other.all.has(term) || term === OCCASION2) continue;
    shared += weight;
    hasSubject ||= one.subjects.has(term);
  }
  if (shared === 0) return 0;
  const left = leftOver(one, other);
  const right = leftOver(other, one);
  const against = (left.all + right.all) * (hasSubject ? 1 : WITHOUT_SUBJECT);
  return 2 * shared / (2 * shared + against + ON_BOTH_SIDES * Math.min(left.telling, right.telling));
}
function leftOver(one, other) {
  let [all, telling] = [0, 0];
  for (const [term, weight] of one.all) {
    if (other.all.has(term)) continue;
    all += weight;
    if (one.subjects.has(term) || one.purposes.has(term)) telling += weight;
  }
  return { all, telling };
}

// src/core/topics/section-similarity.ts
var ALIKE = 0.44;
var TEXT = 1.3;
var DOUBT = 25;
var SAME_CONTEXT = 0.15;
var KNOWING_AND_DOING = 0.25;
var OTHER_PURPOSE = 0.3;
var PURPOSE_AND_NONE = 0.1;
var OTHER_SHAPE = 0.06;
var OTHER_LEVEL = 0.03;
var FAR_APART = 0.05;
var TEN_TIMES = 0.03;
var BOTH_OPEN = 0.55;
var BOTH_CLOSE = 0.5;
var SOME_EVIDENCE = 0.15;
var TITLE_LOOK_UPS = 2e6;
var TEXT_LOOK_UPS = 4e7;
var PAIRS_KEPT = 16;
function sectionPairs(columns, titleOf, vocabulary) {
  const vectorOf = createVectorizer(vocabulary);
  const pool = emptyPool();
  const alike = /* @__PURE__ */ new Map();
  const found = [];
  for (const column of columns) {
    const weighed = column.map(
      (profile) => ({
        profile,
        title: titleOf(profile),
        text: vectorOf(profile.text, DOUBT),
        size: profile.text.length + 10
      })
    );
    for (const one of weighed) found.push(...bestOfEachColumn(pairsWith(one, pool, alike)));
    for (const one of weighed) pool.add(one);
  }
  return found;
}
function emptyPool() {
  const titles = createInvertedIndex(Math.min, TITLE_LOOK_UPS);
  const texts = createInvertedIndex((a, b) => a * b, TEXT_LOOK_UPS);
  const seen = [];
  return {
    add(one) {
      titles.add(one.title.vector);
      texts.add(one.text);
      seen.push(one);
    },
    candidates(one) {
      const byTitle = titles.overlaps(one.title.vector);
      const byText = texts.overlaps(one.text, SOME_EVIDENCE);
      const found = [];
      const add2 = (at) => {
        const other = seen[at];
        if (other?.profile.role !== one.profile.role) return;
        found.push({ other, title: byTitle.sumOf(at), text: byText.sumOf(at) });
      };
      if (one.profile.role === "part") {
        byTitle.texts.forEach(add2);
        for (const at of byText.texts) if (byTitle.sumOf(at) === 0) add2(at);
      } else {
        seen.forEach((_, at) => {
          add2(at);
        });
      }
      return found;
    }
  };
}
function pairsWith(one, pool, alike) {
  const pairs = [];
  for (const candidate of pool.candidates(one)) {
    const score = scoreOf(one, candidate, alike);
    if (score >= ALIKE / 2) pairs.push({ a: candidate.other.profile, b: one.profile, score });
  }
  return pairs;
}
function scoreOf(one, { other, title: shared, text }, alike) {
  const title = shared > 0 ? titleLikeness(one.title, other.title) : 0;
  const likeness = title + TEXT * text;
  if (likeness >= ALIKE) {
    const known = alike.get(one.profile);
    if (known) known.add(other.profile);
    else alike.set(one.profile, /* @__PURE__ */ new Set([other.profile]));
  }
  switch (one.profile.role) {
    case "opening":
      return BOTH_OPEN + (1 - BOTH_OPEN) * Math.max(title, text);
    case "closing":
      return BOTH_CLOSE + (1 - BOTH_CLOSE) * text;
    case "part": {
      const context = title + text >= SOME_EVIDENCE ? contextOf(one.profile, other.profile, alike) : 0;
      return likeness + context - purposeApart(one.title, other.title) - apart(one, other);
    }
  }
}
function contextOf({ parent: a }, { parent: b }, alike) {
  if (!a || !b) return a || b ? -OTHER_LEVEL : 0;
  return alike.get(a)?.has(b) ? SAME_CONTEXT : 0;
}
function purposeApart({ purposes: one }, { purposes: other }) {
  for (const purpose of one) if (other.has(purpose)) return 0;
  if (one.size > 0 && other.size > 0) return OTHER_PURPOSE;
  return one.size > 0 || other.size > 0 ? PURPOSE_AND_NONE : 0;
}
function apart({ profile: one, size }, { profile: other, size: otherSize }) {
  const kind = one.kind && other.kind && one.kind !== other.kind ? KNOWING_AND_DOING : 0;
  const shape = one.isLine === other.isLine ? 0 : OTHER_SHAPE;
  const place = FAR_APART * Math.abs(one.position - other.position);
  return kind + shape + place + TEN_TIMES * Math.abs(Math.log10(size / otherSize));
}
function bestOfEachColumn(pairs) {
  if (pairs.length <= PAIRS_KEPT) return pairs;
  const kept = /* @__PURE__ */ new Map();
  return [...pairs].sort((p, q) => q.score - p.score || p.a.index - q.a.index).filter(({ a: { column } }) => {
    const count = kept.get(column) ?? 0;
    kept.set(column, count + 1);
    return count < PAIRS_KEPT;
  });
}

// src/core/topics/merge-pairs.ts
var WORTHLESS = 0.35;
var TOGETHER = 0.35;
function mergePairs(profiles, pairs) {
  const scores = scoreTable(profiles.length, pairs);
  const groups = profiles.map((profile) => [profile]);
  const groupOf = ({ index }) => groups[index] ?? [];
  for (const { a, b } of chosenPairs(profiles, pairs)) {
    const [one, other] = [groupOf(a), groupOf(b)];
    if (one === other || average(one, other, scores) < TOGETHER || turnsAround(one, other, groupOf)) continue;
    const both = [...one, ...other];
    for (const { index } of both) groups[index] = both;
  }
  return [...new Set(groups)];
}
function chosenPairs(profiles, pairs) {
  const byColumns = /* @__PURE__ */ new Map();
  for (const { a, b, score } of pairs) {
    if (score < ALIKE) continue;
    const key = `${a.column} ${b.column}`;
    const edge = { left: a.index, right: b.index, worth: (score - WORTHLESS) ** 2 };
    const edges = byColumns.get(key);
    if (edges) edges.push(edge);
    else byColumns.set(key, [edge]);
  }
  return [...byColumns.values()].flatMap(bestPairs).sort((p, q) => q.worth - p.worth || p.left - q.left || p.right - q.right).flatMap(({ left, right }) => {
    const [a, b] = [profiles[left], profiles[right]];
    return a && b ? [{ a, b }] : [];
  });
}
function scoreTable(count, pairs) {
  const scores = new Map(pairs.map(({ a, b, score }) => [a.index * count + b.index, score]));
  return ({ index: a }, { index: b }) => scores.get(Math.min(a, b) * count + Math.max(a, b)) ?? 0;
}
function average(one, other, scoreOf2) {
  let sum = 0;
  for (const a of one) {
    for (const b of other) {
      if (a.column === b.column) return -1;
      sum += scoreOf2(a, b);
    }
  }
  return sum / (one.length * other.length);
}
function turnsAround(one, other, groupOf) {
  return one.some((a) => other.some((b) => meetsInside(a, b, groupOf) || meetsInside(b, a, groupOf)));
}
function meetsInside(one, other, groupOf) {
  for (let above = one.parent; above; above = above.parent) {
    const met = groupOf(above).find(({ column }) => column === other.column);
    for (let inside = met?.parent; inside; inside = inside.parent) if (inside === other) return true;
  }
  return false;
}

// src/core/topics/order-topics.ts
function orderGroups(groups, rankOf) {
  const groupOf = new Map(groups.flatMap((group) => group.map((profile) => [profile, group])));
  const leaders = new Map(groups.map((group) => [group, firstOf(group, rankOf)]));
  const children = /* @__PURE__ */ new Map();
  for (const group of groups) {
    const leader = leaders.get(group);
    const above = leader?.parent && leader.role === "part" ? groupOf.get(leader.parent) ?? null : null;
    const siblings = children.get(above);
    if (siblings) siblings.push(group);
    else children.set(above, [group]);
  }
  const placed = [];
  const place = (above, depth) => {
    for (const group of inReadingOrder(children.get(above) ?? [], rankOf)) {
      placed.push({ group, depth });
      place(group, depth + 1);
    }
  };
  place(null, 0);
  return placed;
}
function firstOf(group, rankOf) {
  return [...group].sort((a, b) => rankOf(a.column) - rankOf(b.column))[0];
}
function inReadingOrder(siblings, rankOf) {
  const byColumn = /* @__PURE__ */ new Map();
  for (const group of siblings) {
    for (const { column, index } of group) {
      const members = byColumn.get(column);
      if (members) members.push({ group, index });
      else byColumn.set(column, [{ group, index }]);
    }
  }
  let ordered = [];
  for (const [, members] of [...byColumn].sort(([a], [b]) => rankOf(a) - rankOf(b))) {
    ordered = withMembers(
      ordered,
      members.sort((a, b) => a.index - b.index).map(({ group }) => group)
    );
  }
  return [...ordered].sort((a, b) => rankOfRole(a) - rankOfRole(b));
}
function withMembers(ordered, members) {
  const there = new Set(ordered);
  const before = /* @__PURE__ */ new Map();
  let waiting = [];
  for (const group of members) {
    if (!there.has(group)) {
      waiting.push(group);
      continue;
    }
    before.set(group, waiting);
    waiting = [];
  }
  return [...ordered.flatMap((group) => [...before.get(group) ?? [], group]), ...waiting];
}
function rankOfRole([one]) {
  return one?.role === "opening" ? 0 : one?.role === "closing" ? 2 : 1;
}

// src/core/topics/terms.ts
import { stem } from "porter2";

// src/core/topics/stop-words.ts
var STOP_WORDS = new Set(
  [
    "a about above across after all also always am among an and any are arent as at be because been before being below",
    "between both but by can cannot cant could did do does doesnt doing done dont down during each either else etc even",
    "ever every for from further had has have having he her here hers him his how however i if im in into is isnt it its",
    "itself just let lets like ll may me might mine more most must my need needs never no nor not now of off on once",
    "only onto or other others otherwise our ours out over own per please same shall she should so some such than that",
    "the their theirs them then there therefore these they this those through thus to too under unless until up upon us",
    "use used uses using ve very via was we well were what when where whether which while who whom whose why will with",
    "within without would you youll your youre yours yourself",
    // Spanish, Portuguese, French, Italian
    "al com como con da das de del della des di do dos du e el ela em en es est et eu il la las le les lo los mais mas",
    "na nas ne no nos nous o os ou para pas per por pour que qui se sem ses si sin son su sua sur sus te tu um uma un",
    "una une uno vos votre vous y",
    // German, Dutch, Turkish
    "als auf aus bei das dass dem den der des die ein eine einem einen einer er es fur het ich im ist mit nach nicht oder",
    "sich sie sind und van von voor was wenn wie wird zu zum zur bir bu da de icin ile olarak ve veya",
    // Russian and Ukrainian
    "\u0430 \u0431\u0435\u0437 \u0431\u043E\u043B\u0435\u0435 \u0431\u044B \u0431\u044B\u043B \u0431\u044B\u043B\u0430 \u0431\u044B\u043B\u0438 \u0431\u044B\u043B\u043E \u0431\u044B\u0442\u044C \u0432 \u0432\u0430\u043C \u0432\u0430\u0441 \u0432\u0430\u0448 \u0432\u0430\u0448\u0430 \u0432\u0430\u0448\u0435 \u0432\u0430\u0448\u0438 \u0432\u0430\u0448\u0435\u0433\u043E \u0432\u0430\u0448\u0435\u0439 \u0432\u044B \u0433\u0434\u0435 \u0434\u0430 \u0434\u043B\u044F \u0434\u043E \u0435\u0433\u043E \u0435\u0435 \u0435\u0441\u043B\u0438 \u0435\u0441\u0442\u044C",
    "\u0436\u0435 \u0437\u0430 \u0438 \u0438\u0437 \u0438\u043B\u0438 \u0438\u043C \u0438\u0445 \u043A \u043A\u0430\u043A \u043A\u043E\u0433\u0434\u0430 \u043A\u043E\u0442\u043E\u0440\u044B\u0439 \u043A\u043E\u0442\u043E\u0440\u044B\u0435 \u043B\u0438 \u043D\u0430 \u043D\u0430\u0434 \u043D\u0435 \u043D\u0435\u0442 \u043D\u043E \u043E \u043E\u0431 \u043E\u0442 \u043F\u043E \u043F\u043E\u0434 \u043F\u0440\u0438 \u043F\u0440\u043E \u0441 \u0441\u0432\u043E\u0438 \u0441\u0432\u043E\u0439 \u0441\u043E \u0442\u0430\u043A \u0442\u0430\u043A\u0436\u0435",
    "\u0442\u0432\u043E\u0438 \u0442\u0432\u043E\u0439 \u0442\u0432\u043E\u044F \u0442\u0432\u043E\u0435 \u0442\u043E \u0442\u043E\u0433\u043E \u0442\u043E\u043B\u044C\u043A\u043E \u0442\u044B \u0443 \u0447\u0442\u043E \u0447\u0442\u043E\u0431\u044B \u044D\u0442\u0430 \u044D\u0442\u0438 \u044D\u0442\u043E \u044D\u0442\u043E\u0442 \u044F \u0442\u0430 \u0456 \u0439 \u0449\u043E \u044F\u043A \u0446\u0435"
  ].join(" ").split(" ")
);

// src/core/topics/terms.ts
function termsOf(text) {
  return wordsOf(text).filter((word) => !STOP_WORDS.has(word)).map(termOf);
}
function wordsOf(text) {
  const folded = ASCII.test(text) ? text.toLowerCase().replace(APOSTROPHE, "") : text.toLowerCase().normalize("NFKD").replace(MARKS2, "$1").replace(APOSTROPHE, "").normalize("NFC");
  const words2 = [];
  for (const run of folded.match(ASCII.test(folded) ? ASCII_RUN : RUN) ?? []) {
    if (!UNSPACED.test(run)) words2.push(run.slice(0, LONGEST_WORD2));
    else for (const pair of bigrams(run)) words2.push(pair);
  }
  return words2;
}
function termOf(word) {
  const known = cache4.get(word);
  if (known !== void 0) return known;
  const term = ENGLISH.test(word) ? IRREGULAR.get(word) ?? stem(word) : beginning2(word);
  if (cache4.size < CACHED_WORDS) cache4.set(word, term);
  return term;
}
var cache4 = /* @__PURE__ */ new Map();
var CACHED_WORDS = 5e4;
var IRREGULAR = /* @__PURE__ */ new Map([
  ["responsibility", "responsibility"],
  ["responsibilities", "responsibility"],
  ["debugger", "debug"],
  ["integrity", "integrity"],
  ["architecture", "architect"],
  ["architectures", "architect"],
  ["architectural", "architect"],
  ["analysis", "analyz"],
  ["analyses", "analyz"],
  ["analyst", "analyz"],
  ["optimal", "optim"],
  ["db", "databas"],
  ["databases", "databas"],
  ["apis", "api"],
  ["docs", "document"],
  ["doc", "document"],
  ["observability", "monitor"],
  ["auth", "authent"]
]);
var LONGEST_WORD2 = 40;
var LETTERS_THAT_COUNT = 5;
var ASCII = /^[\0-\x7f]*$/;
var APOSTROPHE = /['’ʼ]/g;
var MARKS2 = /(\p{Script=Latin})\p{Mn}+/gu;
var ASCII_RUN = /[a-z][a-z0-9]*|[0-9]+[a-z][a-z0-9]*/g;
var CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー`;
var RUN = new RegExp(String.raw`[${CJK}]+|[a-z][a-z0-9]*|[0-9]+[a-z][a-z0-9]*|(?:(?![${CJK}])[\p{L}\p{M}])+`, "gu");
var UNSPACED = new RegExp(`[${CJK}]`, "u");
var ENGLISH = /^[a-z0-9]+$/;
function bigrams(run) {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
function beginning2(word) {
  return word.length > LETTERS_THAT_COUNT ? word.slice(0, LETTERS_THAT_COUNT) : word;
}

// src/core/topics/title-terms.ts
function titleTerms(title) {
  const words2 = wordsOf(title.slice(0, LONGEST_TITLE).replace(/[_-]/g, " "));
  const whole = WHOLE.get(words2.filter((word) => !isFiller(word)).join(" ")) ?? WHOLE.get(words2.join(" "));
  if (whole) return [{ term: whole, kind: "purpose" }];
  const terms = /* @__PURE__ */ new Map();
  const add2 = (term) => terms.set(term.term, terms.get(term.term) ?? term);
  for (const word of withPurposes(words2)) {
    if (word.startsWith("@")) add2({ term: word, kind: "purpose" });
    else if (!isFiller(word)) add2({ term: termOf(word), kind: WEAK_WORDS.has(word) ? "weak" : "subject" });
  }
  if (terms.size === 0) for (const word of words2) add2({ term: termOf(word), kind: "subject" });
  return [...terms.values()];
}
var LONGEST_TITLE = 120;
function isFiller(word) {
  return STOP_WORDS.has(word) || EMPTY_WORDS.has(word);
}
var WHOLE = new Map(
  WHOLE_TITLES.flatMap(
    ([purpose, titles]) => titles.map((title) => [wordsOf(title).join(" "), `@${purpose}`])
  )
);
var PHRASES = phrasesByFirstWord();
function phrasesByFirstWord() {
  const phrases = PURPOSES.flatMap(
    ([purpose, texts]) => texts.map((text) => ({ words: wordsOf(text), purpose: `@${purpose}` }))
  ).sort((a, b) => b.words.length - a.words.length);
  const byFirst = /* @__PURE__ */ new Map();
  for (const phrase of phrases) {
    const [first = ""] = phrase.words;
    byFirst.set(first, [...byFirst.get(first) ?? [], phrase]);
  }
  return byFirst;
}
function withPurposes(words2) {
  const found = [];
  const [first = ""] = words2;
  for (let at = 0; at < words2.length; ) {
    const phrase = PHRASES.get(words2[at] ?? "")?.find((one) => one.words.every((word, of) => words2[at + of] === word));
    found.push(phrase?.purpose ?? words2[at] ?? "");
    at += phrase?.words.length ?? 1;
  }
  if (words2.length < 2 || !OCCASIONS.has(first) || found[0] !== first) return found;
  if (OUTPUT_ENDINGS.has(words2.at(-1) ?? "")) return [...found.slice(1, -1), OUTPUT];
  return [OCCASION2, ...found.slice(1)];
}

// src/core/topics/section-profile.ts
function sectionProfiles(sections, idOf, column, firstIndex) {
  const terms = documentTerms(sections, idOf);
  const total = terms.ranges.size;
  const profiles = [];
  const add2 = (section, parent, isWhole) => {
    const range = terms.ranges.get(section) ?? EMPTY;
    const end2 = isWhole ? range.inside : range.end;
    const profile = {
      section,
      column,
      index: firstIndex + profiles.length,
      position: profiles.length / Math.max(1, total - 1),
      parent,
      role: isWhole ? "opening" : roleOf2(section),
      isLine: isLine(section),
      kind: parent && kindUnder(parent),
      title: range.title,
      text: terms.ids.subarray(range.text, end2),
      whole: terms.ids.subarray(range.start, end2)
    };
    profiles.push(profile);
    addAll(section.sections, isWhole ? null : profile, isWhole);
  };
  const addAll = (list, parent, isTop) => {
    const whole = isTop ? wholeDocument(list) : null;
    for (const section of list) if (!isClosingTag(section)) add2(section, parent, section === whole);
  };
  addAll(sections, null, true);
  return profiles;
}
var EMPTY = { title: [], start: 0, text: 0, inside: 0, end: 0 };
function documentTerms(sections, idOf) {
  const ids = [];
  const ranges = /* @__PURE__ */ new Map();
  const visit = (section) => {
    const start = ids.length;
    const title = titleTerms(section.title);
    for (const { term } of title) ids.push(idOf(term));
    const text = ids.length;
    for (const term of textTerms(section)) ids.push(idOf(term));
    const inside = ids.length;
    for (const child of section.sections) visit(child);
    ranges.set(section, { title, start, text, inside, end: ids.length });
  };
  for (const section of sections) visit(section);
  return { ids: new Uint32Array(ids), ranges };
}
function textTerms({ raw, title }) {
  const ofTitle = /* @__PURE__ */ new Map();
  for (const term of termsOf(title)) ofTitle.set(term, (ofTitle.get(term) ?? 0) + 1);
  return termsOf(raw).filter((term) => {
    const left = ofTitle.get(term) ?? 0;
    if (left > 0) ofTitle.set(term, left - 1);
    return left === 0;
  });
}
function roleOf2({ kind, id }) {
  if (kind === "preamble") return "opening";
  return kind === "untitled" && /(?:^|\/)closing$/.test(id) ? "closing" : "part";
}
function isLine({ kind, raw, items, sections }) {
  return kind === "item" && items.length === 0 && sections.length === 0 && !raw.trim().includes("\n");
}
var KNOWING = /* @__PURE__ */ new Set(["@expertise", "@knowledge", "@stack"]);
function kindUnder({ kind, title }) {
  return kind === "knowing" || title.some(({ term }) => KNOWING.has(term)) ? "knowing" : "doing";
}

// src/core/topics/common-terms.ts
var COMMON_TERMS = [
  [
    0.48,
    "action agent analyz api architect build chang check clear code context creat data design document error execut file focus follow format handl identifi implement includ integr key manag name optim output path pattern perform practic process provid qualiti requir secur specif strategi structur system test time tool type user valid"
  ],
  [
    0.34,
    "access applic approach base behavior best boundari call complet complex comprehens configur consist content control core critic databas depend descript detail detect develop direct engin ensur exampl exist expert featur find first framework function generat high input issu level list load log maintain make model monitor new one oper plan priorit product project queri read recommend report request respons return review role run scope servic set sourc standard state step target task understand updat usag valu verifi version work workflow write"
  ],
  [
    0.24,
    "activ add appli appropri area assess audit authent author autom avail avoid block cach capabl case checklist command complianc compon confirm constraint contain continu contract correct cross current custom decis defin deploy edg effect effici environ evalu event exact expertis explicit extern fail failur fix flow full guid impact import improv inform interact json keep languag limit line logic map match messag metric migrat miss mode modul multi multipl need note option order pass pipelin platform point principl prompt proper rate real refer relat resourc result risk rule schema search select session setup share singl size solut special start status style success summari support templat text track"
  ],
  [
    0.17,
    "advanc against app ask assumpt async bash break busi caus cd ci class clean codebas commit common communic compat concret condit config connect consid convent cost count coverag creation credenti criteria date deep default definit differ domain driven end endpoint entri establish evid except expect experi extract field flag found gap get guidanc guidelin id index infrastructur initi inject instead instruct interfac isol item javascript js knowledg librari link locat low markdown md measur medium memori method minim modern modifi network next non number object observ open orchestr organ phase polici prefer present preserv prevent primari prioriti problem profil progress propos protocol purpos question readi reason record recoveri relev reliabl rememb repositori research resolv responsibility rest root rout runtim safe safeti scalabl scale scan scenario script secret section separ server show skill skip specialist sql stack suggest tabl team technic technolog token treat true ui unit url util variabl verif vs web window zero"
  ],
  [
    0.12,
    "accept actual ad adapt address affect ai alert align alreadi altern approv artifact attribut auto await back backend balanc baselin batch begin benchmark brief captur categori chain claim clariti claud client cloud collabor collect comment composit comput concern concurr confid consider convers cover dashboard debug defens delet deliver depth describ determin directori discoveri distribut dynam edit embed enabl enforc enhanc excel explain fals fast feedback fetch filter final form futur gate gather git github go goal good group header help html ident identif ignor imag immedi indic insight intern invok iter job larg layer leak learn least leverag lifecycl live local long look loop mainten manual matter mcp mechan methodolog mission mitig nativ node null opportun outsid packag page parallel parent parti partial permiss persist posit possibl post potenti pre procedur produc protect public python rather rational re readabl reduc refactor remain remov render repeat replac resolut retri right robust rollback sanit score see self semant sever signal simpl softwar stage still stop storag store stream string surfac systemat techniqu term think third thorough titl top trace transform transit trigger trust typescript visual vulner warn"
  ],
  [
    0.08,
    "absolut abstract account accuraci act addit adher aggreg algorithm alloc allow ambigu analyt anoth answer anti assign assist assum attack automat aw awar azur background bodi bottleneck branch budget bug built bundl calcul catch channel charact choic choos cli close cluster coher combin comparison compet compil concis consum coordin copi day deliv deliveri devop diagram diff docker duplic earli ecosystem element email empti encod encrypt entir escal everyth explan exploit explor export expos express extens fallback frontend generic global googl govern grace graphql grep handoff happen health higher hook http https human implic incid increment independ infer info inherit inlin inspect instal intellig introduc invalid investig known kubernet label last latenc later latest layout lead like lint lock main major mandatori mani mark market master masteri materi max mean meaning merg metadata microservic middlewar mobil move navig necessari none normal notif origin outcom overrid paramet pars payload person persona philosophi pool power precis predict privat proceed program queue quick react recent redi regress regular reject relationship releas residu retriev reusabl reveal revers save schedul second senior sensit sequenc sequenti shape short side similar small smallest space spec specifi split src stakehold statement static stay subag suit summar suppli tag testabl threshold timeout timestamp topic total touch train transact tree trend tri troubleshoot tune two untrust view visibl width worker workspac wrong yaml"
  ]
];
var RARE_SHARE = 0.02;

// src/core/topics/term-statistics.ts
var NO_STATISTICS = { definitions: 0, counts: /* @__PURE__ */ new Map() };
var PRIOR_DEFINITIONS = 100;
function termWeights({ definitions, counts: counts2 }) {
  return (term) => {
    const expected = (BUILT_IN_SHARES.get(term) ?? RARE_SHARE) * PRIOR_DEFINITIONS;
    const share = (expected + (counts2.get(term) ?? 0)) / (PRIOR_DEFINITIONS + definitions);
    return Math.log(1.05 / share);
  };
}
var BUILT_IN_SHARES = new Map(
  COMMON_TERMS.flatMap(([share, terms]) => terms.split(" ").map((term) => [term, share]))
);

// src/core/topics/vocabulary.ts
function createVocabulary(weightOf) {
  const ids = /* @__PURE__ */ new Map();
  const weights = [];
  return {
    idOf(term) {
      const known = ids.get(term);
      if (known !== void 0) return known;
      const id = ids.size;
      ids.set(term, id);
      weights.push(weightOf(term));
      return id;
    },
    weightOf: (id) => weights[id] ?? 0
  };
}

// src/core/topics/align-topics.ts
var SECTIONS_COMPARED = 300;
function alignTopics(comparands, statistics = NO_STATISTICS) {
  const columns = inOwnOrder(comparands);
  const vocabulary = createVocabulary(termWeights(statistics));
  let count = 0;
  const profiles = columns.map((at, column) => {
    const found = sectionProfiles(comparands[at]?.sections ?? [], vocabulary.idOf, column, count);
    count += found.length;
    return found;
  });
  const names = sharedNameTerms(comparands);
  const titleOf = remembered2(({ title }) => weighTitle(title, vocabulary, names));
  const compared = profiles.map((column) => column.slice(0, SECTIONS_COMPARED));
  const groups = mergePairs(profiles.flat(), sectionPairs(compared, titleOf, vocabulary));
  const similarityOf = similarities(vocabulary);
  return orderGroups(groups, (column) => columns[column] ?? column).map(({ group, depth }) => ({
    title: bestTitle(group, titleOf),
    depth,
    cells: comparands.map((_, at) => group.find(({ column }) => columns[column] === at)?.section ?? null),
    similarity: similarityOf(group)
  }));
}
function inOwnOrder(comparands) {
  return [...comparands.entries()].sort(([, { definition: a }], [, { definition: b }]) => compareText(a.body, b.body) || compareText(a.id, b.id)).map(([at]) => at);
}
function sharedNameTerms(comparands) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const { definition } of comparands) {
    for (const term of new Set(termsOf(definition.name))) counts2.set(term, (counts2.get(term) ?? 0) + 1);
  }
  return new Set([...counts2].filter(([, count]) => count > comparands.length / 2).map(([term]) => term));
}
function remembered2(compute) {
  const known = /* @__PURE__ */ new Map();
  return (profile) => {
    const title = known.get(profile) ?? compute(profile);
    known.set(profile, title);
    return title;
  };
}
function bestTitle(group, titleOf) {
  const titles = group.map((profile) => ({ label: sectionLabel(profile.section), weighed: titleOf(profile) }));
  const likeness = /* @__PURE__ */ new Map();
  for (const one of titles) {
    let sum = 0;
    for (const other of titles) sum += one.label === other.label ? 1 : titleLikeness(one.weighed, other.weighed);
    likeness.set(one.label, sum);
  }
  const [best] = [...likeness].sort(([a, p], [b, q]) => q - p || a.length - b.length || compareText(a, b));
  return best?.[0] ?? "";
}
function similarities(vocabulary) {
  const vectorOf = createVectorizer(vocabulary);
  return (group) => {
    if (group.length < 2) return null;
    const vectors = group.map(({ whole }) => vectorOf(whole));
    let sum = 0;
    for (const [at, one] of vectors.entries()) {
      for (const other of vectors.slice(at + 1)) {
        sum += one.terms.length + other.terms.length > 0 ? dotProduct(one, other) : 1;
      }
    }
    const pairs = group.length * (group.length - 1) / 2;
    return Math.min(1, sum / pairs);
  };
}

// test/fuzz/hostile-text.ts
import fc from "fast-check";

// test/support/hostile/hostile-controls.ts
var ESC = "\x1B";
var BEL = "\x07";
var ST = `${ESC}\\`;
var SEQUENCES = {
  title: `${ESC}]0;taken over${BEL}`,
  "title-st": `${ESC}]2;taken over${ST}`,
  "title-c1": "\x9D0;taken over\x9C",
  clipboard: `${ESC}]52;c;ZXZpbA==${BEL}`,
  "clipboard-read": `${ESC}]52;c;?${BEL}`,
  "clipboard-c1": "\x9D52;c;ZXZpbA==\x9C",
  link: `${ESC}]8;;https://example.org${ST}click${ESC}]8;;${ST}`,
  "working-folder": `${ESC}]7;file://host/tmp${BEL}`,
  notification: `${ESC}]9;hello${BEL}${ESC}]777;notify;a;b${BEL}`,
  palette: `${ESC}]4;1;rgb:00/00/00${BEL}${ESC}]10;#000000${BEL}${ESC}]11;#000000${BEL}${ESC}]104${BEL}`,
  image: `${ESC}]1337;File=name=eA==;inline=1:AAAA${BEL}`,
  clear: `${ESC}[2J${ESC}[3J${ESC}[H`,
  "leave-screen": `${ESC}[?1049l${ESC}[?47l`,
  "show-cursor": `${ESC}[?25h`,
  "wrap-on": `${ESC}[?7h`,
  "mouse-on": `${ESC}[?1000h${ESC}[?1003h${ESC}[?1006h`,
  "paste-off": `${ESC}[?2004l`,
  "paste-end": `${ESC}[201~`,
  "scroll-region": `${ESC}[2;3r`,
  "origin-mode": `${ESC}[?6h`,
  "insert-mode": `${ESC}[4h`,
  "newline-mode": `${ESC}[20h`,
  "keypad-mode": `${ESC}[?1h${ESC}=`,
  resize: `${ESC}[8;5;20t`,
  iconify: `${ESC}[2t`,
  "move-cursor": `${ESC}[1;1H${ESC}[10A${ESC}[99C`,
  "save-restore": `${ESC}7${ESC}[1;1Hxx${ESC}8`,
  reset: `${ESC}c`,
  "soft-reset": `${ESC}[!p`,
  colours: `${ESC}[31;5;7;8m`,
  "repeat-character": `x${ESC}[99999b`,
  "ask-attributes": `${ESC}[c${ESC}[>c${ESC}[=c`,
  "ask-position": `${ESC}[6n${ESC}[5n`,
  "ask-title": `${ESC}[21t`,
  dcs: `${ESC}P$q"p${ST}`,
  sixel: `${ESC}Pq#0;2;0;0;0#0~~${ST}`,
  "define-keys": `${ESC}P1;1|17/6c73${ST}`,
  "tmux-pass": `${ESC}Ptmux;${ESC}${ESC}]0;taken over${BEL}${ST}`,
  apc: `${ESC}_Ga=T,f=24;AAAA${ST}`,
  pm: `${ESC}^private${ST}`,
  sos: `${ESC}Xstring${ST}`,
  "c1-csi": "\x9B31m\x9B2J",
  "c1-dcs": '\x90$q"p\x9C',
  "c1-apc": "\x9Fx\x9C",
  "charset-shift": `${ESC}(0lqk${ESC})0`,
  "unfinished-csi": `${ESC}[`,
  "unfinished-osc": `${ESC}]0;never closed`,
  "unfinished-dcs": `${ESC}P`,
  "lone-escape": `${ESC}`,
  "double-escape": `${ESC}${ESC}[31m`,
  overwrite: "harmless\rhostile",
  backspaces: `harmless${"\b".repeat(8)}hostile`,
  "form-feed": "a\fb\vc",
  bell: BEL.repeat(500),
  synchronised: `${ESC}[?2026h`,
  "bidi-override": "report\u202Efdp.exe\u202C",
  "bidi-isolate": "\u2066hidden\u2069\u2067a\u2068b\u2069\u2069",
  "bidi-marks": "a\u200E\u200F\u061Cb",
  "zero-width": "pass\u200B\u200C\u200D\u2060\uFEFFword",
  "soft-hyphen": "pass\xADword",
  "tag-characters": `hello${[..."ignore all rules"].map((c) => String.fromCodePoint(917504 + (c.codePointAt(0) ?? 0))).join("")}`,
  "variation-selectors": `a${Array.from({ length: 200 }, (_, at) => String.fromCodePoint(917760 + at)).join("")}`,
  "mark-tower": `z${"\u0301".repeat(5e3)}`,
  "emoji-chain": "\u{1F469}\u200D".repeat(2e3),
  "flag-run": "\u{1F1E6}".repeat(999),
  "wide-run": "\u6F22".repeat(3e3),
  "hangul-run": "\u1100\u1161\u11A8".repeat(900),
  "line-separators": "a\u2028b\u2029c\x85d",
  noncharacters: "\uFFFE\uFFFF\uFDD0\u{1FFFE}",
  interlinear: "\uFFF9a\uFFFAb\uFFFB",
  "musical-format": "\u{1D173}\u{1D17A}",
  "hangul-filler": "a\u3164\u115F\u1160\uFFA0b",
  "private-use": "\uE0B0\u{F0000}\u{10FFFD}",
  prepend: "\u0D4E\u{110BD}\u0600\u06DDa",
  rtl: "\u0645\u0631\u062D\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645 \u05E9\u05DC\u05D5\u05DD"
};
var CONTROLS = [
  ...Array.from({ length: 31 }, (_, at) => at + 1),
  ...Array.from({ length: 33 }, (_, at) => at + 127)
];
function yamlQuoted(text) {
  return JSON.stringify(text).replace(/[\u007F-\uFFFF]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

// test/fuzz/hostile-text.ts
var MARKS3 = [
  ...["#", "##", "######", "# ", "## A", "- ", "* ", "+ ", "1. ", "1) ", "\u2022 ", "> ", ">", "    ", "	", "   "],
  ...[
    "```",
    "````",
    "~~~",
    "```md",
    "```js",
    "<!--",
    "-->",
    "<!-- x -->",
    "<role>",
    "</role>",
    '<a-b c="d">',
    "</a-b>"
  ],
  ...["**", "*", "__", "_", "`", "``", "[", "]", "](", ")", "![", "\\", "|", "|-|-|", "---", "***", "___", "===", ":"],
  ...[
    "\uFF1A",
    "**Bold:**",
    "Do this:",
    "**A**: b",
    "- **A**: b",
    "http://a.b/c",
    "<http://a>",
    "&amp;",
    "\uFEFF",
    "{",
    "}"
  ]
];
var FIELDS = [
  ...[
    "name: a",
    "description: b: c",
    'description: "x',
    "description: 'x",
    "tools: Read, Bash(git diff:*)",
    "tools: []"
  ],
  ...[
    "tools:\n  - Read",
    "model: 4.10",
    "color: RED",
    "__proto__: x",
    "constructor: y",
    "a: &a [*a]",
    "b: *a",
    "<<: *a"
  ],
  ...[
    "c: !!js/function x",
    "d: |\n  e",
    "f: >-\n  g",
    "# comment",
    "? k\n: v",
    "h: [[[",
    "i: {j: {k:",
    "l: 1e999",
    "- m"
  ],
  ...[
    'description: <example>\nuser: "a: b"\n</example>',
    'x: "\\e[31m"',
    ": n",
    '"": o',
    "name: b",
    "%YAML 1.2",
    "..."
  ]
];
var LINE_ENDS = ["\n", "\n", "\n", "\n\n", "\r\n", "\r", "\x85", "\u2028"];
var FENCES = ["---", "---", "---", "----", "--- ", " ---", "---js", "--- js", "---yaml", "---toml", ""];
var strange = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom(...Object.values(SEQUENCES)).map((sequence) => sequence.slice(0, 80)),
  fc.integer({ min: 0, max: 65535 }).map((code) => String.fromCharCode(code))
);
var piece = fc.oneof(
  { arbitrary: fc.constantFrom(...MARKS3), weight: 6 },
  { arbitrary: fc.constantFrom("word", "Security", "the", "a b c", "Regel", "\u89C4\u5219"), weight: 4 },
  { arbitrary: fc.constantFrom(...LINE_ENDS), weight: 5 },
  { arbitrary: strange, weight: 2 },
  // Repetition is what makes a scanner slow or deep.
  {
    arbitrary: fc.tuple(fc.constantFrom(...MARKS3), fc.integer({ min: 2, max: 300 })).map(([mark, times]) => mark.repeat(times)),
    weight: 1
  }
);
var hostileBody = fc.array(piece, { maxLength: 80 }).map((pieces2) => pieces2.join(""));
var field = fc.oneof(
  { arbitrary: fc.constantFrom(...FIELDS), weight: 5 },
  { arbitrary: strange.map((text) => `name: ${yamlQuoted(text)}`), weight: 1 },
  { arbitrary: strange, weight: 1 },
  {
    arbitrary: fc.tuple(fc.constantFrom("[", "{a: ", "- ", "? ", "!!str "), fc.integer({ min: 1, max: 400 })).map(([open2, times]) => `z: ${open2.repeat(times)}`),
    weight: 1
  }
);
var hostileFile = fc.tuple(
  fc.constantFrom("", "", "", "\uFEFF", "\n", "Text.\n"),
  fc.constantFrom(...FENCES),
  fc.array(field, { maxLength: 8 }),
  fc.constantFrom(...FENCES),
  fc.constantFrom("\n", "\n", "\r\n", "\r"),
  hostileBody
).map(([lead, open2, fields, close2, end2, body]) => lead + [open2, ...fields, close2, body].join(end2));

// test/fuzz/screen-around.ts
import xterm from "@xterm/headless";

// src/ui/paint.ts
var COLORED = {
  text: "",
  strong: "1",
  emphasis: "3",
  code: "36",
  link: "4",
  heading: "1;36",
  subheading: "1",
  muted: "2",
  accent: "36",
  marker: "2",
  match: "1;36",
  success: "32",
  warning: "33",
  error: "31",
  added: "32",
  removed: "31",
  inverse: "7"
};
var PLAIN2 = {
  ...COLORED,
  code: "",
  heading: "1",
  accent: "1",
  match: "1;4",
  success: "1",
  warning: "1",
  error: "1",
  added: "4",
  removed: "9"
};
function createPaint(colors) {
  const codes = colors ? COLORED : PLAIN2;
  return ({ spans }) => spans.map((span) => paintSpan(span, codes)).join("");
}
function paintSpan({ text, role, tone }, codes) {
  const code = [tone === "cursor" ? "1" : "", codes[role]].filter(Boolean).join(";");
  const shown = visibleText(text);
  return code === "" ? shown : `\x1B[${code}m${shown}\x1B[0m`;
}

// test/fuzz/screen-around.ts
var TOP = 2;
var LEFT = 3;
var HEIGHT = 6;
var FILL = "#";
var AGREED = /^[\u0020-\u007E\u00A0-\u02FF\u2400-\u2426\u2500-\u257F\u3041-\u3096\u4E00-\u9FA5\uFFFD]*$/;
var ESC2 = "\x1B";
function screenAround(width) {
  const [columns, rows] = [LEFT + width + 4, TOP + HEIGHT + 3];
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 50 });
  const paint2 = createPaint(true);
  const events = [];
  terminal.onTitleChange((title) => events.push(`title ${title}`));
  terminal.onBell(() => events.push("bell"));
  terminal.onData((data) => events.push(`answer ${JSON.stringify(data)}`));
  terminal.onBinary((data) => events.push(`answer ${JSON.stringify(data)}`));
  for (const osc of [4, 7, 8, 9, 10, 11, 52, 104, 777, 1337]) {
    terminal.parser.registerOscHandler(osc, () => {
      events.push(`OSC ${osc}`);
      return true;
    });
  }
  const write = (data) => new Promise((resolve) => terminal.write(data, resolve));
  const modes = () => JSON.stringify({ ...terminal.modes, buffer: terminal.buffer.active.type });
  let modesBefore = "";
  const doubtful = /* @__PURE__ */ new Set();
  const showLine = (line, row) => {
    if (!AGREED.test(lineText(line))) doubtful.add(TOP + row);
    return `${ESC2}[${TOP + row + 1};${LEFT + 1}H${paint2(padLine(line, width))}`;
  };
  return {
    show: async (name, lines) => {
      await write(`${ESC2}[?7l`);
      for (let row = 0; row < rows; row += 1) await write(`${ESC2}[${row + 1};1H${FILL.repeat(columns)}`);
      modesBefore = modes();
      const named2 = { spans: [{ text: visibleText(name.slice(0, 4 * width)), role: "muted" }] };
      for (let at = 0; at < lines.length; at += HEIGHT) {
        await write([named2, ...lines.slice(at, at + HEIGHT - 1)].map(showLine).join(""));
      }
    },
    changes: () => {
      const found = [...events];
      if (modes() !== modesBefore) found.push(`modes ${modes()}`);
      const { active } = terminal.buffer;
      if (active.baseY > 0) found.push("scrolled");
      for (let row = 0; row < rows; row += 1) {
        const inside = row >= TOP && row < TOP + HEIGHT;
        for (let column = 0; column < columns; column += 1) {
          if (inside && column >= LEFT && (column < LEFT + width || doubtful.has(row))) continue;
          const cell = active.getLine(active.baseY + row)?.getCell(column)?.getChars();
          if (cell !== FILL) found.push(`cell ${column},${row}: ${JSON.stringify(cell)}`);
        }
      }
      return found;
    },
    dispose: () => terminal.dispose()
  };
}

// test/fuzz/fuzz-targets.ts
var SOURCE = { id: "s", scope: "added", folder: "/s", format: "claude" };
function definitionOf(text, path = "/s/hostile.md") {
  const [definition] = buildLibrary(
    [{ parsed: parseDefinition(text, path), path, source: SOURCE }],
    [SOURCE]
  ).definitions;
  assert(definition);
  return definition;
}
function checkReading(text) {
  const definition = definitionOf(text);
  assert.equal(definition.frontmatterRaw + definition.body, text);
  assert.equal(
    flattenSections(sectionsOf(definition)).map(({ raw }) => raw).join(""),
    definition.body
  );
  for (const { line, column } of lintDefinition(definition)) assert(line >= 1 && column >= 1);
  const sections = flattenSections(sectionsOf(definition));
  assert.equal(new Set(sections.map(({ id }) => id)).size, sections.length);
  assert.deepEqual(
    JSON.parse(jsonText(definitionJson(definition))),
    JSON.parse(JSON.stringify(definitionJson(definition)))
  );
  assert.deepEqual(Object.keys(Object.prototype), []);
  parseDefinition(text, "/s/hostile.toml");
}
function checkFixing(text) {
  const once2 = fixDefinition(text, "/s/hostile.md").text;
  assert.equal(fixDefinition(once2, "/s/hostile.md").text, once2);
  assert.equal(parseDefinition(once2, "/s/hostile.md").body, parseDefinition(text, "/s/hostile.md").body);
}
function checkRendering(body, width) {
  for (const render of [markdownLines, sourceLines]) {
    for (const line of render(body, width)) assert(lineWidth(line) <= width, `${lineWidth(line)} > ${width}`);
  }
}
async function checkScreen(text, width) {
  const around = screenAround(width);
  try {
    await around.show(text, [...markdownLines(text, width), ...sourceLines(text, width)]);
    assert.deepEqual(around.changes(), []);
  } finally {
    around.dispose();
  }
}
function checkComposing(texts, choice) {
  const definitions = texts.map((text, at) => definitionOf(text, `/s/${at}.md`));
  let draft = { ...EMPTY_DRAFT, fields: { ...EMPTY_DRAFT.fields, name: "new", description: texts[0] ?? "" } };
  for (const [at, definition] of definitions.entries()) {
    const sections = flattenSections(sectionsOf(definition));
    const section = sections[(choice[at] ?? 0) % Math.max(1, sections.length)];
    draft = withPick(draft, section ? pickOf(definition, section) : pickOfBody(definition));
  }
  const written = composeFile(draft);
  const read = parseDefinition(written, "/s/new.md");
  assert.equal(read.name, "new");
  assert.deepEqual(read.repairs, []);
  assert(written.endsWith("\n"));
}
function checkComparing(texts) {
  const comparands = texts.map((text, at) => {
    const definition = definitionOf(text, `/s/${at}.md`);
    return { definition, sections: sectionsOf(definition) };
  });
  const topics = alignTopics(comparands);
  for (const at of comparands.keys()) {
    const cells2 = topics.flatMap(({ cells: row }) => row[at] ?? []);
    assert.equal(new Set(cells2).size, cells2.length);
  }
}
var widths = fc2.oneof(fc2.integer({ min: 1, max: 12 }), fc2.integer({ min: 13, max: 160 }));
var files = fc2.array(hostileFile, { minLength: 2, maxLength: 4 });
var FUZZ_TARGETS = {
  reading: () => property1(hostileFile, checkReading),
  fixing: () => property1(hostileFile, checkFixing),
  rendering: () => fc2.asyncProperty(hostileBody, widths, async (body, width) => checkRendering(body, width)),
  screen: () => fc2.asyncProperty(hostileBody, fc2.integer({ min: 1, max: 60 }), checkScreen),
  composing: () => fc2.asyncProperty(
    files,
    fc2.array(fc2.nat(), { maxLength: 4 }),
    async (texts, choice) => checkComposing(texts, choice)
  ),
  comparing: () => property1(files, checkComparing)
};
function property1(arbitrary, check) {
  return fc2.asyncProperty(arbitrary, async (value) => check(value));
}

// test/fuzz/fuzz.ts
var DEFAULT_SECONDS = 120;
var TEXTS_A_ROUND = 100;
var SLOW_MS = 2e3;
var [seconds = String(DEFAULT_SECONDS), seedText = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
var end = performance.now() + Number(seconds) * 1e3;
var tried = /* @__PURE__ */ new Map();
var seed = Number(seedText);
process.stdout.write(`fuzzing ${Object.keys(FUZZ_TARGETS).join(", ")} for ${seconds} s from seed ${seed}
`);
while (performance.now() < end) {
  for (const [name, target] of Object.entries(FUZZ_TARGETS)) {
    const before = performance.now();
    const details = await fc3.check(target(), {
      seed,
      numRuns: TEXTS_A_ROUND,
      interruptAfterTimeLimit: Math.max(1, end - performance.now()),
      timeout: SLOW_MS * 5
    });
    tried.set(name, (tried.get(name) ?? 0) + details.numRuns);
    const took = performance.now() - before;
    if (details.failed && details.counterexample !== null) {
      process.stdout.write(
        `${name} fails, seed ${seed}:
${fc3.stringify(details.counterexample)}
${details.errorInstance}
`
      );
      process.exit(1);
    }
    if (took > SLOW_MS * TEXTS_A_ROUND) process.stdout.write(`${name} took ${Math.round(took)} ms, seed ${seed}
`);
  }
  seed += 1;
}
var counts = [...tried].map(([name, count]) => `${name} ${count.toLocaleString("en-US")}`);
process.stdout.write(`nothing found in ${counts.join(", ")} texts
`);
