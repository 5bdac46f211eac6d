/** A few definitions as files, by path inside a folder; made up. */
export const SMALL_LIBRARY: Readonly<Record<string, string>> = {
  'team/backend-architect.md': [
    '---',
    'name: backend-architect',
    'description: Designs services',
    'model: opus',
    'tools: Read, Grep',
    '---',
    'You design services.',
    '',
    '## Security',
    '',
    '- Check tokens',
    '- Limit rates',
    '',
    '## Style',
    '',
    'Be brief.',
    '',
  ].join('\n'),
  'team/lenient.md': '---\nname: lenient\ndescription: Use it: always\n---\nYou are kind.\n',
  'own/backend-architect.md':
    '---\nname: backend-architect\ndescription: Plans back ends\nmodel: sonnet\ntools: Read, Edit\n---\n## Data\n\nKeep it safe.\n',
};
