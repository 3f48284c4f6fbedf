/**
 * The search against Starlight's default, Pagefind with its own interface, on the same built pages in
 * the same run: how often the right page comes first, bytes, times.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../../src/site/finish.ts';
import {
  defaultSearch,
  type Hit,
  isRight,
  isRightPage,
  type LabelledQuery,
  ownSearch,
  readQueries,
  type Side,
} from './search-engines.ts';
import { readMeTable, readMeWith, type SearchResult } from './search-read-me.ts';
import { measureTimes } from './search-times.ts';

const root = join(import.meta.dirname, '../..');

export interface Relevance {
  readonly queries: number;
  readonly mrr: number;
  readonly top1: number;
  readonly top3: number;
}

type IsRight = (hit: Hit, right: readonly string[]) => boolean;

export interface JudgedQuery extends LabelledQuery {
  /** Where the first right hit stands, from 1, or 0. */
  readonly place: number;
  /** Whether the search says that nothing answers the whole query, or finds nothing. */
  readonly isDoubtful: boolean;
  /** Of a query asked first of all: until the hits stand there, and until their excerpts do. */
  readonly bytes: { readonly hits: number; readonly answer: number } | undefined;
}

const bytesOfEach = 10;

const round = (value: number) => Math.round(value * 1000) / 1000;
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

/** Asks every query of a half. Each tenth begins afresh, so that its bytes are those of a first one. */
async function judge(
  side: Side,
  queries: readonly LabelledQuery[],
  right: IsRight,
  sizeOf: (file: string) => number,
): Promise<JudgedQuery[]> {
  const judged: JudgedQuery[] = [];
  for (const [index, query] of queries.entries()) {
    const isFresh = index % bytesOfEach === 0;
    if (isFresh) await side.restart();
    const { hits, isWhole, beforeExcerpts } = await side.ask(query.q);
    const sum = (files: Iterable<string>) =>
      [...files].reduce((total, file) => total + sizeOf(file), 0);
    judged.push({
      ...query,
      place: hits.findIndex((hit) => right(hit, query.right)) + 1,
      isDoubtful: hits.length === 0 || !isWhole,
      bytes: isFresh ? { hits: sum(beforeExcerpts), answer: sum(side.read) } : undefined,
    });
  }
  return judged;
}

function relevance(judged: readonly JudgedQuery[]): Relevance {
  const answered = judged.filter(({ right }) => right.length > 0);
  return {
    queries: answered.length,
    mrr: round(mean(answered.map(({ place }) => (place === 0 ? 0 : 1 / place)))),
    top1: round(mean(answered.map(({ place }) => (place === 1 ? 1 : 0)))),
    top3: round(mean(answered.map(({ place }) => (place > 0 && place <= 3 ? 1 : 0)))),
  };
}

function report(judged: readonly JudgedQuery[]) {
  const kinds = [...new Set(judged.map(({ kind }) => kind))].filter((kind) => kind !== 'none');
  const none = judged.filter(({ right }) => right.length === 0);
  return {
    all: relevance(judged),
    kinds: Object.fromEntries(
      kinds.map((kind) => [kind, relevance(judged.filter((each) => each.kind === kind))]),
    ),
    /** Queries that nothing answers: how many get no hit, or hits with the sentence that says so. */
    none: { queries: none.length, told: none.filter(({ isDoubtful }) => isDoubtful).length },
  };
}

/** As a host sends it: text gzipped, what Pagefind has packed as it is. */
function sentSize(file: string): number {
  if (/\.(js|css|json|html)$/.test(file)) return gzipSync(readFileSync(file), { level: 9 }).length;
  return statSync(file).size;
}

const isIndex = (file: string) =>
  /^(fragment|index|filter)\/|pf_meta$|^pagefind-entry|^table/.test(file);

function indexBytes(folder: string): number {
  return listFiles(folder)
    .filter(isIndex)
    .reduce((sum, file) => sum + sentSize(join(folder, file)), 0);
}

const resultFile = join(root, 'benchmarks/results/search.json');

/** The times of the last run that took them: without times, they stay with their own date. */
function earlier(): unknown {
  if (!existsSync(resultFile)) return undefined;
  const { times } = JSON.parse(readFileSync(resultFile, 'utf8'));
  return times?.scenarios ? times : undefined;
}

