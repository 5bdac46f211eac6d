/** A file that a stranger could hand over. */
export interface HostileFile {
  /** Name of the file, or its path inside the folder; bytes where it is no text. */
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Whether it is read as a definition or refused with a reason. */
  readonly fate: 'read' | 'refused';
}

/** Files from contents by name, all read but those with a NUL. */
export function readable(group: string, contents: Readonly<Record<string, string>>): readonly HostileFile[] {
  return Object.entries(contents).map(([name, content]) => ({
    name: `${group}/${name}.md`,
    content,
    fate: content.includes('\0') ? 'refused' : 'read',
  }));
}

/** A definition with a good head and any body. */
export function withBody(name: string, body: string): string {
  return `---\nname: ${name}\ndescription: Tries the reader with ${name}\n---\n${body}`;
}
