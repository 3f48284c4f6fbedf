/** One file of the packed site, by its address below the base: `om/integritet.html`. */
export type SiteFile = string;

/** Sent with every answer, also with "not found". */
export const everyHeader: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'SAMEORIGIN',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
};

/** Only over https: a browser that has seen it never asks without encryption again. */
export const strictTransport = 'max-age=63072000; includeSubDomains';

/** What a page may do beside its own meta policy: only a header can forbid frames. */
const headerOnly = "frame-ancestors 'self'";

/** A file with a hash in its name never changes; the rest is asked about each time. */
const hashed =
  /^(_s\/.*|pagefind\/(.*[.\-_][0-9a-f]{6,}\.[a-z0-9_]+|(index|fragment|filter)\/.*))$/;

export const cacheForever = 'public, max-age=31536000, immutable';
export const cacheAsk = 'no-cache';

/** @returns The `Cache-Control` of a file. */
export function cacheControl(file: SiteFile): string {
  return hashed.test(file) ? cacheForever : cacheAsk;
}

/**
 * The policy a page carries in its `<meta>`, as a header.
 *
 * @param html A built page.
 * @throws Error when the page has none: then the build was changed and this must follow.
 */
export function policyOf(file: SiteFile, html: string): string {
  const policy = html.match(/<meta http-equiv="content-security-policy" content="([^"]+)">/i)?.[1];
  if (!policy) {
    throw new Error(`${file} has no policy of its own.\nHint: build the site again.`);
  }
  return `${policy}; ${headerOnly}`;
}

/**
 * One policy that lets every page work, for hosts whose header files cannot tell pages apart. Each
 * page's own, stricter policy stands in the page and holds as well.
 *
 * @param policies Those of the pages that are shown on the site.
 */
export function commonPolicy(policies: readonly string[]): string {
  const directives = new Map<string, Set<string>>();
  for (const policy of policies) {
    for (const directive of policy.split(';')) {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      const all = directives.get(name) ?? new Set<string>();
      for (const value of values) all.add(value);
      directives.set(name, all);
    }
  }
  return [...directives].map(([name, values]) => [name, ...values].join(' ')).join('; ');
}
