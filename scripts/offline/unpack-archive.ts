import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** Unpacks an archive of the site. @returns The folder at its top. */
export function unpackArchive(archive: string, into: string): string {
  const contents = unzipSync(readFileSync(archive));
  for (const [name, bytes] of Object.entries(contents)) {
    mkdirSync(dirname(join(into, name)), { recursive: true });
    writeFileSync(join(into, name), bytes);
  }
  return join(into, Object.keys(contents)[0]?.split('/')[0] ?? '');
}
