import type { Hit, Piece } from '../../search/hit.ts';
import { element } from './element.ts';
import { siteRoot } from './files.ts';
import { say } from './say.ts';

/**
 * One hit: what it is and where it stands, and the places on the page that answer. Its text comes into
 * the space kept for it.
 *
 * @param pageTitle Of the page that a part stands on.
 */
export function hitItem(
  hit: Hit,
  pageTitle: string,
  text: Promise<readonly Piece[]>,
): HTMLLIElement {
  const { address, kind, area, title, sections } = hit;
  const place = address.includes('#') ? pageTitle || area : area;
  const about = [say(`kind.${kind}`), place].filter((text) => text !== '').join(' · ');
  const excerpt = element('p', { class: 'excerpt' });
  const item = element(
    'li',
    {},
    link(address, title),
    element('p', { class: 'meta' }, about),
    excerpt,
  );
  text.then(
    (pieces) => excerpt.append(...pieces.map(pieceNode)),
    () => excerpt.append(say('noExcerpt')),
  );
  if (sections.length > 0) {
    const lines = sections.map((section) => {
      const what = section.kind === '' ? '' : `${say(`kind.${section.kind}`)}: `;
      return element('li', {}, what, link(section.address, section.title));
    });
    item.append(element('ul', {}, ...lines));
  }
  return item;
}

function link(address: string, text: string): HTMLAnchorElement {
  return element('a', { href: new URL(address, siteRoot).href }, text);
}

function pieceNode({ text, isMatch }: Piece, index: number): Node {
  const space = index === 0 ? '' : ' ';
  if (!isMatch) return document.createTextNode(space + text);
  const both = document.createDocumentFragment();
  both.append(space, element('mark', {}, text));
  return both;
}

/** A hit on the page that is open already: what it is folded into is opened first. */
export function revealTarget(anchor: HTMLAnchorElement): boolean {
  const [page, id] = anchor.href.split('#');
  if (page !== location.href.split('#')[0]) return false;
  const target = document.getElementById(decodeURIComponent(id ?? ''));
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    fold.open = true;
  }
  return true;
}
