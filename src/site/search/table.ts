import { fold } from './fold.ts';

/** A heading of a page, with the address that opens it. */
export interface TableHeading {
  readonly text: string;
  readonly id: string;
  /** Which word of the page's text it begins at. */
  readonly location: number;
}

/** What can be said of a record without its text: enough to put hits in order and to show them. */
export interface TableRecord {
  /** From the root of the site: `ordlista.html#bankid`. */
  readonly address: string;
  readonly kind: string;
  /** The area of guidance it belongs to, or nothing. */
  readonly area: string;
  readonly title: string;
  readonly headings: readonly TableHeading[];
}

/** As it is sent: a column for each thing, because what is alike shrinks better side by side. */
export interface PackedTable {
  readonly kinds: readonly string[];
  readonly areas: readonly string[];
  /** A letter for each record: which of `kinds`, which of `areas`. */
  readonly kindOf: string;
  readonly areaOf: string;
  /** A line for each record: a page, or `#` and a place on the page before. */
  readonly addresses: string;
  readonly titles: string;
  /** A line for each page: `heading|words since the one before|anchor when it is not the slug`. */
  readonly headings: string;
}

const line = '\n';
const between = '\t';
const within = '|';
const letter = (index: number) => String.fromCharCode(65 + index);
const indexOf = (letters: string, at: number) => letters.charCodeAt(at) - 65;
const plain = (text: string) => text.replace(/[\s|]+/g, ' ').trim();
const slugOf = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Packs the records, a page before its parts, in the order in which the engine got them. */
export function packTable(records: readonly TableRecord[]): PackedTable {
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  const areas = [...new Set(records.map(({ area }) => area))];
  let page = '';
  const addresses = records.map(({ address }) => {
    const [own = '', part] = address.split('#');
    const isSame = part !== undefined && own === page;
    page = own;
    return isSame ? `#${part}` : address;
  });
  return {
    kinds,
    areas,
    kindOf: records.map(({ kind }) => letter(kinds.indexOf(kind))).join(''),
    areaOf: records.map(({ area }) => letter(areas.indexOf(area))).join(''),
    addresses: addresses.join(line),
    titles: records.map(({ title }) => plain(title)).join(line),
    headings: records
      .filter(({ address }) => !address.includes('#'))
      .map(({ headings }) => packHeadings(headings))
      .join(line),
  };
}

function packHeadings(headings: readonly TableHeading[]): string {
  let before = 0;
  return headings
    .map(({ text, id, location }) => {
      const name = plain(text);
      const step = (location - before).toString(36);
      before = location;
      return [name, step, ...(id === slugOf(name) ? [] : [id])].join(within);
    })
    .join(between);
}

/** @param names The engine's name of each record, in the same order. */
export function unpackTable(packed: PackedTable, names: readonly string[]): SearchTable {
  const addresses = packed.addresses.split(line);
  const titles = packed.titles.split(line);
  const headings = packed.headings.split(line);
  const records = new Map<string, TableRecord>();
  let page = '';
  let pages = 0;
  for (const [at, written] of addresses.entries()) {
    const isPart = written.includes('#');
    const address = written.startsWith('#') ? page + written : written;
    page = address.replace(/#.*/, '');
    const packedHeadings = isPart ? '' : (headings[pages] ?? '');
    if (!isPart) pages += 1;
    records.set(names[at] ?? '', {
      address,
      kind: packed.kinds[indexOf(packed.kindOf, at)] ?? '',
      area: packed.areas[indexOf(packed.areaOf, at)] ?? '',
      title: titles[at] ?? address,
      // Only those of the records that are found: there are many more.
      get headings() {
        return unpackHeadings(packedHeadings);
      },
    });
  }
  return new SearchTable(records);
}

function unpackHeadings(packed: string): TableHeading[] {
  if (packed === '') return [];
  let location = 0;
  return packed.split(between).map((heading) => {
    const [text = '', step = '0', id = slugOf(text)] = heading.split(within);
    location += Number.parseInt(step, 36);
    return { text, id, location };
  });
}

/** What the search knows of each record before any text has come. */
export class SearchTable {
  private readonly records: ReadonlyMap<string, TableRecord>;
  private titles?: ReadonlyMap<string, string>;

  /** @param records By the engine's name of each. */
  constructor(records: ReadonlyMap<string, TableRecord>) {
    this.records = records;
  }

  get size(): number {
    return this.records.size;
  }

  find(name: string): TableRecord | undefined {
    return this.records.get(name);
  }

  /** The title of the page that a part stands on. */
  pageTitle(address: string): string {
    this.titles ??= new Map([...this.records.values()].map((each) => [each.address, each.title]));
    return this.titles.get(address.replace(/#.*/, '')) ?? '';
  }
}
