import { getAreas, readingMinutes } from './areas.ts';
import { t } from './strings.ts';
import { allWizards } from './wizards.ts';

/** Pages that are not text in `src/content/docs/`. */
const fixedPages = [
  ['/laget/', 'state.title'],
  ['/ordlista/', 'glossary.title'],
  ['/kallor/', 'sources.title'],
  ['/beslutsguider/', 'guides.title'],
  ['/vagledning/', 'site.guidance'],
  ['/ladda-ner/', 'download.title'],
  ['/sok/', 'search.title'],
  ['/nyheter/', 'news.title'],
  ['/synpunkter/', 'feedback.title'],
  ['/mina-beslut/', 'saved.title'],
  ['/handlingsplan/', 'plan.title'],
] as const;

export interface SitePage {
  readonly address: string;
  readonly title: string;
  readonly minutes: number;
  readonly kind: 'page' | 'guide';
}

/** Every page and guide by its address, for links that show title and time. */
export async function sitePages(): Promise<Map<string, SitePage>> {
  const areas = await getAreas();
  const pages = areas
    .flatMap((area) => [area.page, ...area.pages])
    .map((page): SitePage => {
      const minutes = readingMinutes(page);
      return { address: `/${page.id}/`, title: page.data.title, minutes, kind: 'page' };
    });
  const guides = allWizards().map((wizard): SitePage => {
    const address = `/beslutsguider/${wizard.id}/`;
    return { address, title: wizard.title, minutes: wizard.minutes, kind: 'guide' };
  });
  const fixed = fixedPages.map(([address, title]): SitePage => {
    return { address, title: t(title), minutes: 1, kind: 'page' };
  });
  return new Map([...fixed, ...pages, ...guides].map((page) => [page.address, page]));
}

/**
 * The page behind an address.
 *
 * @throws Error that names the place and the address when there is none.
 */
export function pageAt(
  pages: ReadonlyMap<string, SitePage>,
  address: string,
  place: string,
): SitePage {
  const page = pages.get(address);
  if (!page) throw new Error(`${place} links to ${address}, which is no page of the site.`);
  return page;
}
