import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CheckContext } from '../engine/check/context.ts';
import type { Archive } from '../engine/versions/archive.ts';

/** Pages that are not files under `src/content/docs/`. */
const FIXED_PAGES = [
  '/',
  '/nationella-prov/',
  '/e-legitimation/',
  '/federation/',
  '/informationsutbyte/',
  '/laget/',
  '/ordlista/',
  '/kallor/',
  '/beslutsguider/',
  '/mina-beslut/',
  '/handlingsplan/',
  '/om/',
  '/om/sa-arbetar-vi/',
  '/om/tillganglighet/',
  '/om/integritet/',
];

/**
 * Read what definitions may point at. What does not exist yet is left out and not checked against.
 *
 * @param root The root of the project.
 * @param today ISO date.
 */
export function readContext(root: string, today: string): CheckContext {
  const content = join(root, 'src/content');
  const folder = join(root, 'src/wizards/definitions');
  const archive = join(folder, 'archive');
  const wizards = filesIn(folder, '.yaml').filter((file) => !file.startsWith(archive));
  const docs = filesIn(join(content, 'docs'), '.md', '.mdx');
  return {
    today,
    roles: idsIn([join(content, 'roles.yaml')]),
    sources: idsIn(filesIn(join(content, 'sources'), '.yaml')),
    facts: idsIn(filesIn(join(content, 'facts'), '.yaml')),
    pages: new Set([
      ...FIXED_PAGES,
      ...wizards.map((file) => `/beslutsguider/${stem(file, folder)}/`),
      ...docs.map((file) => address(stem(file, join(content, 'docs')))),
    ]),
    archives: readArchives(archive),
  };
}

/**
 * Everything published, by id of the guide.
 *
 * @throws Error when an archive is damaged: without it published links are not looked after.
 */
export function readArchives(folder: string): ReadonlyMap<string, Archive> {
  return new Map(
    filesIn(folder, '.yaml').map((file) => {
      const archive = parse(readFileSync(file, 'utf8')) as Archive;
      if (!Array.isArray(archive?.versions)) throw new Error(`${file} is no archive.`);
      return [archive.id, archive] as const;
    }),
  );
}

function filesIn(folder: string, ...endings: readonly string[]): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => endings.some((ending) => file.endsWith(ending)))
      .map((file) => join(folder, file))
      .sort();
  } catch {
    return [];
  }
}

function stem(file: string, folder: string): string {
  return file
    .slice(folder.length + 1)
    .replaceAll('\\', '/')
    .replace(/\.\w+$/, '');
}

function address(slug: string): string {
  return `/${slug}/`.replace(/\/index\/$/, '/');
}

/** Ids of lists of `- id: …`, or `undefined` when no file can be read. */
function idsIn(files: readonly string[]): ReadonlySet<string> | undefined {
  const lists = files.flatMap((file) => {
    try {
      return [parse(readFileSync(file, 'utf8')) as unknown];
    } catch {
      return [];
    }
  });
  if (!lists.length) return undefined;
  return new Set(
    lists.flat().flatMap((item) => {
      const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
      return typeof id === 'string' ? [id] : [];
    }),
  );
}
