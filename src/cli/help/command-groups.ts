/** Commands that help shows on one line, and what they are for; nothing where their names say it. */
interface GroupLine {
  readonly commands: readonly string[];
  readonly about?: string;
}

/** What people come for, in the order in which they do it. */
interface CommandGroup {
  readonly title: string;
  readonly lines: readonly GroupLine[];
}

/** Where help puts each command. A command that there is not is passed over; one in no group fails a test. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    title: 'Find',
    lines: [
      { commands: ['list', 'search', 'show', 'which'], about: 'what is there, who loads it' },
      { commands: ['rivals', 'budget', 'usage', 'try'], about: 'who competes, what it costs' },
    ],
  },
  {
    title: 'Compare',
    lines: [{ commands: ['compare', 'gaps', 'twins', 'shared', 'review'], about: 'what several say of a thing' }],
  },
  {
    title: 'Compose',
    lines: [{ commands: ['compose', 'status', 'update', 'drafts', 'lineage'], about: 'one out of several' }],
  },
  {
    title: 'Keep',
    lines: [
      { commands: ['new', 'copy', 'move', 'rename', 'remove', 'edit'], about: 'your own files' },
      { commands: ['install', 'uninstall', 'undo', 'redo'], about: 'in and out, back and forth' },
      { commands: ['disable', 'enable', 'lint', 'export', 'import'], about: 'on and off, in order' },
    ],
  },
  {
    title: 'Set up',
    lines: [{ commands: ['source', 'config', 'doctor', 'completion', 'schema', 'help', 'tour', 'tui'] }],
  },
];
