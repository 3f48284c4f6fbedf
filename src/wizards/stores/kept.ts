/**
 * Small values kept in this browser. Opened from disk, Firefox gives every file a storage of its own,
 * so there (and only there) a value also stands in a cookie: no server ever sees it.
 * Codes and choices only, never free text: in Chromium every file opened from disk reads them.
 */
const isDisk = () => location.protocol === 'file:';
const year = 31_536_000;

/** @throws When storage is blocked and there is no other place. */
export function readKept(key: string): string | null {
  const stored = readStored(key);
  // The cookie is written by every page, the storage of a file only by that file: the cookie is newer.
  return readCookieValue(key) ?? stored;
}

/**
 * @param cookie What stands in the cookie when the page was opened from disk; `null` for no cookie.
 * @throws When storage is full or blocked and there is no other place for all of it.
 */
export function writeKept(key: string, value: string, cookie: string | null = value): void {
  if (isDisk() && cookie !== null) writeCookie(key, cookie, year);
  try {
    localStorage.setItem(key, value);
  } catch (blocked) {
    if (!isDisk() || readCookie(key) !== value) throw blocked;
  }
}

/** What storage alone holds. @throws When storage is blocked and there is no other place. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (blocked) {
    if (!isDisk()) throw blocked;
    return null;
  }
}

/** What the cookie holds; `null` where pages come from a server. */
export function readCookieValue(key: string): string | null {
  return isDisk() ? readCookie(key) : null;
}

/** Every key that passes a test, sorted. @throws When storage is blocked and there is no other place. */
export function keptKeys(isWanted: (key: string) => boolean): readonly string[] {
  let stored: readonly string[] = [];
  try {
    stored = Object.keys(localStorage);
  } catch (blocked) {
    if (!isDisk()) throw blocked;
  }
  const cookies = isDisk() ? document.cookie.split('; ').map(nameOf) : [];
  return [...new Set([...stored, ...cookies])].filter(isWanted).sort();
}

function nameOf(cookie: string): string {
  try {
    return decodeURIComponent(cookie.split('=')[0] ?? '');
  } catch {
    return ''; // not written by us
  }
}

/** @throws When storage is blocked. */
export function removeKept(key: string): void {
  if (isDisk()) writeCookie(key, '', 0);
  localStorage.removeItem(key);
}

function readCookie(key: string): string | null {
  const start = `${encodeURIComponent(key)}=`;
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(start));
  try {
    return found === undefined ? null : decodeURIComponent(found.slice(start.length));
  } catch {
    return null; // not written by us
  }
}

function writeCookie(key: string, value: string, seconds: number): void {
  const pair = `${encodeURIComponent(key)}=${encodeURIComponent(value)}`;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not there on file://.
  document.cookie = `${pair}; path=/; max-age=${seconds}; samesite=strict`;
}
