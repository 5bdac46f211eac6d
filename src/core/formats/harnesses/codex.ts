import type { FieldRule, FieldType, HarnessFormat } from '../harness/harness-format.ts';
import { readingRule } from '../harness/reading-rule.ts';

/** The other keys of config.toml, which a role may set too, as the program of 0.171.0 names them. */
const SETTINGS = `
  review_model model_context_window model_auto_compact_token_limit model_auto_compact_token_limit_scope
  model_post_turn_compact_threshold_percent approvals_reviewer auto_review browser_use computer_use
  allow_login_shell allow_symlinked_codex_home default_permissions permissions instructions
  include_apps_instructions include_permissions_instructions include_collaboration_mode_instructions
  include_environment_context model_instructions_file compact_prompt commit_attribution
  forced_chatgpt_workspace_id forced_login_method cli_auth_credentials_store mcp_enterprise_managed_auth
  mcp_oauth_credentials_store mcp_oauth_callback_port mcp_oauth_callback_url mcp_optional_startup_grace_ms
  model_providers project_doc_max_bytes project_doc_fallback_filenames tool_output_token_limit
  background_terminal_max_timeout thread_unload_delay_secs js_repl_node_path js_repl_node_module_dirs
  zsh_path profile profiles history rollout_trace sqlite_home log_dir file_opener tui hide_agent_reasoning
  show_raw_agent_reasoning plan_mode_reasoning_effort model_supports_reasoning_summaries model_catalog_json
  personality service_tier chatgpt_base_url apps_mcp_product_sku responses responses_api_metadata
  orchestrator cloud openai_base_url audio realtime experimental_realtime_ws_base_url
  experimental_realtime_webrtc_call_base_url experimental_realtime_ws_model
  experimental_realtime_ws_backend_prompt experimental_realtime_ws_startup_context
  experimental_realtime_start_instructions experimental_thread_config_endpoint
  experimental_thread_store_endpoint experimental_thread_store experimental_instructions_file
  experimental_compact_prompt_file experimental_use_freeform_apply_patch projects tool_suggest code_mode
  goals agents memories plugins marketplaces suppress_unstable_features_warning ghost_snapshot
  project_root_markers check_for_update_on_startup disable_paste_burst analytics feedback apps desktop otel
  windows notice experimental_use_unified_exec_tool oss_provider
`
  .trim()
  .split(/\s+/);

const ANY: readonly FieldType[] = ['text', 'list', 'map', 'number', 'boolean'];

/**
 * Codex, whose agents are TOML files. From its source code (openai/codex: codex-rs/core/src/config/agent_roles.rs at
 * 13730471, pull request 14488) and its documentation of subagents (developers.openai.com/codex/subagents).
 */
export const codex: HarnessFormat = {
  id: 'codex',
  title: 'Codex',
  confidence: 'measured',
  asOf: '2026-11-30',
  version: '0.171.0',
  sources: [
    'openai/codex codex-rs/core/src/config/agent_roles.rs',
    'openai/codex pull request 14488',
    'developers.openai.com/codex/subagents',
  ],
  places: [
    { scope: 'project', folder: '.codex/agents', reach: 'every-folder', owner: 'codex', rank: 1 },
    { scope: 'user', folder: '.codex/agents', reach: null, owner: 'codex', rank: 2 },
  ],
  newFiles: { project: '.codex/agents', user: '.codex/agents' },
  elsewhere: ['[agents.ROLE] in config.toml, which may name a file anywhere'],
  files: { endings: ['.toml'], recursive: true, ignored: [], syntax: 'toml' },
  identity: {
    from: ['name'],
    pattern: null,
    rule: 'any text that is not blank',
    isEnforced: false,
    minLength: 1,
    maxLength: null,
    colon: 'kept',
    caseSensitive: true,
    reserved: [],
    builtIn: ['default', 'worker', 'explorer'],
  },
  precedence: { projects: 'nearest-first', duplicates: 'first-wins', merges: true },
  fields: [
    { name: 'name', types: ['text'], required: true },
    { name: 'description', types: ['text'], required: true },
    { name: 'developer_instructions', types: ['text'], required: true, min: 1 },
    { name: 'nickname_candidates', types: ['list'], required: false, minItems: 1 },
    { name: 'model', types: ['text'], required: false },
    {
      name: 'model_reasoning_effort',
      types: ['text'],
      required: false,
      claude: 'effort',
    },
    { name: 'model_reasoning_summary', types: ['text'], required: false },
    { name: 'model_verbosity', types: ['text'], required: false },
    { name: 'model_provider', types: ['text'], required: false },
    {
      name: 'sandbox_mode',
      types: ['text'],
      required: false,
      values: ['read-only', 'workspace-write', 'danger-full-access'],
      note: 'Not applied to a role that is started by spawn_agent: it works in the sandbox of the session.',
      executes: 'takes the sandbox away',
      executesWith: ['danger-full-access'],
    },
    {
      name: 'approval_policy',
      types: ['text', 'map'],
      required: false,
      executes: 'lets the agent act without asking',
      executesWith: ['never'],
    },
    {
      name: 'mcp_servers',
      types: ['map'],
      required: false,
      executes: 'starts the programs of servers',
      innerNeeds: ['command', 'url'],
      note: 'Each needs a command or a url.',
    },
    { name: 'skills', types: ['map'], required: false },
    { name: 'web_search', types: ['text', 'boolean'], required: false },
    { name: 'features', types: ['map'], required: false },
    { name: 'notify', types: ['list'], required: false, executes: 'runs a command at events' },
    { name: 'hooks', types: ['map'], required: false, executes: 'runs commands at events' },
    { name: 'shell_environment_policy', types: ['map'], required: false },
    { name: 'sandbox_workspace_write', types: ['map'], required: false },
    { name: 'tools', types: ['map'], required: false, note: 'Settings of tools, not a list of those allowed.' },
    ...SETTINGS.map((name): FieldRule => ({ name, types: ANY, required: false })),
  ],
  fieldsAreComplete: true,
  unknownFields: 'rejected',
  subagentFields: {},
  readOnly: {
    field: 'sandbox_mode',
    value: 'read-only',
    notApplied: 'starts a role in the sandbox of the session, whatever its sandbox_mode says',
  },
  tools: null,
  models: {
    field: 'model',
    aliases: [],
    patterns: [/^(?:gpt-|o\d|codex-)[a-z0-9.-]*$/],
    example: 'gpt-5.5',
    whenAbsent: null,
    list: false,
    anthropic: null,
  },
  colors: null,
  prompt: { min: 1, max: null, warnAbove: null, field: 'developer_instructions' },
  reading: readingRule(
    'rejected',
    { colonInValue: 'loads', mildWithCrlf: 'loads', byteOrderMark: 'unspecified', nulByte: 'unspecified' },
    [
      'Every other key of config.toml is a field too; a key that is none rejects the file.',
      'Since March 2026 a file that is rejected is a warning at the start; before, it kept Codex from starting.',
      'A role in config.toml may give a file its name and description, and a file without a description takes that of the next one of its name.',
      'sandbox_mode of a role is not applied by spawn_agent (multi_agent_v2); without that feature it was not measured.',
    ],
  ),
};
