/** The saved copy of the site in this browser: what the download page and the service worker agree on. */

/** Every cache of ours begins so; other caches of the origin are left alone. */
export const cachePrefix = 'skd-';
/** Holds one entry, the pointer: which cache is the whole copy in use. Switching is one write. */
export const pointerCache = `${cachePrefix}copy`;
const pointerAddress = '/skd-copy';
/** A newer version that was seen, so that it can be told. */
const newerAddress = '/skd-newer';
/** Kept with each file: its SHA-256. On a request it means: past the saved copy, to the network. */
export const hashHeader = 'x-skd';

export interface SavedCopy {
  readonly version: string;
  /** `2026-11-23` */
  readonly day: string;
  readonly bytes: number;
  readonly notice: string;
  readonly newer: string;
  readonly place: string;
}

export const cacheName = (version: string): string => cachePrefix + version;

export async function readPointer(): Promise<SavedCopy | null> {
  return (await readEntry(pointerAddress)) as SavedCopy | null;
}

export async function writePointer(copy: SavedCopy): Promise<void> {
  await writeEntry(pointerAddress, copy);
}

export async function readNewer(): Promise<unknown> {
  return readEntry(newerAddress);
}

export async function writeNewer(version: string): Promise<void> {
  await writeEntry(newerAddress, version);
}

async function readEntry(address: string): Promise<unknown> {
  if (!(await caches.has(pointerCache))) return null;
  const entry = await (await caches.open(pointerCache)).match(address);
  return (await entry?.json()) ?? null;
}

async function writeEntry(address: string, value: unknown): Promise<void> {
  await (await caches.open(pointerCache)).put(address, new Response(JSON.stringify(value)));
}

/** Deletes what is ours, save the caches named. */
export async function deleteCaches(keep: readonly string[]): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(cachePrefix) && !keep.includes(name)) await caches.delete(name);
  }
}
