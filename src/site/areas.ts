import { type CollectionEntry, getCollection } from 'astro:content';

export type Page = CollectionEntry<'docs'>;

export interface Area {
  /** Folder name, also the address: `federation`. */
  readonly id: string;
  /** The area's own page, `index.md`. */
  readonly page: Page;
  /** Its other pages in reading order. */
  readonly pages: readonly Page[];
}

/** In the order they are shown. An area that is not named here stands last. */
const order = [
  'for-larare',
  'nationella-prov',
  'e-legitimation',
  'federation',
  'informationsutbyte',
  'bestallarstod',
  'dataskydd-och-sakerhet',
  'support',
  'anvandarcentrerad-utveckling',
  'samverkan',
  'om',
];

/** Every area of guidance, read from the folders of `src/content/docs/`. */
export async function getAreas(): Promise<Area[]> {
  const docs = await getCollection('docs');
  const ids = [...new Set(docs.map((page) => areaOf(page)))].filter((id) => id !== '');
  const place = (id: string) => (order.indexOf(id) + order.length + 1) % (order.length + 1);
  return ids
    .sort((a, b) => place(a) - place(b) || a.localeCompare(b))
    .flatMap((id) => {
      const inArea = docs.filter((page) => areaOf(page) === id);
      const page = inArea.find((candidate) => candidate.id === id);
      if (!page) return [];
      const pages = inArea
        .filter((candidate) => candidate !== page)
        .sort((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id));
      return [{ id, page, pages }];
    });
}

/** `federation/attribut-och-eppn` → `federation`; the start page has no area. */
export function areaOf(page: Page): string {
  return page.id === 'index' ? '' : (page.id.split('/')[0] ?? '');
}

/** Minutes it takes to read a page, at 200 words a minute. */
export function readingMinutes(page: Page): number {
  const words = (page.body ?? '').split(/\s+/).length;
  return Math.max(1, Math.round(words / 200));
}
