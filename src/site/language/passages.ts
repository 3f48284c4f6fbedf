/**
 * Every stretch of Swedish text the project shows to readers, with the place it stands in.
 * What reads language (spelling, wordings, reading ease) reads it through here, so that all see the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MdastNode, markdownToMdast } from 'satteri';
import { isScalar, LineCounter, type Pair, parseDocument, visit } from 'yaml';

export type PassageKind = 'prose' | 'heading' | 'cell' | 'data' | 'interface';

export interface Passage {
  /** From the root of the project: `src/content/docs/federation/index.md`. */
  readonly file: string;
  /** Of the beginning, counted from 1. */
  readonly line: number;
  readonly kind: PassageKind;
  /** The key it stands under in a data file, as `title`. */
  readonly key: string;
  /** One paragraph, heading, cell or value. Marks are gone, references `[[id]]` and `[källa: id]` are left. */
  readonly text: string;
}

/** Stands for code and other things that are no words. */
const noWord = '\uFFFC';

/** Keys whose values are ids, addresses, dates or other things that nobody reads as text. */
const notText = new Set(
  `id code url see sources source links guides facts checked reviewBy reviewed when date en typed read lang
  status topic level role roles involve audience state outcome answers hit exclusive order next wizards
  publisher address`.split(/\s+/),
);

/** Keys where a single word in small letters is text and no id. */
const wordKeys = new Set('unit value forms term label short name kind means'.split(' '));

/** Folders of `src/content/` that hold no running text: what people type, and the language check's own lists. */
const left = /^(search|language)\//;

/** All passages of the project, file by file. @param root The root of the project. */
export function allPassages(root: string): readonly Passage[] {
  return textFiles(root).flatMap((file) =>
    passagesOf(file, readFileSync(join(root, file), 'utf8')),
  );
}

function textFiles(root: string): readonly string[] {
  const under = (folder: string, endings: RegExp) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => endings.test(name))
      .sort()
      .map((name) => `${folder}/${name}`);
  const content = under('src/content', /\.(mdx?|ya?ml|json|txt)$/);
  return [
    ...content.filter((file) => !left.test(file.slice('src/content/'.length))),
    ...under('src/wizards/definitions', /^[^/]+\.yaml$/),
  ];
}

/** The passages of one file. What it is follows from its name. */
export function passagesOf(file: string, source: string): readonly Passage[] {
  if (/\.mdx?$/.test(file)) return markdownPassages(file, source);
  if (file.endsWith('.txt')) return plainPassages(file, source);
  return dataPassages(file, source, 0, file.endsWith('.json') ? 'interface' : 'data');
}

function plainPassages(file: string, source: string): readonly Passage[] {
  return source.split('\n').flatMap((text, index): Passage[] => {
    return text.trim() === '' ? [] : [{ file, line: index + 1, kind: 'data', key: '', text }];
  });
}

function markdownPassages(file: string, source: string): readonly Passage[] {
  const front = source.match(/^---\n([\s\S]*?\n)---\n/);
  const head = front ? dataPassages(file, front[1] ?? '', 1, 'data') : [];
  // Blank lines in place of the front matter keep the line numbers right.
  const body = front ? front[0].replace(/[^\n]/g, '') + source.slice(front[0].length) : source;
  const found: Passage[] = [];
  const tree = markdownToMdast(body, { features: { directive: true } });
  walk(tree, (node, kind) => {
    const line = node.position?.start.line ?? 1;
    const text = plainText(node).replace(/\s+/g, ' ').trim();
    if (text !== '') found.push({ file, line, kind, key: '', text });
  });
  return [...head, ...found];
}

const blockKinds: Readonly<Record<string, PassageKind>> = {
  heading: 'heading',
  paragraph: 'prose',
  tableCell: 'cell',
};

function walk(node: MdastNode, found: (node: MdastNode, kind: PassageKind) => void): void {
  const kind = blockKinds[node.type];
  if (kind !== undefined) found(node, isLabel(node) ? 'heading' : kind);
  else if ('children' in node) for (const child of node.children) walk(child, found);
}

/** The title of a box, `:::note[Title]`. */
function isLabel(node: MdastNode): boolean {
  return (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;
}

function plainText(node: MdastNode): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if ('children' in node) return node.children.map(plainText).join('');
  return noWord;
}

function dataPassages(
  file: string,
  source: string,
  linesBefore: number,
  kind: PassageKind,
): readonly Passage[] {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const found: Passage[] = [];
  visit(document, {
    Map: (_, map) => (map.get('lang') === undefined ? undefined : visit.SKIP),
    Pair: (_, pair) => (notText.has(keyOf(pair)) ? visit.SKIP : undefined),
    Scalar: (place, scalar, path) => {
      if (place === 'key' || typeof scalar.value !== 'string') return;
      const pair = path.findLast((step): step is Pair => 'key' in step && 'value' in step);
      const key = pair ? keyOf(pair) : '';
      const text = scalar.value.replace(/\s+/g, ' ').trim();
      if (text === '' || (isId(text) && !wordKeys.has(key) && kind !== 'interface')) return;
      const line = lines.linePos(scalar.range?.[0] ?? 0).line + linesBefore;
      found.push({ file, line, kind, key, text });
    },
  });
  return found;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function isId(text: string): boolean {
  return /^(\/[\w-/#*]*|[a-z0-9]+(-[a-z0-9]+)*)$/.test(text);
}

/** Without references: `[källa: id]` is gone, `[[id]]` and `{name}` are places that hold no word. */
export function withoutReferences(text: string): string {
  return text
    .replace(/\s?\[källa: ?[^\]]*\]/g, '')
    .replace(/\[bild: ?[^\]]*\]/g, '')
    .replace(/\[\[[^\]]*\]\]/g, noWord)
    .replace(/\{\{?\w+\}?\}/g, noWord);
}
