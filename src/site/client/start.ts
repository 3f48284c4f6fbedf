/** The script of the start page: go on where you were. */

import { keptKeys, readKept } from '../../wizards/stores/kept.ts';

const section = document.querySelector<HTMLElement>('[data-continue]');

/** Each set of answers saved in this browser as a link that goes on, by the name it was given. */
function showSaved(list: HTMLElement, section: HTMLElement): void {
  for (const key of keptKeys((each) => each.startsWith('skd:guide:'))) {
    const id = key.split(':')[2] ?? '';
    const guide = [...document.querySelectorAll<HTMLAnchorElement>('.card a')].find((link) =>
      new RegExp(`beslutsguider/${id.replace(/[^a-z0-9-]/g, '')}(\\.html)?$`).test(link.pathname),
    );
    const kept = readKept(key) ?? '';
    const answers = kept.match(/"answers":"([\w=&.?-]+)"/)?.[1];
    if (!guide || answers === undefined) continue;
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `${guide.href}#${answers}`;
    link.textContent = nameIn(kept) || guide.textContent;
    item.append(link);
    list.append(item);
    section.hidden = false;
  }
}

function nameIn(kept: string): string {
  try {
    const { name } = JSON.parse(kept) as { readonly name?: unknown };
    return typeof name === 'string' ? name : '';
  } catch {
    return '';
  }
}

const list = section?.querySelector('ul');
try {
  if (section && list) showSaved(list, section);
} catch {
  // Storage is blocked: there is nothing to go on with.
}
