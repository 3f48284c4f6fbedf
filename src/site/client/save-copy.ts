import {
  cacheName,
  deleteCaches,
  hashHeader,
  pointerCache,
  readPointer,
  type SavedCopy,
  writePointer,
} from './saved-copy.ts';

type ListedFile = readonly [path: string, sha256: string, bytes: number];

export interface OfflineList extends SavedCopy {
  readonly files: readonly ListedFile[];
}

/** What the site offers to save now. @throws When it cannot be had, or saving is switched off. */
export async function fetchList(base: string): Promise<OfflineList> {
  const response = await fetch(`${base}offline.json`, {
    cache: 'no-cache',
    headers: { [hashHeader]: 'list' },
  });
  const list = (await response.json()) as Partial<OfflineList>;
  if (!response.ok || typeof list.version !== 'string' || !Array.isArray(list.files)) {
    throw new Error('no list');
  }
  return list as OfflineList;
}

/**
 * Fetches every file of the list and then, when all are here and are what the list says, switches to
 * them in one write. Files that an earlier copy or an interrupted try already holds are not fetched.
 *
 * @param tell Called with the bytes done so far.
 * @throws When a file cannot be fetched or stored: the copy in use is left as it is.
 */
export async function saveCopy(
  list: OfflineList,
  base: string,
  tell: (bytes: number) => void,
): Promise<void> {
  const { files, ...copy } = list;
  const before = await readPointer();
  const earlier = before && (await caches.open(cacheName(before.version)));
  const cache = await caches.open(cacheName(list.version));
  let done = 0;
  const queue = [...files];
  const fetchAll = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      await saveFile(file, base, cache, earlier);
      done += file[2];
      tell(done);
    }
  };
  await Promise.all(Array.from({ length: 6 }, fetchAll));
  await navigator.serviceWorker.register(`${base}sw.js`);
  await navigator.serviceWorker.ready;
  await writePointer(copy);
  await deleteCaches([pointerCache, cacheName(list.version)]);
}

async function saveFile(
  [path, sha256]: ListedFile,
  base: string,
  cache: Cache,
  earlier: Cache | null,
): Promise<void> {
  const address = base + path;
  const isIt = (response: Response | undefined) => response?.headers.get(hashHeader) === sha256;
  if (isIt(await cache.match(address))) return;
  const kept = await earlier?.match(address);
  if (kept && isIt(kept)) {
    await cache.put(address, kept);
    return;
  }
  const response = await fetch(address, { cache: 'no-cache', headers: { [hashHeader]: 'file' } });
  const body = await response.arrayBuffer();
  if (!response.ok || (await hashOf(body)) !== sha256) throw new Error(`${path} is another file`);
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  await cache.put(
    address,
    new Response(body, { headers: { 'content-type': type, [hashHeader]: sha256 } }),
  );
}

async function hashOf(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes everything away again. */
export async function removeCopy(): Promise<void> {
  await deleteCaches([]);
  await (await navigator.serviceWorker.getRegistration())?.unregister();
}
