import { createHash } from 'node:crypto';
import { t } from '../strings.ts';
import type { BuiltPage } from './folder-copy.ts';

/** What the download page says about a file. */
export interface Figures {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export function figuresOf(contents: Uint8Array): Figures {
  const sha256 = createHash('sha256').update(contents).digest('hex');
  return { bytes: contents.length, sha256 };
}

/** `1 234 567` bytes → `1,2 MB`; under 0,1 MB in kB. */
export function sizeText(bytes: number): string {
  const isSmall = bytes < 100_000;
  const amount = isSmall ? Math.round(bytes / 1000) : Math.round(bytes / 100_000) / 10;
  const text = amount.toFixed(isSmall ? 0 : 1).replace('.', ',');
  return `${text}\u00a0${isSmall ? 'kB' : 'MB'}`;
}

/** As the download page writes what is known only when the files are made: `⟦size:mapp⟧`. */
export const figureMark = (kind: 'size' | 'sha256', id: string): string => `⟦${kind}:${id}⟧`;

/**
 * Puts the figures in the place of their marks.
 *
 * @param figures By id; a copy of the page that cannot know them gives none.
 * @throws Error when a mark names an unknown file, or a file has no mark.
 */
export function fillFigures(page: BuiltPage, figures: ReadonlyMap<string, Figures> | null): string {
  const told = new Set<string>();
  const html = page.html.replace(/⟦(size|sha256):([a-z0-9-]+)⟧/g, (mark, kind, id: string) => {
    told.add(id);
    if (!figures) return t('download.figuresOnline');
    const found = figures.get(id);
    if (!found) throw new Error(`${page.file}: ${mark} is about no download.`);
    return kind === 'size' ? sizeText(found.bytes) : found.sha256;
  });
  const untold = [...(figures?.keys() ?? [])].filter((id) => !told.has(id));
  if (untold.length > 0 || told.size === 0)
    throw new Error(`${page.file}: says nothing about ${untold.join(', ') || 'any download'}.`);
  return html;
}
