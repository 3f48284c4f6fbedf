import type { PageData, SourceNote } from './page-data.ts';

/** Ids of the list of sources under the guide as text: see src/components/SourceList.astro. */
const prefix = 'kalla-';

/** The sources as the page already lists them, by id: sent once, in the text of the page. */
export function sourcesInPage(): PageData['sources'] {
  const items = [...document.querySelectorAll(`.whole li[id^="${prefix}"]`)];
  return Object.fromEntries(
    items.flatMap((item): [string, SourceNote][] => {
      const link = item.querySelector('a');
      if (!link) return [];
      const note = {
        title: link.textContent ?? '',
        publisher: textBefore(item, link),
        url: link.getAttribute('href') ?? '',
        dates: item.querySelector('.meta')?.textContent?.trim() ?? '',
      };
      return [[item.id.slice(prefix.length), note]];
    }),
  );
}

/** The publisher stands before the link, with a colon after it. */
function textBefore(item: Element, link: Element): string {
  const range = document.createRange();
  range.setStart(item, 0);
  range.setEndBefore(link);
  return range.toString().trim().replace(/:$/, '');
}
