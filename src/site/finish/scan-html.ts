import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export interface ScannedAttribute {
  readonly tag: string;
  readonly name: string;
  readonly value: string;
  /** Where the value stands in the source: from the first character to after the last. */
  readonly start: number;
  readonly end: number;
}

export interface ScannedPage {
  readonly attributes: readonly ScannedAttribute[];
  /** Contents of inline scripts that run (data blocks left out). */
  readonly inlineScripts: readonly string[];
  readonly inlineStyles: readonly string[];
  readonly ids: ReadonlySet<string>;
  /** `style=""` attributes: a strict policy blocks them. */
  readonly styleAttributes: readonly string[];
  /** How many characters of text stand inside `main`. */
  readonly mainTextLength: number;
  /** Characters of text in the Markdown part of the page, or `null` when it has none. */
  readonly proseTextLength: number | null;
  /** How many elements the page has. */
  readonly elements: number;
  /** Just after `<meta charset>`, or -1. */
  readonly afterCharset: number;
}

interface OpenTag {
  name: string;
  attributes: ScannedAttribute[];
}

const dataTypes = new Set(['application/json', 'application/ld+json']);

/** Finds in one pass over a page what the finishing steps need to check and change. */
export function scanHtml(html: string): ScannedPage {
  const scan = new Scan(html);
  const tokenizer = new Tokenizer({ decodeEntities: false }, scan.callbacks());
  tokenizer.write(html);
  tokenizer.end();
  return scan.result();
}

class Scan {
  readonly attributes: ScannedAttribute[] = [];
  readonly inlineScripts: string[] = [];
  readonly inlineStyles: string[] = [];
  readonly ids = new Set<string>();
  readonly styleAttributes: string[] = [];
  mainTextLength = 0;
  proseTextLength: number | null = null;
  private divs: boolean[] = [];
  elements = 0;
  afterCharset = -1;
  private mainDepth = 0;
  private open: OpenTag = { name: '', attributes: [] };
  private attribute = { name: '', start: -1, end: -1 };
  private collects: 'script' | 'style' | null = null;
  private collected = '';
  private readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  callbacks(): TokenizerCallbacks {
    const nothing = () => undefined;
    return {
      onopentagname: (start, end) => {
        this.open = { name: this.html.slice(start, end).toLowerCase(), attributes: [] };
      },
      onattribname: (start, end) => {
        this.attribute = { name: this.html.slice(start, end).toLowerCase(), start: -1, end: -1 };
      },
      onattribdata: (start, end) => this.attributeData(start, end),
      onattribentity: nothing,
      onattribend: (_quote, end) => this.attributeEnd(end),
      onopentagend: (end) => this.tagEnd(end),
      onselfclosingtag: (end) => this.tagEnd(end),
      onclosetag: (start, end) => this.closeTag(this.html.slice(start, end).toLowerCase()),
      ontext: (start, end) => this.text(start, end),
      ontextentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    };
  }

  private attributeData(start: number, end: number): void {
    if (this.attribute.start < 0) this.attribute.start = start;
    this.attribute.end = end;
  }

  private attributeEnd(end: number): void {
    const { name } = this.attribute;
    const start = this.attribute.start < 0 ? end : this.attribute.start;
    const stop = this.attribute.start < 0 ? end : this.attribute.end;
    const value = this.html.slice(start, stop);
    const found = { tag: this.open.name, name, value, start, end: stop };
    this.open.attributes.push(found);
    this.attributes.push(found);
    if (name === 'id') this.ids.add(value);
    if (name === 'style') this.styleAttributes.push(value);
  }

  private tagEnd(end: number): void {
    this.elements += 1;
    const { name, attributes } = this.open;
    const has = (attribute: string) => attributes.find((a) => a.name === attribute);
    if (name === 'meta' && has('charset')) this.afterCharset = end + 1;
    if (name === 'main') this.mainDepth += 1;
    if (name === 'div') {
      const isProse = has('class')?.value === 'prose';
      this.divs.push(isProse);
      if (isProse) this.proseTextLength = 0;
    }
    if (name === 'style') this.collect('style');
    if (name === 'script' && !has('src') && !dataTypes.has(has('type')?.value ?? '')) {
      this.collect('script');
    }
  }

  private collect(kind: 'script' | 'style'): void {
    this.collects = kind;
    this.collected = '';
  }

  private closeTag(name: string): void {
    if (name === 'main') this.mainDepth -= 1;
    if (name === 'div') this.divs.pop();
    if (name !== this.collects) return;
    (name === 'script' ? this.inlineScripts : this.inlineStyles).push(this.collected);
    this.collects = null;
  }

  private text(start: number, end: number): void {
    if (this.collects) this.collected += this.html.slice(start, end);
    else if (this.mainDepth > 0) {
      const length = this.html.slice(start, end).trim().length;
      this.mainTextLength += length;
      if (this.divs.includes(true)) this.proseTextLength = (this.proseTextLength ?? 0) + length;
    }
  }

  result(): ScannedPage {
    return {
      attributes: this.attributes,
      inlineScripts: this.inlineScripts,
      inlineStyles: this.inlineStyles,
      ids: this.ids,
      styleAttributes: this.styleAttributes,
      mainTextLength: this.mainTextLength,
      proseTextLength: this.proseTextLength,
      elements: this.elements,
      afterCharset: this.afterCharset,
    };
  }
}
