/**
 * The service worker. It is there only after a reader chose "save for offline" and holds nothing
 * itself: it answers from the one whole copy the pointer names, and from the network otherwise.
 * See decisions/0010-offline-forms.md.
 */
import { datesAfter } from '../shared/dates-after.ts';
import {
  cacheName,
  hashHeader,
  readNewer,
  readPointer,
  type SavedCopy,
  writeNewer,
} from './saved-copy.ts';

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}

const scope = (globalThis as unknown as { registration: { scope: string } }).registration.scope;
const hour = 3_600_000;
let looked = 0;

addEventListener('activate', (event) => {
  const { clients } = globalThis as unknown as { clients: { claim(): Promise<void> } };
  (event as FetchEvent).waitUntil(clients.claim());
});

addEventListener('fetch', (plain) => {
  const event = plain as FetchEvent;
  const { request } = event;
  const isOurs = request.method === 'GET' && request.url.startsWith(scope);
  if (isOurs && !request.headers.has(hashHeader)) event.respondWith(answer(event));
});

async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const copy = await readPointer().catch(() => null);
  const cache = copy && (await caches.open(cacheName(copy.version)));
  const find = async (address: string) => (cache ? cache.match(address) : undefined);
  const isPage = request.mode === 'navigate';
  let found: Response | undefined;
  for (const address of candidates(request.url)) {
    found ??= await find(address);
    // Relative links would lead astray from `…/om/`.
    if (found && request.url !== scope && /^[^?#]*\/([?#]|$)/.test(request.url)) {
      return Response.redirect(address);
    }
  }
  if (found && !isPage) return found;
  if (found && copy) {
    event.waitUntil(lookForNewer(copy).catch(() => undefined));
    return withNotice(found, copy, 200);
  }
  try {
    return await fetch(request);
  } catch {
    const missing = isPage && copy ? await find(`${scope}404.html`) : undefined;
    return missing && copy ? withNotice(missing, copy, 404) : Response.error();
  }
}

/** `…/om`, `…/om/` and `…/om.html` are one page, whatever follows `?` or `#`. */
function candidates(url: string): string[] {
  const path = url.replace(/[?#].*$/, '');
  if (path === scope) return [`${scope}index.html`];
  const bare = path.replace(/\/$/, '');
  return [path, `${bare}.html`, `${bare}/index.html`];
}

/** Says in the page how old it is, and whether a newer version was seen. */
async function withNotice(page: Response, copy: SavedCopy, status: number): Promise<Response> {
  const newer = await readNewer().catch(() => null);
  const isOld = typeof newer === 'string' && newer !== copy.version;
  const text = await page.text();
  const notice = (isOld ? copy.newer : copy.notice)
    .replace('%page%', `${new URL(scope).pathname}ladda-ner.html#app`)
    .replace('%due%', datesAfter(copy.day, text));
  const html = text.replace(copy.place, () => notice + copy.place);
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** At most once an hour: asks whether the site has another version, and remembers it for the notice. */
async function lookForNewer(copy: SavedCopy): Promise<void> {
  if (Date.now() - looked < hour) return;
  looked = Date.now();
  const response = await fetch(`${scope}offline.json`, { cache: 'no-cache' });
  const { version } = (await response.json()) as { version?: unknown };
  if (response.ok && typeof version === 'string' && version !== copy.version) {
    await writeNewer(version);
  }
}
