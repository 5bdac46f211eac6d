/** What was typed for a source, as a repository. */
export type GitUrl =
  | {
      readonly kind: 'url';
      /** As git is given it. */
      readonly url: string;
      /** Without a name or a password in it: to be shown and kept. */
      readonly shown: string;
      /** What stands behind a `#`; `null` for nothing. */
      readonly ref: string | null;
      /** What the source is best called. */
      readonly name: string;
    }
  | { readonly kind: 'refused'; readonly reason: string }
  /** It names no repository: a folder. */
  | { readonly kind: 'none' };

/** Ways to a repository that run no program which the address names. */
const SCHEMES: readonly string[] = ['https', 'http', 'ssh', 'git', 'file'];

/**
 * The repository that a text names: an address with a scheme, `git@host:path`, or anything that ends in `.git`; each
 * with `#REF` behind it if need be. Pure.
 *
 * @param isShort Whether `owner/repo` is meant, since no such folder is there.
 */
export function gitUrl(text: string, isShort: (text: string) => boolean = () => false): GitUrl {
  const at = text.indexOf('#');
  const address = at === -1 ? text : text.slice(0, at);
  const ref = at === -1 ? null : text.slice(at + 1);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase();
  const isTransport = /^[a-z0-9+.-]+::/i.test(address);
  const isScp = !/^[./~]/.test(address) && /^(?:[^/@:\s]+@)?[^/:\s]{2,}:(?!:)\S/.test(address) && scheme === undefined;
  const short = /^[a-z0-9][\w-]*\/[\w-][\w.-]*$/i.test(address) && !/\.git$/.test(address) && isShort(address);
  if (scheme === undefined && !isTransport && !isScp && !short && !/\.git\/?$/.test(address)) return { kind: 'none' };
  const reason = whyRefused(address, ref, scheme, isTransport);
  if (reason !== null) return { kind: 'refused', reason };
  const url = short ? `https://github.com/${address}.git` : address;
  return { kind: 'url', url, shown: withoutUser(url), ref, name: nameOf(url) };
}

function whyRefused(
  address: string,
  ref: string | null,
  scheme: string | undefined,
  isTransport: boolean,
): string | null {
  if (address.startsWith('-') || ref?.startsWith('-')) return 'it begins with a hyphen';
  if (/[\p{Cc}\s]/u.test(address + (ref ?? ''))) return 'it has blanks or control characters';
  if (isTransport) return 'it names a program to be run';
  if (scheme !== undefined && !SCHEMES.includes(scheme)) return `${scheme} is no way to a repository`;
  // A host like this is an option of ssh.
  if (/^(?:[a-z+.-]+:\/\/)?(?:[^/@]*@)?-/i.test(address)) return 'its host begins with a hyphen';
  return ref === '' ? 'nothing stands behind #' : null;
}

/** An address without what logs in; of ssh the user stays, who is no secret. */
function withoutUser(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)([^/@]*)@/i, (_, scheme: string, user: string) =>
    /^ssh/i.test(scheme) ? `${scheme}${user.split(':', 1)[0]}@` : scheme,
  );
}

/** The last part of an address, as the name of a folder. */
function nameOf(url: string): string {
  const parts = url.split(/[/:\\]/).filter((part) => part !== '');
  const last = (parts.at(-1) ?? '').replace(/\.git$/, '');
  const safe = last
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 50);
  return safe === '' ? 'source' : safe;
}

/** Whether a text can be what a source is called: the name of its folder, and nothing else. */
export function isSourceName(name: string): boolean {
  return /^\w[\w.-]{0,63}$/.test(name);
}
