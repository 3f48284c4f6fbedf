/**
 * The search: a dialog on every page, and the page `sok.html`. Fetched when somebody comes near it.
 * The query never leaves the browser: the index is files of this site.
 */
import { adoptStyles } from './adopt.ts';
import { searchBox } from './search/box.ts';
import { button, element } from './search/element.ts';
import { siteRoot } from './search/files.ts';
import { loadSearch } from './search/load.ts';
import { say } from './search/say.ts';
import styles from './search/search.css';

adoptStyles(styles);

/** After `#`: what stands there is not sent to the server when the page is fetched. */
const pageFor = (query: string) =>
  new URL(`sok.html#q=${encodeURIComponent(query)}`, siteRoot).href;

/** The query of the address. A link may also carry it after `?`. */
function queryOfAddress(): string {
  const after = /^#q=/.test(location.hash) ? location.hash.slice(1) : location.search;
  return new URLSearchParams(after).get('q') ?? '';
}

function createDialog(): () => void {
  const dialog = element('dialog', { class: 'search-dialog', 'aria-label': say('title') });
  const { input } = searchBox(dialog, {
    idPrefix: 'sok-dialog',
    onSubmit: (query) => location.assign(pageFor(query)),
    onSamePage: () => dialog.close(),
  });
  input.after(button(say('close'), () => dialog.close()));
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return () => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  };
}

function usePage(where: HTMLElement): () => void {
  const box = searchBox(where, {
    idPrefix: 'sok-sida',
    onAnswer(query) {
      try {
        history.replaceState(null, '', pageFor(query));
      } catch {
        // Some browsers allow only so many changes in a while.
      }
    },
    onSubmit: (query) => box.ask(query),
  });
  const read = () => {
    const query = queryOfAddress();
    if (query !== '' && query !== box.input.value.trim()) box.ask(query);
  };
  addEventListener('hashchange', read);
  read();
  return () => box.input.focus();
}

loadSearch().catch(() => undefined);
const root = document.documentElement;
const onPage = document.querySelector<HTMLElement>('[data-search-page]');
let open: (() => void) | undefined = onPage ? usePage(onPage) : undefined;
const show = () => {
  open ??= createDialog();
  open();
};
addEventListener('skd:search', show);
if (!onPage && root.dataset['search'] === 'open') show();
root.dataset['search'] = 'ready';
