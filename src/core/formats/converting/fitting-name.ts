import { withoutEnd } from '../../../kit/run-before.ts';
import { textHash } from '../../../kit/text-hash.ts';
import { slug } from '../../sections/section-id.ts';
import type { HarnessFormat } from '../harness/harness-format.ts';
import { refusedName } from '../loading/refused-name.ts';

/** A name as a harness takes it: unchanged if it does, else made of what is safe everywhere. */
export function fittingName(harness: HarnessFormat, name: string): string {
  if (refusedName(harness, name) === null) return name;
  const { maxLength, minLength } = harness.identity;
  const reserved = [...harness.identity.reserved, ...(harness.identity.builtInWins ? harness.identity.builtIn : [])];
  const isKept = refusedName(harness, slug(name)) === null;
  const kept = isKept ? slug(name) : toldApart(name, plainSlug(name));
  const isTooShort = reserved.includes(kept) || kept.length < (minLength ?? 1);
  // One harness has an agent of that very name.
  const short = isTooShort ? [kept, reserved.includes('agent') ? 'own-agent' : 'agent'] : [kept];
  const joined = short.filter((part) => part !== '').join('-');
  return withoutEnd(joined.slice(0, maxLength ?? undefined), (character) => NEVER_LAST.test(character));
}

/** Names of other scripts come to the same without their letters, so what is left of them is told apart by a number. */
function toldApart(name: string, plain: string): string {
  const isWhole = !/[\p{L}\p{N}]/u.test(withoutAccents(name).replace(/[A-Za-z0-9]+/g, ''));
  return isWhole ? plain : `${(plain || 'agent').slice(0, LONGEST_BEFORE_HASH)}-${textHash(name)}`;
}

/** So that the number is not cut off: no harness takes less than 50 characters. */
const LONGEST_BEFORE_HASH = 40;

/** Also half of a character that was cut through. */
const NEVER_LAST = /[\p{Cs}_-]/u;

/** Lowercase letters and digits without accents, and hyphens. */
function plainSlug(name: string): string {
  return withoutAccents(slug(name))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const withoutAccents = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '');

/** The name of the file that an agent of a name goes into, for a harness. */
export function definitionFileName({ files }: HarnessFormat, name: string): string {
  return `${fileStem(name)}${files.endings[0] ?? '.md'}`;
}

/**
 * What the file or folder for a name is called. It has no more than letters, digits, dots, hyphens and underscores, so it
 * stays in its folder whatever the name, and nothing in front for which a harness passes over it.
 */
export function fileStem(name: string): string {
  const stem = name.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/^[._-]+/, '');
  const cut = withoutEnd([...stem].slice(0, MAX_STEM).join(''), (character) => character === '.' || character === '-');
  const safe = DEVICE.test(cut) ? `${cut}-agent` : cut;
  return safe || 'agent';
}

/** Characters of a file name; file systems take 255 bytes, and a character may have four. */
const MAX_STEM = 50;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
