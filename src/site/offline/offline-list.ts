import { createHash } from 'node:crypto';
import { noticePlace, workerNotices } from './notice.ts';
import type { ReadFile } from './one-file.ts';

/** What "save for offline" fetches, as `offline.json` says it. */
export interface OfflineList {
  /** Follows from the files: another file, another version. */
  readonly version: string;
  /** The day of the build. */
  readonly day: string;
  readonly bytes: number;
  /** HTML for the top of each saved page, as it is and when a newer version is known. */
  readonly notice: string;
  readonly newer: string;
  /** Where the notices go in a page. */
  readonly place: string;
  /** Path from the root, SHA-256, bytes. */
  readonly files: readonly (readonly [string, string, number])[];
}

/**
 * Left out of the saved copy: the downloads, what search engines and the worker itself read, the
 * search in its form for the disk, and interfaces of Pagefind that no page uses.
 */
const leftOut =
  /^(ladda-ner\/.*|sw\.js|offline\.json|sitemap[^/]*\.xml|_headers|pagefind\/offline\..*|pagefind\/pagefind-(ui|modular|component|highlight).*)$/;

export const belongsInOfflineCopy = (file: string): boolean => !leftOut.test(file);

export function offlineList(names: readonly string[], read: ReadFile, day: string): OfflineList {
  const files = names.filter(belongsInOfflineCopy).map((name) => {
    const contents = read(name);
    return [name, createHash('sha256').update(contents).digest('hex'), contents.length] as const;
  });
  const bytes = files.reduce((sum, [, , size]) => sum + size, 0);
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  return { version, day, bytes, ...workerNotices(day), place: noticePlace, files };
}
