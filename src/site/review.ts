/** When facts, sources, pages and guides should be looked at again, and what rests on them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Wizard } from '../wizards/engine/types.ts';
import { contentData } from './content-data.ts';
import type { Source } from './content-schemas.ts';
import { buildDay, isBefore } from './dates.ts';

const factReference = /\[\[([a-z0-9-]+)\]\]/g;

/** A source that names no day is read again a year after it was read: addresses die, laws change. */
export function sourceReviewBy({ reviewBy, checked }: Source): string {
  return reviewBy ?? `${Number(checked.slice(0, 4)) + 1}${checked.slice(4)}`;
}

/** The value of a `data-old` attribute: there when the day has passed at build. */
export function isOld(reviewBy: string): '' | undefined {
  return isBefore(reviewBy, buildDay()) ? '' : undefined;
}

/** Ids of the facts that a Markdown or YAML text names as `[[id]]`. */
export function factsIn(text: string): Set<string> {
  return new Set([...text.matchAll(factReference)].map(([, id = '']) => id));
}

/** The facts a guide rests on: those it shows first, and those in its texts. */
export function factsOfGuide({ id, state }: Wizard): Set<string> {
  // From the definition: in the guide itself the facts are filled in already.
  return new Set([
    ...state,
    ...factsIn(readFileSync(`src/wizards/definitions/${id}.yaml`, 'utf8')),
  ]);
}

/**
 * The review days of what a page rests on, one for each fact and source, the next first.
 *
 * @param facts Ids; unknown ones are left out, they are reported elsewhere.
 */
export function dueDates(facts: Iterable<string>, sources: Iterable<string>): string[] {
  const data = contentData();
  return [
    ...[...facts].flatMap((id) => data.facts.get(id)?.reviewBy ?? []),
    ...[...sources].flatMap((id) => {
      const source = data.sources.get(id);
      return source ? [sourceReviewBy(source)] : [];
    }),
  ].sort();
}

/** Something with a day to look at it again. */
export interface DueItem {
  readonly kind: 'fact' | 'source' | 'page' | 'guide';
  readonly id: string;
  readonly title: string;
  readonly reviewBy: string;
  /** Whom to ask, for facts. */
  readonly ask?: string;
  /** Addresses of the pages and guides that rest on it. Empty for a page or guide itself. */
  readonly usedBy: readonly string[];
}

/** A page or a guide, and what it rests on. */
export interface DueUser {
  readonly kind: 'page' | 'guide';
  readonly address: string;
  readonly title: string;
  readonly reviewBy: string;
  readonly facts: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/**
 * Everything that is overdue on a day, or falls due within so many days of it: soonest first.
 *
 * @param day `2026-11-23`.
 * @param users From `dueUsers()`.
 */
export function dueItems(day: string, days: number, users: readonly DueUser[]): DueItem[] {
  const { facts, sources } = contentData();
  const end = new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const usersOf = (what: 'facts' | 'sources', id: string) =>
    users.filter((user) => user[what].has(id)).map(({ address }) => address);
  const items: DueItem[] = [
    ...[...facts.values()].map(({ id, title, reviewBy, ask }): DueItem => {
      return { kind: 'fact', id, title, reviewBy, ask, usedBy: usersOf('facts', id) };
    }),
    ...[...sources.values()].map((source): DueItem => {
      const { id, title } = source;
      const reviewBy = sourceReviewBy(source);
      return { kind: 'source', id, title, reviewBy, usedBy: usersOf('sources', id) };
    }),
    ...users.map(({ kind, address, title, reviewBy }): DueItem => {
      return { kind, id: address, title, reviewBy, usedBy: [] };
    }),
  ];
  return items
    .filter(({ reviewBy }) => isBefore(reviewBy, end) || reviewBy === end.slice(0, reviewBy.length))
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy) || a.id.localeCompare(b.id));
}

const frontMatter = z.object({
  title: z.string(),
  sources: z.array(z.string()),
  reviewBy: z.union([z.string(), z.date().transform((date) => date.toISOString().slice(0, 10))]),
});

/** Every page of guidance, read from its file, and every guide given. */
export function dueUsers(wizards: readonly Wizard[]): DueUser[] {
  const folder = 'src/content/docs';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .sort();
  const pages = files.map((name): DueUser => {
    const text = readFileSync(join(folder, name), 'utf8');
    const [, front = '', body = ''] = text.match(/^---\r?\n([\s\S]*?)\n---\r?\n([\s\S]*)$/) ?? [];
    const { title, sources, reviewBy } = frontMatter.parse(parse(front));
    const address = `/${name.replace(/(index)?\.md$/, '').replace(/\/$/, '')}/`;
    const uses = { facts: factsIn(body), sources: new Set(sources) };
    return { kind: 'page', address, title, reviewBy, ...uses };
  });
  const guides = wizards.map((wizard): DueUser => {
    const { id, title, reviewBy } = wizard;
    const parts = [...wizard.rules, ...wizard.outcomes, ...wizard.advice];
    const sources = new Set(parts.flatMap((part) => part.sources));
    const address = `/beslutsguider/${id}/`;
    return { kind: 'guide', address, title, reviewBy, facts: factsOfGuide(wizard), sources };
  });
  return [...pages, ...guides];
}
