import type { AgentDefinition } from '../../core/definition/agent-definition.ts';
import { counted, countText } from '../../text/count-text.ts';

/** What reading all sources again has brought, in words. */
export function reloadWords(before: readonly AgentDefinition[], now: readonly AgentDefinition[]): string {
  const known = new Map(before.map((one) => [one.path, one]));
  const paths = new Set(now.map(({ path }) => path));
  const isChanged = (one: AgentDefinition): boolean => {
    const old = known.get(one.path);
    return old !== undefined && (old.body !== one.body || old.frontmatterRaw !== one.frontmatterRaw);
  };
  const counts = [
    [now.filter(({ path }) => !known.has(path)).length, 'new'],
    [now.filter(isChanged).length, 'changed'],
    [before.filter(({ path }) => !paths.has(path)).length, 'gone'],
  ] as const;
  const words = counts.flatMap(([count, what]) => (count > 0 ? [`${countText(count)} ${what}`] : [])).join(', ');
  return `Read ${counted(now.length, 'agent')} again: ${words === '' ? 'nothing changed' : words}`;
}
