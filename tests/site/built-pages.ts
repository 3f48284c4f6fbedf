import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/site/finish.ts';

export const dist = join(import.meta.dirname, '../../dist');

/** Every file of the built site, from its root. */
export const files: readonly string[] = listFiles(dist);

/** Pages of the site; the guides to download are files of their own kind. */
export const pageFiles: readonly string[] = files.filter(
  (file) => file.endsWith('.html') && !file.startsWith('ladda-ner/'),
);

export function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}
