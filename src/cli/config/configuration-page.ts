import { SETTING_KEYS, type SettingKey, settingsSchema } from '../../ports/setting-table.ts';

/** `docs/configuration.md`: every key of the settings file, as the table of keys has it. */
export function configurationPage(): string {
  return `# Configuration

\`agents config\` lists every setting, its value and where that comes from; \`config get KEY\`, \`config set KEY VALUE\` and
\`config unset KEY\` read and change one, \`config path\` prints where the file is, \`config edit\` opens it in your editor and says
afterwards what is wrong in it, and \`config schema\` prints the JSON Schema at the end of this page. A key or value that there is
not is refused, and what was meant is named. A file that is no JSON is told with line and column, and never written over.

What counts is the option of a command, then the variable, then the file, then what is usual. The file is
\`~/.config/agents/config.json\` (\`$XDG_CONFIG_HOME/agents/config.json\`), or what \`AGENTS_CONFIG\` names. Nothing is ever read from
a project's folder: what a key does is not for a cloned repository to say. A variable that is empty sets nothing.

| Key | What it is for | Values | Usual | Variable |
| --- | --- | --- | --- | --- |
${SETTING_KEYS.map(rowOf).join('\n')}

\`AGENTS_SOURCE\`, folders parted as those of \`PATH\`, is the same as \`--source\` on every command.

\`\`\`sh
agents config set theme light
agents config set colors.accent bright-blue
agents config set keys.list.compare d =
agents config get theme
agents config unset keys.list.compare
\`\`\`

[Keys](keys.md) and [themes](themes.md) tell what bindings, roles and dividers there are.

## The schema

\`\`\`json
${JSON.stringify(settingsSchema(), null, 2)}
\`\`\`
`;
}

function rowOf({ name, parts, help, shape, usual, variables }: SettingKey): string {
  const key = parts ? `${name}.${parts.title}` : name;
  const value =
    usual === null || JSON.stringify(usual).length === 2 ? '' : `\`${JSON.stringify(usual).replaceAll('"', '')}\``;
  const cells = [`\`${key}\``, help, shape.words, value, variables.map((one) => `\`${one}\``).join(', ')];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
