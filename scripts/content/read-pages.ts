import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentData } from '../../src/site/content-data.ts';
import { readContext } from '../../src/wizards/definition/read-context.ts';
import type { Due } from './report.ts';

export interface PageFacts {
  /** `federation/felsokning`. */
  readonly id: string;
  readonly file: string;
  readonly area: string;
  readonly sources: readonly string[];
  readonly reviewed: string;
  readonly reviewBy: string;
}

export interface Content {
  readonly pages: readonly PageFacts[];
  readonly factValues: ReadonlyMap<string, string>;
  readonly due: readonly Due[];
  /** Ids of facts whose status is not confirmed. */
  readonly unconfirmed: readonly string[];
  readonly untranslated: {
    /** Languages that have any page. */
    readonly languages: readonly string[];
    readonly pages: readonly string[];
    readonly wizards: readonly string[];
  };
  /** A line for each reference to something that does not exist. */
  readonly broken: readonly string[];
}

const docs = 'src/content/docs';
const diagramsFolder = 'src/content/diagrams';
const definitions = 'src/wizards/definitions';
/** Folders of docs that are other languages. */
const languages = ['en', 'lattlast'];

const frontSchema = z.looseObject({
  sources: z.array(z.string()).default([]),
  roles: z.array(z.string()).default([]),
  wizards: z.array(z.string()).default([]),
  reviewed: z.coerce.string(),
  reviewBy: z.coerce.string(),
  next: z.string().optional(),
});

type Front = z.infer<typeof frontSchema>;

interface Read extends PageFacts {
  readonly front: Front;
  readonly body: string;
}

/** What the report needs to know of pages, guides and facts. Broken references are listed, never thrown. */
export function readContent(root: string, today: string): Content {
  const files = filesIn(join(root, docs), /\.mdx?$/);
  const isTranslated = (file: string) => languages.includes(file.split('/')[0] ?? '');
  const read = files.filter((file) => !isTranslated(file)).map((file) => readPage(root, file));
  const { facts } = contentData();
  const guides = filesIn(join(root, definitions), /^[^/]+\.yaml$/).map((file) => ({
    id: file.replace('.yaml', ''),
    text: readFileSync(join(root, definitions, file), 'utf8'),
  }));
  const usedBy = (id: string) =>
    [
      ...read.map(({ id: page, body }) => ({ place: page, text: body })),
      ...guides.map(({ id: guide, text }) => ({ place: guide, text })),
    ].flatMap(({ place, text }) => (text.includes(`[[${id}]]`) ? [place] : []));
  return {
    pages: read.map(({ front: _front, body: _body, ...page }) => page),
    factValues: new Map([...facts].map(([id, { value }]) => [id, value])),
    due: [
      ...[...facts.values()].map(({ id, reviewBy }) => ({
        kind: 'fact' as const,
        id,
        reviewBy,
        usedBy: usedBy(id),
      })),
      ...read.map(({ id, reviewBy }) => ({ kind: 'page' as const, id, reviewBy, usedBy: [] })),
      ...guides.map(({ id, text }) => ({
        kind: 'wizard' as const,
        id,
        reviewBy: text.match(/^reviewBy: ?(\S+)/m)?.[1] ?? '',
        usedBy: [],
      })),
    ],
    unconfirmed: [...facts.values()]
      .filter(({ status }) => status === 'obekraftad')
      .map(({ id }) => id),
    untranslated: {
      languages: languages.filter((language) => existsSync(join(root, docs, language))),
      pages: read
        .filter(({ file }) => !existsSync(join(root, docs, 'en', file.slice(docs.length + 1))))
        .map(({ id }) => id),
      wizards: guides
        .filter(({ id }) => !existsSync(join(root, definitions, `en/${id}.yaml`)))
        .map(({ id }) => id),
    },
    broken: read.flatMap((page) => brokenReferences(page, root, today)),
  };
}

function filesIn(folder: string, names: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => names.test(name))
    .sort();
}

function readPage(root: string, name: string): Read {
  const source = readFileSync(join(root, docs, name), 'utf8');
  const [, head = '', body = ''] = source.match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/) ?? [
    '',
    '',
    source,
  ];
  const front = frontSchema.parse(parse(head));
  const id = name.replace(/(\/index)?\.mdx?$/, '');
  const { sources, reviewed, reviewBy } = front;
  return {
    id,
    file: `${docs}/${name}`,
    area: id.split('/')[0] ?? '',
    sources,
    reviewed,
    reviewBy,
    front,
    body,
  };
}

/** Every reference of a page to something that does not exist. */
function brokenReferences(
  { file, front, body }: Read,
  root: string,
  today: string,
): readonly string[] {
  const { sources, facts, roles } = contentData();
  const { pages } = context(root, today);
  const all = (pattern: RegExp) => [...body.matchAll(pattern)].map(([, found = '']) => found);
  const cited = all(/\[källa: ?([a-z0-9, -]+)\]/g).flatMap((ids) => ids.split(/, ?/));
  const links = all(/\]\((\/[^)#?]*)/g);
  const missing = (what: string, ids: readonly string[], known: (id: string) => boolean) =>
    ids.filter((id) => !known(id)).map((id) => `${file}: ${what} "${id}" does not exist`);
  return [
    ...missing('source', [...front.sources, ...cited], (id) => sources.has(id)),
    ...missing('fact', all(/\[\[([a-z0-9-]+)\]\]/g), (id) => facts.has(id)),
    ...missing('picture', all(/^\[bild: ?([a-z0-9-]+)\]$/gm), (id) =>
      existsSync(join(root, diagramsFolder, `${id}.yaml`)),
    ),
    ...missing('role', front.roles, (id) => roles.has(id)),
    ...missing('guide', front.wizards, (id) => pages.has(`/beslutsguider/${id}/`)),
    ...missing('page', [...links, ...(front.next ? [front.next] : [])], (link) => pages.has(link)),
    ...cited
      .filter((id) => !front.sources.includes(id))
      .map((id) => `${file}: cites "${id}", which its front matter does not list`),
  ];
}

let cached: { pages: ReadonlySet<string> } | undefined;

/** The addresses that a page may lead to: pages of docs, guides, and the pages of `src/pages/`. */
function context(root: string, today: string): { pages: ReadonlySet<string> } {
  if (!cached) {
    const own = filesIn(join(root, 'src/pages'), /^[\w-]+\.astro$/).map(
      (name) => `/${name.replace('.astro', '')}/`,
    );
    cached = {
      pages: new Set([...(readContext(root, today).pages ?? []), ...own, '/beslutsguider/']),
    };
  }
  return cached;
}
