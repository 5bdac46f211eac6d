/** Words that end a text: whoever finds them on the screen has come to its end. */
export const END = { description: 'DESCRIPTIONEND', prompt: 'PROMPTEND', section: 'Last of all', item: 'ITEMEND' };

const words = (count: number, of: string): string =>
  Array.from({ length: count }, (_, at) => `${of}${at % 7 === 6 ? '.' : ''}`).join(' ');

/** A prompt of many sections, longer than any screen; what it says differs from that of another of its kind. */
function longPrompt(own: string): string {
  const sections = Array.from({ length: 45 }, (_, at) => [
    `## Topic ${at + 1}`,
    '',
    `${own} says of topic ${at + 1} what ${own} thinks of it.`,
    '',
    `- Keep rule ${at + 1} in mind, says ${own}`,
    `- Never forget what rule ${at + 1} of ${own} is about`,
    '',
  ]);
  const last = ['## Last of all', '', `- ${words(160, own)} ${END.item}`, '', `The end of ${own}. ${END.prompt}`, ''];
  return ['', `You are ${own}.`, '', ...sections.flat(), ...last].join('\n');
}

const long = (name: string, own: string): string =>
  [
    '---',
    `name: ${name}`,
    `description: Use it for ${own}. ${words(220, own)} ${END.description}`,
    'tools: Read, Grep',
    '---',
    longPrompt(own),
  ].join('\n');

const PLAIN = '---\nname: same-name\ndescription: Does the same\n---\nBe kind to whoever asks.\n';

/**
 * Definitions to walk through the screens with, by path: two that fill every pane, some that only their place tells apart,
 * some with something wrong, and enough to scroll a list.
 */
export function walkedLibrary(): Readonly<Record<string, string>> {
  const others = Array.from({ length: 60 }, (_, at) => {
    const name = `other-${String(at + 1).padStart(2, '0')}`;
    return [
      `others/agents/${name}.md`,
      `---\nname: ${name}\ndescription: Helps with other things\n---\nHelp.\n`,
    ] as const;
  });
  return {
    'long/architect.md': long('long-architect', 'first'),
    'long/builder.md': long('long-builder', 'second'),
    'long/carver.md': long('long-carver', 'third'),
    'a-collection-of-many-agents-kept-by-somebody-a/agents/same-name.md': PLAIN,
    'a-collection-of-many-agents-kept-by-somebody-b/agents/same-name.md': PLAIN,
    'a-collection-of-many-agents-kept-by-somebody-c/agents/same-name.md': PLAIN,
    'wrong/agents/colon.md': '---\nname: wrong-colon\ndescription: Use it: always\n---\n## Rules\n\nBe brief.\n',
    'wrong/.claude/agents/nameless.md': '---\nname: wrong-nameless\n---\n## Rules\n\n- Be brief\n',
    ...Object.fromEntries(others),
    'zz/agents/last.md': '---\nname: zz-last\ndescription: Comes last\n---\nBe last.\n',
  };
}
