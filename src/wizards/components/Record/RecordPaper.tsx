import { type Block, type PlainDocument, paragraphsOf } from '../../export/document.ts';

export interface RecordPaperProps {
  readonly document: PlainDocument;
  /** The level of the title: 1 on paper, further down where it is shown on a page. */
  readonly firstLevel: number;
}

/** The document as HTML: how it will look, and what is printed. */
export function RecordPaper({ document, firstLevel }: RecordPaperProps) {
  return (
    <article class="record-paper">
      {document.blocks.map((block, index) => (
        <BlockView key={index} block={block} firstLevel={firstLevel} />
      ))}
    </article>
  );
}

interface BlockProps {
  readonly block: Block;
  readonly firstLevel: number;
}

function BlockView({ block, firstLevel }: BlockProps) {
  switch (block.kind) {
    case 'title':
      return <Heading level={firstLevel} text={block.text} />;
    case 'heading':
      return <Heading level={firstLevel + block.level - 1} text={block.text} />;
    case 'list':
      return <ListView block={block} />;
    case 'facts':
      return <FactsView block={block} />;
    case 'table':
      return <TableView block={block} />;
    case 'page':
      return <hr />;
    case 'signature':
      return (
        <div class="signatures">
          {block.labels.map((label) => (
            <p key={label}>{label}</p>
          ))}
        </div>
      );
    default:
      return <Lines text={block.text} className={`record-${block.kind}`} />;
  }
}

function Heading({ level, text }: { readonly level: number; readonly text: string }) {
  const Tag = `h${Math.min(level, 6)}` as 'h1';
  return <Tag dir="auto">{text}</Tag>;
}

/** Each line is a paragraph of its own, with the direction of its own letters. */
function Lines({ text, className }: { readonly text: string; readonly className?: string }) {
  return (
    <>
      {paragraphsOf(text).map((line, index) => (
        <p key={index} class={className} dir="auto">
          {line}
        </p>
      ))}
    </>
  );
}

type Of<Kind extends Block['kind']> = { readonly block: Extract<Block, { kind: Kind }> };

function ListView({ block: { items, isNumbered } }: Of<'list'>) {
  const Tag = isNumbered ? 'ol' : 'ul';
  return (
    <Tag>
      {items.map(({ text, href }) => (
        <li key={text} dir="auto">
          {href === undefined ? text : <a href={href}>{text}</a>}
        </li>
      ))}
    </Tag>
  );
}

function FactsView({ block: { rows } }: Of<'facts'>) {
  return (
    <table class="record-facts">
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <Lines text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TableView({ block: { caption, head, widths, rows } }: Of<'table'>) {
  return (
    <div class="table">
      <table>
        <caption class="hidden-text">{caption}</caption>
        <colgroup>
          {widths.map((width, column) => (
            <col key={head[column]} width={`${width}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {head.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={head[column]} data-label={head[column]}>
                  <Lines text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
