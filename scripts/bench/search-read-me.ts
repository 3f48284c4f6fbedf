import type { Relevance } from './search.ts';

interface Compared {
  readonly ours: number;
  readonly default: number;
}

interface Spread {
  readonly median: number;
  readonly spread: readonly number[];
}

interface Side {
  readonly cold: { readonly hits: Spread; readonly excerpts: Spread };
  readonly next: { readonly hits: { readonly median: number; readonly p95: number } };
}

/** The part of `benchmarks/results/search.json` that the README shows. */
export interface SearchResult {
  readonly date: string;
  readonly relevance: Readonly<
    Record<'tuning' | 'held-out', Record<'ours' | 'default', { readonly all: Relevance }>>
  >;
  readonly bytes: Readonly<Record<'index' | 'firstSearch' | 'afterwards', Compared>>;
  readonly times?: {
    readonly date: string;
    readonly scenarios?: Readonly<Record<string, Readonly<Record<'ours' | 'default', Side>>>>;
  };
}

const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const share = (value: number) => `${(value * 100).toFixed(1).replace('.', ',')} %`;
const rank = (value: number) => value.toFixed(2).replace('.', ',');

/** How the README names the scenarios. */
const ways: Readonly<Record<string, string>> = {
  'slow network, typed 0.4 s after the box opened': 'långsamt nät, skrivet efter 0,4 s',
  'slow network, typed at once': 'långsamt nät, skrivet genast',
  'slow network, typed letter by letter': 'långsamt nät, bokstav för bokstav',
  'local network': 'lokalt nät',
};

/** The table of the README, in its language. */
export function readMeTable({ date, relevance, bytes, times }: SearchResult): string {
  const { tuning, 'held-out': heldOut } = relevance;
  const both = (side: 'ours' | 'default', what: 'mrr' | 'top3') =>
    [tuning, heldOut].map((half) => half[side].all[what]);
  const row = (name: string, show: (side: 'ours' | 'default') => string) => [
    name,
    show('ours'),
    show('default'),
  ];
  const rows = [
    ['', 'Här', 'Pagefind som i Starlight'],
    ['---', '---', '---'],
    row('rätt sida bland de tre första, två halvor', (side) =>
      both(side, 'top3').map(share).join(' och '),
    ),
    row('medelvärde av 1/plats (MRR)', (side) => both(side, 'mrr').map(rank).join(' och ')),
    row('hela indexet', (side) => kB(bytes.index[side])),
    row('hämtat till och med första svaret', (side) => kB(bytes.firstSearch[side])),
    row('hämtat i bakgrunden efter det', (side) => kB(bytes.afterwards[side])),
    ...Object.entries(times?.scenarios ?? {}).flatMap(([name, sides]) => timeRows(name, sides)),
  ];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const when = times?.scenarios ? ` Tiderna ${times.date}.` : '';
  return `${table}\n\nMätt ${date}: \`benchmarks/results/search.json\`.${when}`;
}

function timeRows(name: string, sides: Readonly<Record<'ours' | 'default', Side>>): string[][] {
  const way = ways[name] ?? name;
  const first = ({ cold: { hits, excerpts } }: Side) =>
    hits.median === excerpts.median
      ? `${hits.median} ms`
      : `${hits.median} ms, med utdrag ${excerpts.median} ms`;
  const next = ({ next: { hits } }: Side) => `${hits.median} ms, p95 ${hits.p95} ms`;
  return [
    [`${way}: första träffarna`, first(sides.ours), first(sides.default)],
    [`${way}: nästa fråga`, next(sides.ours), next(sides.default)],
  ];
}

const place = /(<!-- search -->\n)[\s\S]*?(\n<!-- \/search -->)/;

/** @throws Error when the README has no place for the table. */
export function readMeWith(readMe: string, table: string): string {
  if (!place.test(readMe)) throw new Error('README.md has no <!-- search --> … <!-- /search -->.');
  return readMe.replace(place, (_all, start: string, end: string) => start + table + end);
}
