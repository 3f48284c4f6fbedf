import { Fragment, h, hydrate } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { createLaterStore } from '../stores/later-store.ts';
import { createWizardStore } from '../stores/wizard-store.ts';
import { App } from './App/App.tsx';
import type { LaterParts } from './later.ts';
import { type PageData, readPageData } from './page-data.ts';

const $later = createLaterStore<LaterParts>();

globalThis.skdGuide = {
  preact: { h, Fragment, useState, useEffect, useMemo },
  ready: (parts) => $later.set(parts),
};

/** Fetches the second script; may be called again when it failed. */
function fetchLater(address: string): void {
  $later.set('waiting');
  const script = document.createElement('script');
  script.src = address;
  script.onerror = () => $later.set('failed');
  document.head.append(script);
}

/** Brings every guide of the page to life. The first one owns the address. */
document.querySelectorAll<HTMLElement>('[data-guide]').forEach((root, index) => {
  const data: PageData = readPageData(root.nextElementSibling?.textContent ?? '');
  const retry = () => fetchLater(root.dataset['script'] ?? '');
  const props = {
    data,
    store: createWizardStore(data.wizard),
    $later,
    retry,
    ownsAddress: index === 0,
  };
  hydrate(<App {...props} />, root);
  root.dataset['ready'] = '';
  // Without an address the second script stands in the page itself.
  if (index === 0 && root.dataset['script']) retry();
});
