import { viewPath } from '../engine/explain/graph-view.ts';
import { compileOutcomes } from '../engine/graph/outcome-graph.ts';
import { readAddress } from '../stores/address.ts';
import { readPageData } from './page-data.ts';

/** Marks the reader's own way on the map of a guide: with a word in the text, a class in the picture. */
function markOwnWay(): void {
  const { wizard } = readPageData(document.getElementById('karta-data')?.textContent ?? 'null');
  const { answers } = readAddress(wizard, location.hash);
  if (Object.keys(answers).length === 0) return;
  const way = viewPath(compileOutcomes(wizard), answers);
  const own = new Set([...way, ...way.slice(1).map((id, index) => `${way[index]} ${id}`)]);
  for (const part of document.querySelectorAll<HTMLElement | SVGElement>(
    '[data-node], [data-edge]',
  )) {
    if (!own.has(part.dataset['node'] ?? part.dataset['edge'] ?? '')) continue;
    part.classList.add('own-way');
    const word = [...part.children].find((child) => child.matches('.own'));
    if (word instanceof HTMLElement) word.hidden = false;
  }
  const back = document.querySelector<HTMLAnchorElement>('[data-map-back]');
  if (back) back.hash = location.hash;
}

markOwnWay();
