/**
 * Reads the content that is data from `src/content/`, once per process.
 * Used by the Markdown plugins, the pages and the command-line tools, so that all agree.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import {
  type DatedFact,
  factSchema,
  type NewsItem,
  newsSchema,
  type Role,
  roleSchema,
  type Source,
  sourceSchema,
  type Term,
  termSchema,
} from './content-schemas.ts';

const contentFolder = join(process.cwd(), 'src/content');

export interface ContentData {
  readonly sources: ReadonlyMap<string, Source>;
  readonly facts: ReadonlyMap<string, DatedFact>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly news: ReadonlyMap<string, NewsItem>;
}

let cached: ContentData | undefined;

/**
 * All data files of `src/content/`, checked.
 *
 * @throws Error that lists every fault in every file: file, line, fault.
 */
export function contentData(): ContentData {
  cached ??= readContentData(contentFolder);
  return cached;
}

/** As `contentData()`, from another folder and without the cache. */
export function readContentData(folder: string): ContentData {
  const faults: string[] = [];
  const data = {
    sources: readLists(yamlFiles(join(folder, 'sources')), sourceSchema, faults),
    facts: readLists(yamlFiles(join(folder, 'facts')), factSchema, faults),
    terms: readLists(yamlFiles(join(folder, 'glossary')), termSchema, faults),
    news: readLists(yamlFiles(join(folder, 'news')), newsSchema, faults),
    roles: readLists([join(folder, 'roles.yaml')], roleSchema, faults),
  };
  faults.push(...danglingReferences(data));
  if (faults.length > 0) throw new Error(`Faults in the content data:\n${faults.join('\n')}`);
  return data;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

function readLists<T extends { id: string }>(
  files: readonly string[],
  schema: z.ZodType<T>,
  faults: string[],
): Map<string, T> {
  const entries = new Map<string, T>();
  for (const file of files) readList(file, schema, entries, faults);
  return entries;
}

function readList<T extends { id: string }>(
  file: string,
  schema: z.ZodType<T>,
  entries: Map<string, T>,
  faults: string[],
): void {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const place = (offset: number) => `${file}:${lines.linePos(offset).line}`;
  for (const error of document.errors) faults.push(`${place(error.pos[0])} ${error.message}`);
  const list: unknown = document.toJS();
  if (!Array.isArray(list)) {
    faults.push(`${file}:1 is not a list. Hint: begin each entry with "- id:".`);
    return;
  }
  list.forEach((raw, index) => {
    const node = document.getIn([index], true) as { range?: [number, number, number] } | undefined;
    const at = place(node?.range?.[0] ?? 0);
    const result = schema.safeParse(raw);
    if (!result.success) {
      for (const issue of result.error.issues) {
        faults.push(`${at} ${issue.path.join('.')}: ${issue.message}`);
      }
    } else if (entries.has(result.data.id)) {
      faults.push(
        `${at} id "${result.data.id}" is used twice. Hint: rename one in ${basename(file)}.`,
      );
    } else {
      entries.set(result.data.id, result.data);
    }
  });
}

function danglingReferences(data: ContentData): string[] {
  const faults: string[] = [];
  for (const fact of data.facts.values()) {
    for (const source of fact.sources) {
      if (!data.sources.has(source)) {
        faults.push(
          `fact "${fact.id}" names source "${source}", which is not in src/content/sources.`,
        );
      }
    }
  }
  for (const term of data.terms.values()) {
    for (const other of term.see) {
      if (!data.terms.has(other))
        faults.push(`term "${term.id}" points to unknown term "${other}".`);
    }
    if (term.source !== undefined && !data.sources.has(term.source)) {
      faults.push(
        `term "${term.id}" names source "${term.source}", which is not in src/content/sources.`,
      );
    }
  }
  return faults;
}
