/** The script of every page: the theme button, and the search that is fetched when it is asked for. */

import { readKept, writeKept } from '../../wizards/stores/kept.ts';

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

const link = document.querySelector<HTMLAnchorElement>('a[data-script]');

/** Fetches the search script once. It opens the search when it has run, if that was asked for. */
function loadSearch(): void {
  if (!link || root.dataset['search'] !== undefined) return;
  root.dataset['search'] = 'near';
  const script = document.createElement('script');
  script.src = link.dataset['script'] ?? '';
  script.onerror = () => {
    if (root.dataset['search'] === 'open') location.assign(link.href);
    delete root.dataset['search'];
  };
  document.head.append(script);
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
  const script = document.createElement('script');
  script.src = article?.dataset['script'] ?? '';
  document.head.append(script);
}
if (article) for (const sign of signs) addEventListener(sign, loadPage, { passive: true });

document.querySelector('[data-print]')?.addEventListener('click', () => print());

/** On the start page: guides with answers saved in this browser, each a link that goes on. */
function showSavedGuides(section: HTMLElement): void {
  const list = section.querySelector('ul');
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    '.card a[href*="beslutsguider/"]',
  )) {
    const id = link.pathname.match(/([a-z0-9-]+)(\.html)?$/)?.[1];
    const answers = readKept(`skd:guide:${id}`)?.match(/"answers":"([\w=&.?-]+)"/)?.[1];
    if (answers === undefined || !list) continue;
    const item = document.createElement('li');
    const copy = document.createElement('a');
    copy.href = `${link.href}#${answers}`;
    copy.textContent = link.textContent;
    item.append(copy);
    list.append(item);
    section.hidden = false;
  }
}

const saved = document.querySelector<HTMLElement>('[data-continue]');
try {
  if (saved) showSavedGuides(saved);
} catch {
  // Storage is blocked: there is nothing to go on with.
}
