/** The script of every page: the theme button, and the search that is fetched when it is asked for. */

import { writeKept } from '../../wizards/stores/kept.ts';

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
