import { type ClaudeTool, claudeTool } from './claude-tool.ts';

/** Whether taking one away takes any of the other. */
export function overlaps(away: ClaudeTool, tool: ClaudeTool): boolean {
  if (away.kind === 'everything') return true;
  if (tool.kind === 'server') {
    if (away.kind === 'every-server') return true;
    return (
      away.kind === 'server' &&
      away.server === tool.server &&
      (away.tool === null || tool.tool === null || away.tool === tool.tool)
    );
  }
  return isNamed(away) && isNamed(tool) && away.name === tool.name;
}

/** Whether an item of a list of tools allows all that another does: `Bash` does of `Bash(git diff:*)`. */
export function covers(item: string, other: string): boolean {
  const one = claudeTool(item);
  const two = claudeTool(other);
  if (one.kind === 'foreign' || one.kind === 'scoped') return toolKey(item) === toolKey(other);
  if (one.kind === 'server') {
    return two.kind === 'server' && one.server === two.server && (one.tool === null || one.tool === two.tool);
  }
  if (one.kind === 'every-server') return two.kind === 'every-server' || two.kind === 'server';
  return overlaps(one, two);
}

/** What tells a tool from another, whichever of its names it goes by. */
export function toolKey(item: string): string {
  const tool = claudeTool(item);
  switch (tool.kind) {
    case 'tool':
      return tool.name;
    case 'scoped':
      return tool.name + item.slice(item.indexOf('('));
    case 'server':
      return `mcp__${tool.server}${tool.tool === null ? '' : `__${tool.tool}`}`;
    default:
      return item;
  }
}

const isNamed = (tool: ClaudeTool): tool is Extract<ClaudeTool, { name: string }> =>
  tool.kind === 'tool' || tool.kind === 'scoped';
