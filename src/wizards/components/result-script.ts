import { After } from './After/After.tsx';
import { Before } from './Before/Before.tsx';
import { LaterScreen } from './LaterScreen/LaterScreen.tsx';

// The second script of a guide. Preact is the first script's: see src/site/scripts.ts.
const ready = () => globalThis.skdGuide?.ready({ Before, After, LaterScreen });

/**
 * Its style sheet comes first, so that nothing is drawn that would change its looks. Should it not
 * be had, the parts show all the same: plain is better than nothing. A guide saved as one file names
 * none, for it stands in the page.
 */
function withStyle(address: string | undefined): void {
  if (!address || document.querySelector(`link[href="${CSS.escape(address)}"]`))
    return void ready();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  link.onload = link.onerror = ready;
  document.head.append(link);
}

withStyle(document.querySelector<HTMLElement>('[data-guide]')?.dataset['style']);
