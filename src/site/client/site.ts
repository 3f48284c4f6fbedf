/** The script of every page: the theme button, and the search that is fetched when it is asked for. */

import { writeKept } from '../../wizards/stores/kept.ts';

/** Filled in by the bundler: what the first query needs, below `pagefind/`. */
declare const SEARCH_FIRST: readonly string[];

const root = document.documentElement;

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-button]')) {
  const label = () => {
    const text = button.dataset[root.dataset['theme'] === 'dark' ? 'toLight' : 'toDark'] ?? '';
    button.setAttribute('aria-label', text);
    button.title = text;
  };
  button.addEventListener('click', () => {
    const theme = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
    root.dataset['theme'] = theme;
    try {
      writeKept('skd:theme', theme);
    } catch {
      // Storage is blocked: the choice lasts for this page only.
    }
    label();
  });
  label();
}

function fetchScript(address = ''): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}

const link = document.querySelector<HTMLAnchorElement>('a[data-script]');

/** Fetches the search script once. It opens the search when it has run, if that was asked for. */
function loadSearch(): void {
  if (!link || root.dataset['search'] !== undefined) return;
  root.dataset['search'] = 'near';
  fetchScript(link.dataset['script']).catch(() => {
    if (root.dataset['search'] === 'open') location.assign(link.href);
    delete root.dataset['search'];
  });
  // The two files that it waits longest for, not after it but beside it: the words, with which it knows
  // what else to ask for, and the engine's own, unless it has come by then. From disk nothing is fetched.
  if (location.protocol === 'file:') return;
  hint(SEARCH_FIRST[0]);
  setTimeout(() => root.dataset['search'] === 'ready' || hint(SEARCH_FIRST[1]), 50);
}

function hint(name = ''): void {
  const made = document.createElement('link');
  made.rel = 'preload';
  made.as = 'fetch';
  made.crossOrigin = '';
  made.href = `${link?.dataset['root']}pagefind/${name}`;
  document.head.append(made);
}

function openSearch(event: Event): void {
  if (!link || !('showModal' in HTMLDialogElement.prototype)) return;
  event.preventDefault();
  loadSearch();
  if (root.dataset['search'] === 'ready') dispatchEvent(new Event('skd:search'));
  else root.dataset['search'] = 'open';
}

link?.addEventListener('pointerenter', loadSearch);
link?.addEventListener('focus', loadSearch);
link?.addEventListener('click', openSearch);
addEventListener('keydown', (event) => {
  const typing = (event.target as Element).matches('input, textarea, select');
  if ((event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey))) {
    openSearch(event);
  }
});

const article = document.querySelector<HTMLElement>('article[data-script]');
const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'];

/** What a page of guidance can do besides being read comes with the first sign of somebody. */
function loadPage(): void {
  for (const sign of signs) removeEventListener(sign, loadPage);
  fetchScript(article?.dataset['script']).catch(() => undefined);
}
if (article) for (const sign of signs) addEventListener(sign, loadPage, { passive: true });

document.querySelector('[data-print]')?.addEventListener('click', () => print());

/** A word of the glossary is explained where it stands; the explanations are fetched the first time. */
const explained = document.querySelector<HTMLElement>('[data-terms]');
let terms: Promise<unknown> | undefined;
explained?.addEventListener('click', (event) => {
  const word = (event.target as Element).closest<HTMLAnchorElement>('[role=doc-glossref]');
  if (!word || event.ctrlKey || event.metaKey || event.shiftKey || !('popover' in root)) return;
  event.preventDefault();
  terms ??= fetchScript(explained.dataset['terms']);
  terms.then(
    () => word.dispatchEvent(new Event('skd:term', { bubbles: true })),
    () => location.assign(word.href),
  );
});

/** Copies grow old: what has passed its date since the build is marked by the reader's clock. */
const today = new Date().toISOString();
for (const mark of document.querySelectorAll<HTMLElement>('[data-due]')) {
  const days = mark.dataset['due']?.split(' ') ?? [];
  const count = days.filter((day) => day < today.slice(0, day.length)).length;
  if (count === 0) continue;
  mark.hidden = false;
  mark.dataset['old'] = '';
  mark.querySelector('b')?.replaceChildren(`${count}`);
}
