/** The id of a page's place in a document that holds several: `federation--felsokning`. */
export const placeOf = (id: string): string => id.replaceAll('/', '--');

/**
 * A page's HTML as a part of a document that holds several: its ids are its own, links between pages
 * of the document stay in it, and headings are one step lower, below the page's title.
 *
 * @param page The page's id: `federation/felsokning`.
 * @param inside The ids of all pages of the document.
 */
export function asPart(html: string, page: string, inside: ReadonlySet<string>): string {
  const place = placeOf(page);
  return (
    html
      // A named section is a landmark, and a document would have dozens of the same name.
      .replace(/(<section\b[^>]*?) aria-labelledby="[^"]*"/g, '$1')
      .replace(/(<\/?h)([2-5])\b/g, (_all, start: string, depth: string) => `${start}${+depth + 1}`)
      .replace(
        / (id|aria-labelledby|aria-describedby|for)="([^"]+)"/g,
        (_all, name: string, ids: string) => {
          const own = ids.split(' ').map((id) => `${place}--${id}`);
          return ` ${name}="${own.join(' ')}"`;
        },
      )
      .replace(/ href="([^"]*)"/g, (all, address: string) => {
        if (address.startsWith('#')) return ` href="#${place}--${address.slice(1)}"`;
        const [, target = '', hash = ''] =
          address.match(/^\/([^#?]*?)(?:\/|\.html)?(?:#(.*))?$/) ?? [];
        if (!inside.has(target)) return all;
        return ` href="#${placeOf(target)}${hash === '' ? '' : `--${hash}`}"`;
      })
  );
}
