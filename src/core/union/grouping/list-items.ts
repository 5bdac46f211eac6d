import type { Section } from '../../definition/agent-definition.ts';
import { itemTextStart } from '../../sections/line-shapes.ts';
import type { Passage } from '../../sections/passage.ts';
import { passagesOf } from '../../sections/passages-of.ts';

/** The items right under a title, those that are sections of their own with their first lines alone. */
export function itemsIn(section: Section): readonly Passage[] {
  const own = passagesOf(section).filter(({ kind }, at) => kind === 'item' && !(section.kind === 'item' && at === 0));
  const inner = section.sections.flatMap((one) => (one.kind === 'item' ? passagesOf(one).slice(0, 1) : []));
  return [...own, ...inner];
}

/** What an item says, without its bullet. */
export function saidBy({ text }: Pick<Passage, 'text'>): string {
  const trimmed = text.trim();
  return trimmed.slice(itemTextStart(trimmed));
}

const NAME = /^(?:\*\*[^*\n]{1,60}\*\*|[\p{L}\p{N}][^:：\n]{1,40}[:：](?=\s|$))/u;

/** The name that an item begins with, with its marks: `**Speed**` or `Speed:`; empty for one without. */
export function nameOf(item: Pick<Passage, 'text'>): string {
  return NAME.exec(saidBy(item))?.[0] ?? '';
}
