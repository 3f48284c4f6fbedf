import { type Block, type Item, type PlainDocument, paragraphsOf } from './document.ts';

/** The document as Markdown (CommonMark with tables). The text of each block reads back the same. */
export function writeMarkdown({ blocks }: PlainDocument): string {
  return `${blocks.map(writeBlock).join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'kicker':
      return `*${inline(block.text)}*`;
    case 'title':
      return `# ${inline(block.text)}`;
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.text)}`;
    case 'lead':
      return paragraphs(block.text, (text) => `**${text}**`);
    case 'text':
    case 'small':
      return paragraphs(block.text);
    case 'list':
      return block.items
        .map((item, index) => writeItem(item, block.isNumbered ? index + 1 : null))
        .join('\n');
    case 'facts':
      return block.rows
        .map(([label, value]) => `- **${inline(label)}:** ${inline(value)}`)
        .join('\n');
    case 'table':
      return [
        row(block.head),
        row(
          block.head.map(() => '---'),
          false,
        ),
        ...block.rows.map((cells) => row(cells)),
      ].join('\n');
    case 'page':
      return '---';
    case 'signature':
      return block.labels.map((label) => `${'\\_'.repeat(30)}\n\n${inline(label)}`).join('\n\n');
  }
}

function paragraphs(text: string, dress = (line: string) => line): string {
  return paragraphsOf(text)
    .filter((line) => line.trim() !== '')
    .map((line) => dress(inline(line)))
    .join('\n\n');
}

function writeItem({ text, href }: Item, number: number | null): string {
  const mark = number === null ? '-' : `${number}.`;
  if (href === undefined) return `${mark} ${inline(text)}`;
  return `${mark} [${inline(text)}](<${href.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}

/** A cell is one line: what were several paragraphs stand after a break each. */
function row(cells: readonly string[], isText = true): string {
  return `| ${cells.map((cell) => (isText ? inline(cell) : cell)).join(' | ')} |`;
}

/**
 * Plain text that no reader of Markdown takes for markup: signs that may mean something are escaped,
 * and spaces that would be taken away are written by number.
 */
function inline(text: string): string {
  return paragraphsOf(text)
    .map((line) =>
      line
        .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
        .replace(/^(\s*)([-+#])/, '$1\\$2')
        .replace(/^(\s*\d+)([.)])/, '$1\\$2')
        .replace(/^[ \t]+|[ \t]+$/g, byNumber),
    )
    .join('<br>');
}

function byNumber(spaces: string): string {
  return [...spaces].map((each) => `&#${each.charCodeAt(0)};`).join('');
}
