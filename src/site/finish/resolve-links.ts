import { posix } from 'node:path';

/** Attributes that hold an address of this site. */
export const addressAttributes = new Set([
  'href',
  'src',
  'data-script',
  'data-style',
  'data-terms',
  'data-record',
  'data-docx',
  'data-plan',
  'data-root',
  'poster',
]);

export interface SiteFiles {
  /** Every file of the built site, from the root without a leading slash: `om/index.html`. */
  has(file: string): boolean;
  /** Address written in a page → file it was renamed to (hashed scripts). */
  renamed(file: string): string;
}

export type Resolved =
  | { readonly kind: 'leave' }
  | { readonly kind: 'dead'; readonly target: string }
  | { readonly kind: 'file'; readonly file: string; readonly hash: string; readonly query: string };

/**
 * Finds the file behind an address as authors and layouts write it:
 * `/om/`, `/om`, `/om.html`, `/om/#rubrik`, `#rubrik`, `/_s/site.js`.
 *
 * @param page The file the address stands in, from the root: `om.html`.
 */
export function resolveAddress(address: string, page: string, files: SiteFiles): Resolved {
  if (address === '' || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return { kind: 'leave' };
  const [beforeHash = '', hash = ''] = splitOnce(address, '#');
  const [path = '', query = ''] = splitOnce(beforeHash, '?');
  if (path === '') return { kind: 'file', file: page, hash, query };
  const absolute = path.startsWith('/') ? path : posix.join('/', posix.dirname(page), path);
  const wanted = files.renamed(decode(absolute.replace(/^\/+/, '')));
  const bare = wanted.replace(/\/$/, '');
  const candidates = bare === '' ? ['index.html'] : [bare, `${bare}.html`, `${bare}/index.html`];
  const file = candidates.find((candidate) => files.has(candidate));
  return file ? { kind: 'file', file, hash, query } : { kind: 'dead', target: address };
}

/** The address from one file of the site to another, with no leading slash. */
export function relativeAddress(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to) || posix.basename(to);
}

/** `a#b` → `['a', 'b']`; without the mark the second part is empty. */
function splitOnce(value: string, mark: string): [string, string] {
  const at = value.indexOf(mark);
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
