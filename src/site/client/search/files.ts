/** Filled in by the bundler: names below `pagefind/`, or nothing in `npm run dev`. */
declare const SEARCH_FILES: {
  readonly engine: string;
  readonly words: string;
  readonly table: string;
  readonly meta: string;
  readonly tag: string;
  readonly entry: unknown;
  readonly chunks: string;
  readonly offline: string;
  readonly areas: readonly string[];
  readonly kinds: readonly string[];
} | null;

export const built = SEARCH_FILES;

const script = document.currentScript as HTMLScriptElement;
const folder = new URL('../pagefind/', script.src);
/** The root of the site, with a slash at the end. */
export const siteRoot = new URL('../', script.src);
export const isOnDisk = location.protocol === 'file:';

/** The one file that Pagefind does not name after its contents. */
export const wasmFile = 'wasm.sv.pagefind';

type Priority = 'high' | 'low';

const fetched = new Map<string, Promise<ArrayBuffer>>();
let onDisk: Readonly<Record<string, string>> | undefined;

/** Takes what `offline.<hash>.js` carries: the files of the search in base64. */
export function useFilesOnDisk(files: Readonly<Record<string, string>>): void {
  onDisk = files;
}

export const hasFilesOnDisk = () => onDisk !== undefined;

/** A file below `pagefind/`, unpacked. It is asked for once, and again only when it did not come. */
export function bytesOf(name: string, priority: Priority = 'high'): Promise<ArrayBuffer> {
  let bytes = fetched.get(name);
  if (!bytes) {
    bytes = fetchBytes(name, priority);
    fetched.set(name, bytes);
    bytes.catch(() => fetched.delete(name));
  }
  return bytes;
}

export const isFetched = (name: string) => fetched.has(name);

/** Asks for files that will be needed. Whoever needs them learns whether they came. */
export function fetchEarly(names: Iterable<string>): void {
  for (const name of names) bytesOf(name).catch(() => undefined);
}

async function fetchBytes(name: string, priority: Priority): Promise<ArrayBuffer> {
  const packed = onDisk?.[name];
  if (packed !== undefined) {
    return unpack(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)));
  }
  const address = new URL(name === wasmFile ? `${name}?${built?.tag}` : name, folder);
  const answer = await fetch(address, { priority });
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return unpack(new Uint8Array(await answer.arrayBuffer()));
}

/** Pagefind packs its files by itself. A host may have unpacked them on the way. */
function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const { body } = new Response(bytes);
  if (!isPacked || !body) return Promise.resolve(bytes.buffer);
  return new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** Runs a script below `pagefind/`; one that did not come is asked for again the next time. */
export function run(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const tag = document.createElement('script');
    tag.src = new URL(name, folder).href;
    tag.onload = () => resolve();
    tag.onerror = () => {
      tag.remove();
      reject(new Error(name));
    };
    document.head.append(tag);
  });
}