export async function run(rest: readonly string[]): Promise<void> {
  execFileSync(process.execPath, ['scripts/run.mjs', 'build'], { cwd: root, stdio: 'inherit' });
  const work = mkdtempSync(join(tmpdir(), 'bench-search-'));
  try {
    const result = await measure(work, !rest.includes('--no-times'), earlier());
    mkdirSync(join(root, 'benchmarks/results'), { recursive: true });
    writeFileSync(resultFile, `${JSON.stringify(result, null, 2)}\n`);
    const readMe = join(root, 'README.md');
    const shown = readMeTable(JSON.parse(readFileSync(resultFile, 'utf8')) as SearchResult);
    writeFileSync(readMe, readMeWith(readFileSync(readMe, 'utf8'), shown));
    print(result);
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function measure(work: string, withTimes: boolean, before: unknown) {
  const theirs = await defaultSearch(root, work);
  const ours = await ownSearch(root);
  const search = listFiles(join(root, 'dist/_s')).find((file) => file.startsWith('search.')) ?? '';
  const script = sentSize(join(root, 'dist/_s', search));
  const halves = ['tuning', 'held-out'] as const;
  const judged: { half: string; ours: JudgedQuery[]; theirs: JudgedQuery[] }[] = [];
  for (const half of halves) {
    const queries = readQueries(root, half);
    const own = (file: string) => sentSize(join(root, 'dist/pagefind', file));
    const plain = (file: string) => sentSize(join(work, 'pagefind', file));
    judged.push({
      half,
      ours: await judge(ours, queries, isRight, own),
      theirs: await judge(theirs, queries, isRightPage, plain),
    });
  }
  const all = (side: 'ours' | 'theirs') => judged.flatMap((half) => half[side]);
  cpSync(join(root, 'dist'), join(work, 'own'), { recursive: true });
  const firstOf = (side: 'ours' | 'theirs', until: 'hits' | 'answer') =>
    Math.round(mean(all(side).flatMap(({ bytes }) => bytes?.[until] ?? [])));
  const firstBytes = (until: 'hits' | 'answer') =>
    compare(script + firstOf('ours', until), firstOf('theirs', until));
  const notIndex = ['engine', 'words', 'wasm'].reduce((sum, name) => {
    const file = listFiles(join(root, 'dist/pagefind')).find((each) => each.startsWith(name)) ?? '';
    return sum + sentSize(join(root, 'dist/pagefind', file));
  }, 0);
  const fetchedOfIndex = firstOf('ours', 'answer') - notIndex;
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    pagefind: packageVersion('pagefind'),
    starlight: packageVersion('@astrojs/starlight'),
    cpus: cpus().length,
    how: 'Ours: the labelled place itself must be hit, or stand as a line under the hit. Default: a hit of the page is enough. Bytes: gzip of scripts, styles and JSON, packed index files as they are; mean over each tenth query, as a first one.',
    relevance: Object.fromEntries(
      judged.map(({ half, ours, theirs }) => [
        half,
        { ours: report(ours), default: report(theirs) },
      ]),
    ),
    bytes: {
      index: compare(indexBytes(join(root, 'dist/pagefind')), indexBytes(join(work, 'pagefind'))),
      /** Until the hits stand there, their excerpts still to come. */
      firstHits: firstBytes('hits'),
      /** Until the whole first answer stands there, excerpts and all. */
      firstSearch: firstBytes('answer'),
      /** Then, quietly and not for those who save data: all of the index that has not come. The default fetches nothing. */
      afterwards: { ours: indexBytes(join(root, 'dist/pagefind')) - fetchedOfIndex, default: 0 },
    },
    times: withTimes
      ? {
          date: new Date().toISOString().slice(0, 10),
          ...(await measureTimes(join(work, 'own'), work)),
        }
      : before,
  };
}

function compare(ours: number, theirs: number) {
  return { ours, default: theirs, ratio: round(ours / theirs) };
}

function packageVersion(name: string): string {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

function print(result: Awaited<ReturnType<typeof measure>>): void {
  for (const [half, { ours, default: theirs }] of Object.entries(result.relevance)) {
    const line = ({ mrr, top1, top3 }: Relevance) => `MRR ${mrr}, first ${top1}, in three ${top3}`;
    console.log(`${half}: ours ${line(ours.all)}; default ${line(theirs.all)}`);
  }
  console.log(JSON.stringify(result.bytes), JSON.stringify(result.times));
}
