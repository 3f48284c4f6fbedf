import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyOf } from './response-headers.ts';

/** The pages of a built site by the policy they share. */
export type Policies = ReadonlyMap<string, readonly string[]>;

/**
 * @param site Folder of the built site.
 * @param files Its files.
 * @returns Pages by policy, the policy of most pages first.
 * @throws Error when a page has no policy.
 */
export function policiesOf(site: string, files: readonly string[]): Policies {
  const policies = new Map<string, string[]>();
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const policy = policyOf(file, readFileSync(join(site, file), 'utf8'));
    policies.set(policy, [...(policies.get(policy) ?? []), file]);
  }
  return new Map([...policies].sort(([, a], [, b]) => b.length - a.length));
}

/**
 * The addresses of a page below the base: with and without `.html`, a folder for an `index.html`.
 *
 * @param base `/` or `/skola/`.
 */
export function addressesOf(file: string, base: string): string[] {
  if (file === 'index.html') return [base, `${base}index.html`];
  return [`${base}${file}`, `${base}${file.replace(/\.html$/, '')}`];
}
