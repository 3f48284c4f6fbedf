/**
 * Shows what a word of the glossary means, beside the word. Fetched when the first word is chosen.
 *
 * The explanation stands just after the word in the document, so that reading order and tab order
 * are those of the page; it takes the focus, so that it is read out; Esc, a press outside or moving
 * on closes it. Without this script the word is a link to the glossary.
 */

import { adoptStyles } from './adopt.ts';
import styles from './terms.css';

/** Filled in by the bundler: `id` → word, English, meaning; and the interface texts. */
declare const GLOSSARY: Readonly<Record<string, readonly [string, string, string] | undefined>>;
declare const TERM_TEXTS: Readonly<Record<string, string>>;

adoptStyles(styles);

/** Pixels between the word and its explanation, and from the edge of the window. */
const gap = 6;
const margin = 16;

const box = element('span', '');
box.className = 'term-box';
box.id = 'ordet';
box.popover = 'auto';
box.tabIndex = -1;
box.setAttribute('role', 'dialog');
let word: HTMLAnchorElement | undefined;

addEventListener('skd:term', (event) => {
  const chosen = event.target as HTMLAnchorElement;
  const [term, en, text] = GLOSSARY[chosen.hash.slice(1)] ?? [];
  if (term === undefined) return location.assign(chosen.href);
  // A second press on the same word has closed the box already, by pressing outside it.
  word = chosen;
  fill(term, en ?? '', text ?? '', chosen.href);
  chosen.after(box);
  box.showPopover();
  place(chosen);
  box.focus({ preventScroll: true });
});

box.addEventListener('toggle', (event) => {
  if ((event as ToggleEvent).newState === 'open') return;
  const isLost = document.activeElement === document.body || box.contains(document.activeElement);
  if (isLost) word?.focus({ preventScroll: true });
});
box.addEventListener('focusout', (event) => {
  const next = event.relatedTarget as Node | null;
  if (next && next !== word && !box.contains(next)) box.hidePopover();
});

function fill(term: string, en: string, text: string, href: string): void {
  const name = element('strong', term);
  box.setAttribute('aria-label', term);
  const english = element('span', en === '' || en === term ? '' : ` (${en})`);
  english.className = 'meta';
  english.lang = 'en';
  const more = element('a', TERM_TEXTS['term.more'] ?? '');
  more.href = href;
  const close = element('button', TERM_TEXTS['term.close'] ?? '');
  close.type = 'button';
  close.addEventListener('click', () => box.hidePopover());
  const meaning = element('span', text);
  meaning.className = 'term-text';
  const links = element('span', '');
  links.className = 'term-links';
  links.append(more, close);
  box.replaceChildren(name, english, meaning, links);
}

/** Below the word, or above it when there is no room; never outside the window's sides. */
function place(anchor: HTMLElement): void {
  const at = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const widest = document.documentElement.clientWidth - width - margin;
  const left = Math.max(margin, Math.min(at.left, widest));
  const isLow = at.bottom + gap + height > innerHeight && at.top - gap - height > 0;
  const top = isLow ? at.top - gap - height : at.bottom + gap;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${top + scrollY}px`;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
