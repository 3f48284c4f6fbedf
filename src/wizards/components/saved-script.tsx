import { render } from 'preact';
import { browserPlace } from '../stores/saved/place.ts';
import { createSavedStore } from '../stores/saved/saved-store.ts';
import { watchFocus } from './Saved/keep-focus.ts';
import { PlanPage } from './Saved/PlanPage.tsx';
import { fetchedGuides, readCatalog } from './Saved/page-parts.ts';
import { SavedPage } from './Saved/SavedPage.tsx';

/** The script of the two pages with what is saved: Mina beslut and Min handlingsplan. */
const root = document.querySelector<HTMLElement>('[data-saved]');

if (root) {
  const catalog = readCatalog();
  const store = createSavedStore(browserPlace);
  const props = { store, catalog, guides: fetchedGuides(catalog) };
  // Another tab has written, or the page comes back from the history.
  addEventListener('storage', store.refresh);
  addEventListener('pageshow', store.refresh);
  addEventListener('visibilitychange', store.refresh);
  watchFocus();
  root.replaceChildren();
  render(
    root.dataset['saved'] === 'plan' ? <PlanPage {...props} /> : <SavedPage {...props} />,
    root,
  );
  root.dataset['ready'] = '';
}
