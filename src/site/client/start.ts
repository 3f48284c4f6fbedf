/** The script of the start page. */
import { readKept } from '../../wizards/stores/kept.ts';

/** Guides with answers saved in this browser, each a link that goes on. */
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
