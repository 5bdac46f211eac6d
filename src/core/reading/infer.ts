/** Names of files that stand for their folder, as in `.devin/agents/reviewer/AGENT.md`. */
const FOLDER_FILES = /^(?:agents?|skill|readme|index)$/i;
const EXTENSION = /\.(?:agent|chatmode|md|markdown|mdc|txt|toml)$/i;
const MAX_SENTENCE = 300;
/** Characters of the body that are looked at. */
const MAX_LOOK = 8192;

/**
 * The name of a definition that states none: its file name without the extension, or the folder's name for a file
 * such as `AGENT.md`. Copilot and OpenCode name agents the same way.
 *
 * @param path Path of the file, with `/` or `\`.
 * @returns The name; empty only for an empty path.
 */
export function inferName(path: string): string {
  const parts = path.split(/[/\\]/).filter((part) => part !== '');
  const file = parts.at(-1) ?? '';
  const stem = withoutExtensions(file);
  const folder = parts.at(-2) ?? '';
  const isFolderFile = FOLDER_FILES.test(stem) && /[^.]/.test(folder) && !folder.endsWith(':');
  return isFolderFile ? folder : stem || file;
}

function withoutExtensions(file: string): string {
  let end = file.length;
  // The longest has nine characters, so no look costs more.
  for (let found = 1; found > 0; end -= found)
    found = EXTENSION.exec(file.slice(Math.max(0, end - 10), end))?.[0].length ?? 0;
  return file.slice(0, end);
}

/**
 * The description of a definition that states none: the first heading or the first sentence of the body, whichever
 * comes first. A heading that only repeats the name gives way to the sentence.
 *
 * @param body The body.
 * @param name The name of the definition.
 * @returns One line of at most 300 characters; empty if the body says nothing.
 */
export function inferDescription(body: string, name: string): string {
  let heading = '';
  for (const line of body.slice(0, MAX_LOOK).split(/\r\n|\n|\r/)) {
    const text = line.trim();
    if (text === '' || /^(?:---+|===+|\*\*\*+|```.*|~~~.*|<[^>]*>|<!--.*)$/.test(text)) continue;
    const title = /^#{1,6}[ \t]+([^ \t].*)$/.exec(text)?.[1];
    if (title === undefined) return firstSentence(text);
    if (heading === '') heading = firstSentence(withoutClosingHashes(title));
    if (heading !== '' && !repeatsName(heading, name)) return heading;
  }
  return heading;
}

/** Quantifiers on hostile lines stay cheap because the line is cut before. */
const withoutClosingHashes = (title: string): string => title.slice(0, MAX_SENTENCE).replace(/[ \t]#+$/, '');

function firstSentence(line: string): string {
  const text = line
    .slice(0, MAX_SENTENCE)
    .replace(/^(?:[-*+>]|\d{1,9}[.)])[ \t]+/, '')
    .replace(/\*\*|__|`/g, '')
    .trim();
  const end = /[.!?](?=\s|$)|[。！？]/.exec(text);
  return end ? text.slice(0, end.index + 1) : text;
}

function repeatsName(heading: string, name: string): boolean {
  const known = new Set([...words(name), 'agent', 'the']);
  return words(heading).every((word) => known.has(word));
}

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
