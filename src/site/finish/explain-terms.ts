import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { FoundTerm } from '../glossary/find-terms.ts';

/** Where no word is explained: headings, what is a link already, code, labels, pictures. */
const skipped = new Set(
  'a button code dt figcaption h1 h2 h3 h4 h5 h6 kbd label pre script style summary sup svg th'.split(
    ' ',
  ),
);

/** What a page of guidance may have at most; `tests/site/budgets.test.ts` holds it. */
export const mostElements = 450;

/**
 * Makes the first use of each word of the glossary a link to its explanation, in the lines “Kort
 * sagt” and in the text of a page of guidance. The link works by itself; the script shows the
 * explanation beside it. See src/site/client/terms.ts.
 *
 * A link that the author made to a word of the glossary becomes such a link too.
 *
 * @param find From `createTermFinder()`.
 * @param most How many words at most: the page has room for so many elements.
 * @returns The page, as it is when it has no such text.
 */
export function explainTerms(
  html: string,
  find: (text: string) => readonly FoundTerm[],
  most = Number.POSITIVE_INFINITY,
): string {
  const explained = new Set<string>();
  const parts: string[] = [];
  let at = 0;
  let added = 0;
  for (const { start, end, link } of runningText(html)) {
    if (link !== undefined) {
      explained.add(link);
      parts.push(html.slice(at, start), ` ${mark}`);
      at = start;
      continue;
    }
    for (const term of find(html.slice(start, end))) {
      if (explained.has(term.id) || added === most) continue;
      explained.add(term.id);
      added += 1;
      const from = start + term.start;
      const to = start + term.end;
      const open = `<a ${mark} href="${glossary}${term.id}">`;
      parts.push(html.slice(at, from), open, html.slice(from, to), '</a>');
      at = to;
    }
  }
  return parts.join('') + html.slice(at);
}

/** The role that publishing has for it: “a reference to a glossary definition”. */
const mark = 'role="doc-glossref"';
const glossary = '/ordlista/#';

interface Range {
  readonly start: number;
  readonly end: number;
  /** The word that a link of the author leads to; the range is then the place for an attribute. */
  readonly link?: string;
}

/**
 * Stretches of text that is read as sentences, and links to the glossary, in order.
 * An entity ends a stretch.
 */
function runningText(html: string): Range[] {
  const ranges: Range[] = [];
  const open: { name: string; isText: boolean; isSkipped: boolean }[] = [];
  let name = '';
  let attribute = '';
  let isRoot = false;
  const nothing = () => undefined;
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => {
      name = html.slice(start, end).toLowerCase();
      isRoot = false;
    },
    onattribname: (start, end) => {
      attribute = html.slice(start, end);
    },
    onattribdata: (start, end) => {
      const value = html.slice(start, end);
      isRoot ||= attribute === 'class' && (value === 'prose' || value === 'short');
      if (name === 'a' && value.startsWith(glossary) && open.at(-1)?.isText) {
        const place = html.lastIndexOf(' ', start - 'href="'.length);
        ranges.push({ start: place, end: place, link: value.slice(glossary.length) });
      }
    },
    onopentagend: () => {
      if (isVoid(name)) return;
      const parent = open.at(-1);
      open.push({
        name,
        isText: isRoot || (parent?.isText ?? false),
        isSkipped: skipped.has(name) || (parent?.isSkipped ?? false),
      });
    },
    onclosetag: (start, end) => {
      const closed = html.slice(start, end).toLowerCase();
      const place = open.findLastIndex((each) => each.name === closed);
      if (place >= 0) open.length = place;
    },
    ontext: (start, end) => {
      const here = open.at(-1);
      if (here?.isText && !here.isSkipped) ranges.push({ start, end });
    },
    onselfclosingtag: nothing,
    onattribentity: nothing,
    onattribend: nothing,
    ontextentity: nothing,
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
    onend: nothing,
  };
  const tokenizer = new Tokenizer({ decodeEntities: false }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return ranges;
}

const isVoid = (name: string) => /^(area|base|br|col|embed|hr|img|input|link|meta|wbr)$/.test(name);
