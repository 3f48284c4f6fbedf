import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DecisionRecord } from './decision-record.ts';
import { type Block, type Item, isShortRow, type PlainDocument, paragraphsOf } from './document.ts';
import { docxStyles, numbering } from './docx-styles.ts';
import { settleDocx } from './settle-docx.ts';

/** A4 less its margins, in twentieths of a point. */
const textWidth = 9072;

/**
 * The document as a Word file.
 *
 * @param record Carried in the file, so that it can be opened again; `null` carries nothing.
 */
export async function writeDocx(
  plain: PlainDocument,
  record: DecisionRecord | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    title: plain.title,
    subject: plain.subject,
    creator: plain.author,
    lastModifiedBy: plain.author,
    styles: docxStyles,
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1417, bottom: 1417, left: 1417, right: 1417 },
          },
        },
        headers: { default: new Header({ children: [small([new TextRun(plain.header)])] }) },
        footers: { default: new Footer({ children: [small(pageLine(plain.footer))] }) },
        children: plain.blocks.flatMap(writeBlock),
      },
    ],
  });
  return settleDocx(new Uint8Array(await Packer.toArrayBuffer(file)), plain.day, record);
}

const small = (children: TextRun[]) => new Paragraph({ style: 'Small', children });

function pageLine(footer: string): TextRun[] {
  const fields: Readonly<Record<string, string>> = {
    '{page}': PageNumber.CURRENT,
    '{pages}': PageNumber.TOTAL_PAGES,
  };
  const children = footer.split(/(\{pages?\})/).map((part) => fields[part] ?? part);
  return [new TextRun({ children: children as string[] })];
}

const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

const styleOf = { kicker: 'Kicker', text: 'BodyText', small: 'Small', lead: 'Lead' } as const;

function writeBlock(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(block.text) })];
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: runs(block.text) })];
    case 'list':
      return block.items.map((item) => listItem(item, block.isNumbered));
    case 'facts':
    case 'table':
      return [table(block), new Paragraph({ style: 'AfterTable', children: [] })];
    case 'page':
      return [new Paragraph({ style: 'Small', pageBreakBefore: true, children: [] })];
    case 'signature':
      // Word draws one line around neighbours with the same border: the space keeps them apart.
      return block.labels.flatMap((label) => [
        paragraph('', 'SignatureSpace'),
        paragraph(label, 'SignatureLine'),
      ]);
    default:
      return paragraphsOf(block.text).map((line) => paragraph(line, styleOf[block.kind]));
  }
}

const paragraph = (text: string, style: string) => new Paragraph({ style, children: runs(text) });

const runs = (text: string) => [new TextRun({ text })];

function listItem({ text, href }: Item, isNumbered: boolean): Paragraph {
  const children =
    href === undefined
      ? runs(text)
      : [
          new ExternalHyperlink({
            link: href,
            children: [new TextRun({ text, style: 'Hyperlink' })],
          }),
        ];
  return new Paragraph({
    style: 'ListItem',
    numbering: { reference: isNumbered ? 'numbers' : 'bullets', level: 0 },
    children,
  });
}

function table(block: Extract<Block, { kind: 'facts' | 'table' }>): Table {
  const isFacts = block.kind === 'facts';
  const columnWidths = (isFacts ? [25, 75] : block.widths).map((part) =>
    Math.round((textWidth * part) / 100),
  );
  const rows = block.rows.map((cells) =>
    row(cells, columnWidths, (column) => isFacts && column === 0),
  );
  const head = isFacts ? [] : [row(block.head, columnWidths, () => true, true)];
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    borders: borders(),
    rows: [...head, ...rows],
  });
}

function row(
  cells: readonly string[],
  widths: readonly number[],
  isHead: (column: number) => boolean,
  tableHeader = false,
): TableRow {
  return new TableRow({
    tableHeader,
    cantSplit: isShortRow(cells),
    children: cells.map(
      (cell, column) =>
        new TableCell({
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 90, right: 90 },
          ...(isHead(column) ? { shading: { fill: 'E9EDEF' } } : {}),
          children: paragraphsOf(cell).map((line) =>
            paragraph(line, isHead(column) ? 'CellHead' : 'Cell'),
          ),
        }),
    ),
  });
}

function borders() {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '8A949A' };
  return {
    top: line,
    bottom: line,
    left: line,
    right: line,
    insideHorizontal: line,
    insideVertical: line,
  };
}
