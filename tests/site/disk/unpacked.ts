import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { dist, files } from '../built-pages.ts';

/** The archive as it is published. */
export const archiveFile = files.find((file) => /^ladda-ner\/.*\.zip$/.test(file)) ?? '';

export const archiveContents = (): Record<string, Uint8Array> =>
  unzipSync(readFileSync(join(dist, archiveFile)));

export interface Unpacked {
  /** Names below the top folder. */
  readonly names: readonly string[];
  /** The address of a file from the top folder. */
  url(file: string): string;
  remove(): void;
}

/** Unpacks the archive as people do, in a folder with a name as people have them. */
export function unpack(): Unpacked {
  const base = mkdtempSync(join(tmpdir(), 'disk-'));
  const downloads = join(base, 'Hämtade filer åäö #1');
  const contents = archiveContents();
  const top = Object.keys(contents)[0]?.split('/')[0] ?? '';
  for (const [name, bytes] of Object.entries(contents)) {
    mkdirSync(dirname(join(downloads, name)), { recursive: true });
    writeFileSync(join(downloads, name), bytes);
  }
  return {
    names: Object.keys(contents).map((name) => name.slice(top.length + 1)),
    url: (file) => pathToFileURL(join(downloads, top, file)).href,
    remove: () => rmSync(base, { recursive: true }),
  };
}
