import { gunzipSync } from 'node:zlib';
import type { Chunk } from '../search/chunks.ts';
import { recordNames } from '../search/meta.ts';
import type { TableHeading } from '../search/table.ts';

type Files = ReadonlyMap<string, Uint8Array>;

interface Fragment {
  readonly url: string;
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

const signature = 'pagefind_dcd';

/** The contents of a file as Pagefind packs it. */
export function unpacked(file: Uint8Array): Buffer {
  const bytes = gunzipSync(file);
  if (bytes.toString('latin1', 0, signature.length) !== signature) {
    throw new Error('Pagefind packs its files in another way than it did.');
  }
  return bytes.subarray(signature.length);
}

/** The one file whose name ends so. */
function fileEnding(files: Files, ending: string): Uint8Array {
  const found = [...files].find(([name]) => name.endsWith(ending))?.[1];
  if (!found) throw new Error(`Pagefind wrote no ${ending}.`);
  return found;
}

/**
 * The headings of each record, by its address.
 *
 * @param addresses Of the records, in the order in which Pagefind got them.
 * @throws Error when Pagefind no longer keeps that order, by which browsers know the records.
 */
export function indexedHeadings(
  files: Files,
  addresses: readonly string[],
): Map<string, TableHeading[]> {
  const byName = new Map<string, Fragment>();
  for (const [name, file] of files) {
    if (!name.startsWith('fragment/')) continue;
    const group = JSON.parse(unpacked(file).toString()) as Record<string, Fragment>;
    for (const [id, fragment] of Object.entries(group)) byName.set(id, fragment);
  }
  const names = recordNames(unpacked(fileEnding(files, '.pf_meta'))).slice(0, addresses.length);
  const isInOrder = names.every(
    (name, at) => byName.get(name)?.url.replace(/^\//, '') === addresses[at],
  );
  if (!isInOrder || names.length !== addresses.length) {
    throw new Error(
      'Pagefind lists the records in another order than it got them.\nHint: see what it changed and follow in src/site/search/meta.ts.',
    );
  }
  return new Map(
    addresses.map((address, at) => [address, headingsOf(byName.get(names[at] ?? ''))]),
  );
}

/** The headings that can be hits below a page's hit. */
function headingsOf(fragment: Fragment | undefined): TableHeading[] {
  return (fragment?.anchors ?? [])
    .filter(({ element, id, text }) => /^h[2-4]$/.test(element) && id !== '' && text.trim() !== '')
    .map(({ id, text, location }) => ({ id, text: text.trim(), location }))
    .sort((a, b) => a.location - b.location);
}

/** The files of the index with the word that each begins with. */
export function indexChunks(files: Files): Chunk[] {
  const meta = readCbor(unpacked(fileEnding(files, '.pf_meta')));
  const chunks = Array.isArray(meta) ? meta[2] : undefined;
  if (!Array.isArray(chunks))
    throw new Error('Pagefind lists the files of its index in another way.');
  return chunks.map((chunk) => {
    const [from = '', , name = ''] = Array.isArray(chunk) ? chunk.map(String) : [];
    if (!files.has(`index/${name}.pf_index`)) throw new Error(`Pagefind wrote no index ${name}.`);
    return { from, name };
  });
}

type Cbor = number | string | Cbor[];

/** The little of CBOR that Pagefind's list of files uses: numbers, texts, lists. */
function readCbor(bytes: Buffer): Cbor {
  let at = 0;
  const readCount = (size: number): number => {
    if (size < 24) return size;
    const length = 2 ** (size - 24);
    const count = bytes.readUIntBE(at, length);
    at += length;
    return count;
  };
  const read = (): Cbor => {
    const first = bytes[at] ?? 0;
    at += 1;
    const kind = first >> 5;
    const count = readCount(first & 31);
    if (kind === 0) return count;
    if (kind === 3) {
      at += count;
      return bytes.toString('utf8', at - count, at);
    }
    if (kind === 4) return Array.from({ length: count }, read);
    throw new Error(`Pagefind's list of files holds something new: CBOR kind ${kind}.`);
  };
  return read();
}
