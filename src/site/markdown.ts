/**
 * Sätteri plugins: what our Markdown means beyond plain Markdown.
 *
 * - `[[fact-id]]` becomes the value of a dated fact, linked to its place on the page of facts.
 * - `[källa: source-id]` becomes a numbered link to the source list at the end of the page.
 * - `[bild: id]`, alone in a paragraph, becomes a picture of `src/content/diagrams/`.
 * - `**Krav.**`, `**Rekommendation.**`, `**Vårt råd.**` first in a block become labels.
 * - `700 000 kr` gets spaces that do not break.
 * - headings get ASCII ids, tables get what they need to become cards on a phone.
 *
 * Faults are thrown with the file's name: a page never builds with a dead reference.
 */

import { fileURLToPath } from 'node:url';
import type { Element, ElementContent, Text } from 'hast';
import { defineHastPlugin, type HastPluginEntry } from 'satteri';
import { contentData } from './content-data.ts';
import { diagramFigure } from './diagrams/diagrams.ts';
import { withFixedSpaces } from './fixed-spaces.ts';
import { isOld } from './review.ts';
import { slug } from './slug.ts';

const reference = /\[\[([a-z0-9-]+)\]\]|\s?\[källa: ?([a-z0-9-]+(?:, ?[a-z0-9-]+)*)\]/g;

const levelWords: Readonly<Record<string, string>> = {
  'Krav.': 'krav',
  'Rekommendation.': 'rekommendation',
  'Vårt råd.': 'rad',
};

/** The plugins, in the order they run. */
export const hastPlugins: HastPluginEntry[] = [
  defineHastPlugin({
    name: 'pictures',
    element: [
      {
        filter: ['p'],
        visit(node, ctx) {
          const id = ctx.textContent(node).match(/^\[bild: ?([a-z0-9-]+)\]$/)?.[1];
          if (id !== undefined) ctx.replaceNode(node, { type: 'raw', value: diagramFigure(id) });
        },
      },
    ],
  }),
  references,
  defineHastPlugin({
    name: 'ascii-heading-ids',
    element: [
      {
        filter: ['h2', 'h3', 'h4'],
        visit(node, ctx) {
          if (!node.properties['id']) ctx.setProperty(node, 'id', slug(ctx.textContent(node)));
        },
      },
    ],
  }),
  defineHastPlugin({
    name: 'level-labels',
    element: [
      {
        filter: ['strong'],
        visit(node, ctx) {
          const level = levelWords[ctx.textContent(node)];
          if (level === undefined || ctx.indexOf(node) !== 0) return;
          ctx.setProperty(node, 'className', ['level', `level-${level}`]);
        },
      },
    ],
  }),
  defineHastPlugin({
    // A checklist is read and printed: a drawn box says so, where a dead input would ask for a label.
    name: 'checklist-boxes',
    element: [
      {
        filter: ['input'],
        visit(node, ctx) {
          ctx.replaceNode(node, element('span', { className: ['box'], ariaHidden: 'true' }, []));
        },
      },
    ],
  }),
  defineHastPlugin({
    name: 'tables-as-cards',
    element: [{ filter: ['table'], visit: (node) => labelledTable(node as Element) }],
  }),
];

/** A factory: source numbers are counted anew for each page. */
function references({ fileURL }: { fileURL: URL | undefined }) {
  const file = fileURL ? fileURLToPath(fileURL) : 'Markdown text';
  const numbers = new Map<string, number>();
  return defineHastPlugin({
    name: 'references',
    text(node, ctx) {
      const value = withFixedSpaces(node.value);
      if (value.includes('[')) {
        const parts = splitReferences(value, file, numbers);
        if (parts.length > 1) return ctx.replaceNode(node, parts);
      }
      if (value !== node.value) ctx.replaceNode(node, text(value));
    },
  });
}

function splitReferences(
  value: string,
  file: string,
  numbers: Map<string, number>,
): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const match of value.matchAll(reference)) {
    if (match.index > end) parts.push(text(value.slice(end, match.index)));
    end = match.index + match[0].length;
    if (match[1] !== undefined) parts.push(factLink(match[1], file));
    else parts.push(...sourceLinks(match[2] ?? '', file, numbers));
  }
  if (end < value.length || parts.length === 0) parts.push(text(value.slice(end)));
  return parts.length === 1 ? [...parts, text('')] : parts;
}

function factLink(id: string, file: string): Element {
  const fact = contentData().facts.get(id);
  if (!fact) {
    throw new Error(`${file}: [[${id}]] is no dated fact. Hint: add it to src/content/facts.`);
  }
  const due = { dataDue: fact.reviewBy, dataOld: isOld(fact.reviewBy) };
  return element('a', { href: `/laget/#${id}`, className: ['fact'], ...due }, [text(fact.value)]);
}

function sourceLinks(ids: string, file: string, numbers: Map<string, number>): ElementContent[] {
  return ids.split(/, ?/).map((id) => {
    const source = contentData().sources.get(id);
    if (!source) {
      throw new Error(`${file}: [källa: ${id}] is no source. Hint: add it to src/content/sources.`);
    }
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    const label = `${number}`;
    const properties = { href: `#kalla-${id}`, title: source.title };
    return element('sup', { className: ['cite'] }, [element('a', properties, [text(label)])]);
  });
}

/**
 * On a phone each row is a card: every cell carries its column's heading. The explicit roles keep
 * the table a table for screen readers when CSS changes the display of its parts.
 */
function labelledTable(table: Element): Element {
  const headings = cells(descendants(table, 'tr')[0]).map(plainText);
  return element('div', { className: ['table'] }, [withRoles(table, headings)]);
}

const tableRoles: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  th: 'columnheader',
  td: 'cell',
};

/** A copy: the nodes a plugin is given may not be changed. */
function withRoles(node: Element, headings: readonly string[]): Element {
  const role = tableRoles[node.tagName];
  if (role === undefined) return node;
  let column = 0;
  const children = node.children.map((child) => {
    if (child.type !== 'element') return child;
    const copy = withRoles(child, headings);
    if (copy.tagName !== 'td') return copy;
    const properties = { ...copy.properties, 'data-label': headings[column] ?? '' };
    column += 1;
    return { ...copy, properties };
  });
  const scope = node.tagName === 'th' ? { scope: 'col' } : {};
  return element(node.tagName, { ...node.properties, ...scope, role }, children);
}

function cells(row: Element | undefined): Element[] {
  return (row?.children ?? []).filter(
    (child): child is Element =>
      child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'),
  );
}

function descendants(node: Element, tagName: string): Element[] {
  return node.children.flatMap((child) =>
    child.type !== 'element'
      ? []
      : child.tagName === tagName
        ? [child]
        : descendants(child, tagName),
  );
}

function plainText(node: Element): string {
  return node.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? plainText(child) : '',
    )
    .join('');
}

function text(value: string): Text {
  return { type: 'text', value };
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
