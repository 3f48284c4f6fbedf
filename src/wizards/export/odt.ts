import { type DecisionRecord, writeRecordJson } from './decision-record.ts';
import { type Block, type Item, isShortRow, type PlainDocument, paragraphsOf } from './document.ts';
import { namespaces, odtStyles, odtTableStyles } from './odt-styles.ts';
import { packFile } from './package-file.ts';
import { openDocumentPart } from './read-record.ts';
import { escapeXml } from './xml.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * The document as an OpenDocument text file that carries the record, so that it can be opened again.
 * Own XML: no library for it is kept up. See decisions/0011-decision-records.md.
 */
export function writeOdt(document: PlainDocument, record: DecisionRecord): Uint8Array<ArrayBuffer> {
  return packFile(
    new Map([
      ['mimetype', mediaType], // first and not compressed, so that a file can be told by its first bytes
      ['META-INF/manifest.xml', manifest()],
      ['meta.xml', meta(document)],
      ['styles.xml', declaration + odtStyles(document)],
      ['content.xml', content(document)],
      [openDocumentPart, writeRecordJson(record)],
    ]),
  );
}

function manifest(): string {
  const parts = [
    ['/', mediaType],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
    [openDocumentPart, 'application/json'],
  ];
  const entries = parts.map(
    ([path, type]) =>
      `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`,
  );
  return `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entries.join('')}</manifest:manifest>`;
}

function meta({ title, subject, author, day }: PlainDocument): string {
  const who =
    author === ''
      ? ''
      : `<meta:initial-creator>${escapeXml(author)}</meta:initial-creator><dc:creator>${escapeXml(author)}</dc:creator>`;
  return `${declaration}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:language>sv-SE</dc:language>${who}<meta:creation-date>${day}T12:00:00</meta:creation-date><dc:date>${day}T12:00:00</dc:date></office:meta></office:document-meta>`;
}

function content({ blocks }: PlainDocument): string {
  const columns = new Map<string, string>();
  blocks.forEach((block, index) => {
    for (const [column, width] of widthsOf(block).entries())
      columns.set(`T${index}.${column}`, `${width}*`);
  });
  const styles = [...columns].map(
    ([name, width]) =>
      `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:rel-column-width="${width}"/></style:style>`,
  );
  const body = blocks.map(writeBlock).join('\n');
  return `${declaration}<office:document-content${namespaces} office:version="1.3"><office:automatic-styles>${odtTableStyles}${styles.join('')}</office:automatic-styles><office:body><office:text>\n${body}\n</office:text></office:body></office:document-content>`;
}

/** Hundredths of the width of each column; a block that is no table has none. */
function widthsOf(block: Block): readonly number[] {
  if (block.kind === 'facts') return [25, 75];
  return block.kind === 'table' ? block.widths : [];
}

const styleOf = {
  kicker: 'Kicker',
  text: 'Text_20_body',
  small: 'Small',
  lead: 'Lead',
} as const;

function writeBlock(block: Block, index: number): string {
  switch (block.kind) {
    case 'title':
      return header(1, block.text);
    case 'heading':
      return header(block.level, block.text);
    case 'list':
      return list(block.items, block.isNumbered);
    case 'facts':
    case 'table':
      return table(block, index);
    case 'page':
      return paragraph('', 'New_20_page');
    case 'signature':
      return block.labels.map((label) => paragraph(label, 'Signature_20_line')).join('');
    default:
      return paragraphsOf(block.text)
        .map((line) => paragraph(line, styleOf[block.kind]))
        .join('');
  }
}

const header = (level: number, text: string) =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${inline(text)}</text:h>`;

const paragraph = (text: string, style: string) =>
  `<text:p text:style-name="${style}">${inline(text)}</text:p>`;

function list(items: readonly Item[], isNumbered: boolean): string {
  const entries = items.map(({ text, href }) => {
    const inner = inline(text);
    const linked =
      href === undefined
        ? inner
        : `<text:a xlink:type="simple" xlink:href="${escapeXml(href)}">${inner}</text:a>`;
    return `<text:list-item><text:p text:style-name="List_20_item">${linked}</text:p></text:list-item>`;
  });
  return `<text:list text:style-name="${isNumbered ? 'Numbers' : 'Bullets'}">${entries.join('')}</text:list>`;
}

function table(block: Extract<Block, { kind: 'facts' | 'table' }>, index: number): string {
  const columns = widthsOf(block)
    .map((_width, column) => `<table:table-column table:style-name="T${index}.${column}"/>`)
    .join('');
  const isFacts = block.kind === 'facts';
  const rows = block.rows.map((cells) => row(cells, (column) => isFacts && column === 0));
  const head = isFacts
    ? ''
    : `<table:table-header-rows>${row(block.head, () => true)}</table:table-header-rows>`;
  const title = isFacts ? '' : `<table:title>${escapeXml(block.caption)}</table:title>`;
  const after = paragraph('', 'After_20_table');
  return `<table:table table:name="T${index}" table:style-name="${isFacts ? 'Facts' : 'Grid'}">${title}${columns}${head}${rows.join('')}</table:table>${after}`;
}

function row(cells: readonly string[], isHead: (column: number) => boolean): string {
  const written = cells.map((cell, column) => {
    const style = isHead(column) ? 'Cell_20_head' : 'Cell';
    const lines = paragraphsOf(cell).map((line) => paragraph(line, style));
    const box = isHead(column) ? 'Head' : 'Box';
    return `<table:table-cell table:style-name="${box}" office:value-type="string">${lines.join('')}</table:table-cell>`;
  });
  const style = isShortRow(cells) ? ' table:style-name="Row"' : '';
  return `<table:table-row${style}>${written.join('')}</table:table-row>`;
}

/** Spaces and tabs are taken together in OpenDocument unless they are elements. */
function inline(text: string): string {
  return escapeXml(text)
    .replace(/^ | {2,}| $/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>');
}
