import { hydrate } from 'preact';
import { createWizardStore } from '../stores/wizard-store.ts';
import { App } from './App/App.tsx';
import type { PageData } from './page-data.ts';

/** Brings every guide of the page to life. The first one owns the address. */
document.querySelectorAll<HTMLElement>('[data-guide]').forEach((root, index) => {
  const data = JSON.parse(root.nextElementSibling?.textContent ?? 'null') as PageData;
  const ownsAddress = index === 0;
  hydrate(<App data={data} store={createWizardStore(data.wizard)} ownsAddress={ownsAddress} />, root);
  root.dataset['ready'] = '';
});
