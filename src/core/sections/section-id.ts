/** Where one part of an id stops growing: a lead-in can be a paragraph, an id is typed and read. */
const LONGEST_PART = 60;

/** Where a path stops growing: deep nesting of long titles must not multiply the memory a body takes. */
const LONGEST_PATH = 240;

/** Most titles are; they are spared the slower classes of Unicode. */
const PLAIN_ASCII = /^[\x20-\x7E]*$/;

/**
 * The title as one part of an id: lower case, words joined by hyphens, letters and digits of every script kept.
 *
 * `Languages & Frameworks` gives `languages-frameworks`, `Don’t` gives `dont`, `代码审查` stays.
 *
 * @returns The empty string when the title holds no letter and no digit.
 */
export function slug(title: string): string {
  const words = title.normalize('NFC').toLowerCase().replace(/['’`]/g, '');
  const joined = PLAIN_ASCII.test(words)
    ? words.replace(/[^a-z0-9]+/g, '-')
    : words.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return joined.replace(/^-|-$/g, '');
}

/** Hands out the ids of one body. */
export interface SectionIds {
  /**
   * @param parent Id of the section it stands in, or `null` at the top.
   * @param title The section's title; one without letters counts as `section`.
   * @returns The path of slugs; `-2`, `-3` and so on behind one that is taken.
   */
  readonly next: (parent: string | null, title: string) => string;
}

/**
 * Ids for the sections of one body, in document order: no two are equal, and an id depends on nothing but the titles
 * of the section, of those it stands in and of earlier ones that are named the same.
 */
export function sectionIds(): SectionIds {
  const taken = new Set<string>();
  const lastNumber = new Map<string, number>();
  return {
    next(parent, title) {
      const path = pathOf(parent, cut(slug(title)) || 'section');
      let number = lastNumber.get(path) ?? 1;
      let id = number === 1 ? path : `${path}-${number}`;
      while (taken.has(id)) {
        number += 1;
        id = `${path}-${number}`;
      }
      lastNumber.set(path, number);
      taken.add(id);
      return id;
    },
  };
}

function pathOf(parent: string | null, part: string): string {
  if (parent === null) return part;
  if (parent.length <= LONGEST_PATH) return `${parent}/${part}`;
  // A sibling's name stands in for the parent's; the numbers behind repeated ids keep them apart.
  return `${parent.slice(0, parent.lastIndexOf('/'))}/${part}`;
}

/** Cuts between words where there are words, and never inside a surrogate pair. */
function cut(part: string): string {
  if (part.length <= LONGEST_PART) return part;
  const head = part.slice(0, LONGEST_PART + 1);
  const hyphen = head.lastIndexOf('-');
  if (hyphen > 0) return head.slice(0, hyphen);
  return [...part].slice(0, LONGEST_PART / 2).join('');
}
