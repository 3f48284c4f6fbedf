import { type OpenedLink, openLink } from '../engine/versions/migrate.ts';
import { addressFor, type ReadAddress } from '../stores/address.ts';
import type { WizardStore } from '../stores/wizard-store.ts';
import type { PublishedWizard } from './page-data.ts';

/** The last thing of an earlier version that was opened in a guide. */
const opened = new WeakMap<WizardStore, OpenedLink>();

/** What was opened from an earlier version of the guide, if anything was. */
export function lastOpened(store: WizardStore): OpenedLink | undefined {
  return opened.get(store);
}

/** Read answers of any published version. Never throws. */
function openAnswers(store: WizardStore, fragment: string): OpenedLink {
  const { wizard }: { readonly wizard: PublishedWizard } = store;
  const read = openLink(wizard, wizard.history ?? { versions: [], migrations: [] }, fragment);
  if (read.version !== null && read.version < wizard.version) opened.set(store, read);
  else opened.delete(store);
  return read;
}

/** Put saved answers in the place of all there are. */
export function restoreSaved(store: WizardStore, fragment: string): void {
  store.restore({ answers: openAnswers(store, fragment).answers, place: 'next' });
}

/** Carry a link of an earlier version over. What was answered meanwhile stays as it is. */
export function restoreOlder(store: WizardStore, { fragment, place }: ReadAddress): void {
  const { answers } = openAnswers(store, fragment.replace(/&_=[^&]*/, ''));
  const state = {
    answers: { ...answers, ...store.$now.get().answers },
    place: place === 'result' ? place : 'next',
  } as const;
  // In the place of the old link: with an entry of its own, "back" would lead to the old link again.
  const address = addressFor(store.wizard, state);
  history.replaceState({ skd: address }, '', `#${address}`);
  store.restore(state);
}
