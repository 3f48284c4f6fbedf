import { type DomElement, DomUtils, parseDocument } from './dom.ts';

/** One thing that can be found: a page, or a part of one that is a hit of its own. */
export interface SearchRecord {
  /** From the root of the site: `om/integritet.html`, `ordlista.html#bankid`. */
  readonly address: string;
  /** `sida`, `guide`, `fraga`, `resultat`, `rad`, `ord`, `uppgift`, `mall`. */
  readonly kind: string;
  readonly title: string;
  /** First folder of the address when it is an area of guidance. */
  readonly area: string;
  /** The contents as HTML, headings with their ids. */
  readonly html: string;
  /** The contents as words. */
  readonly text: string;
}

/**
 * Takes a finished page apart for the search. An element with `data-hit="<kind>"` and an id becomes a
 * record of its own and is left out of the page's record; so is everything `data-pagefind-ignore`.
 *
 * @returns Nothing for a page without `data-pagefind-body`.
 */
export function recordsOf(file: string, html: string): SearchRecord[] {
  const page = parseDocument(html);
  const main = DomUtils.findOne(
    (element) => 'data-pagefind-body' in element.attribs,
    page.children,
    true,
  );
  if (!main) return [];
  const find = (test: (element: DomElement) => boolean) => DomUtils.findAll(test, main.children);
  for (const ignored of find(isIgnored)) DomUtils.removeElement(ignored);
  const heading = headingOf(main);
  const title = heading ? titleOf(heading) : file;
  const hits = find((element) => 'data-hit' in element.attribs && 'id' in element.attribs);
  for (const hit of hits) DomUtils.removeElement(hit);
  const area = file.match(/^([a-z-]+)[/.]/)?.[1] ?? '';
  const whole: SearchRecord = {
    address: file,
    kind: kindOf(file, main.attribs['data-pagefind-meta']?.replace('kind:', '') ?? 'sida'),
    title,
    area,
    html: DomUtils.getInnerHTML(main),
    text: textOf(main),
  };
  const parts = hits.map((hit): SearchRecord => {
    const heading = headingOf(hit);
    const text = textOf(hit);
    if (heading) DomUtils.removeElement(heading);
    return {
      address: `${file}#${hit.attribs['id']}`,
      kind: hit.attribs['data-hit'] ?? '',
      title: heading ? titleOf(heading) : (hit.attribs['id'] ?? ''),
      area,
      html: DomUtils.getInnerHTML(hit),
      text,
    };
  });
  return [whole, ...parts];
}

/** Whatever frame a template page is made with, it is a template. */
function kindOf(file: string, said: string): string {
  return said === 'sida' && file.startsWith('mallar/') ? 'mall' : said;
}

function isIgnored(element: DomElement): boolean {
  return (
    'data-pagefind-ignore' in element.attribs || /^(script|style|svg|noscript)$/.test(element.name)
  );
}

/** The first heading, term or bold line: what a reader would call the part. */
function headingOf(element: DomElement): DomElement | null {
  return DomUtils.findOne(({ name }) => /^(h[1-6]|dt|strong)$/.test(name), element.children, true);
}

/** Without a full stop, and without a name that is said twice: `BankID (BankID)`. */
function titleOf(heading: DomElement): string {
  return textOf(heading)
    .replace(/\.$/, '')
    .replace(/^(.+?) \(\1\)$/, '$1');
}

/** Text with a space between blocks, so that words of different lines stay apart. */
function textOf(element: DomElement): string {
  return DomUtils.getElementsByTagType('text' as never, element.children, true)
    .map((node) => ('data' in node ? String(node.data) : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
