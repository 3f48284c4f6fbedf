import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/**
 * Builds the search index of the finished pages with Pagefind, Swedish stemming included.
 * Only what stands inside `data-pagefind-body` is indexed.
 *
 * @throws Error when Pagefind reports one.
 */
export async function writeSearchIndex(
  folder: string,
  pages: readonly { file: string; html: string }[],
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'sv' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(', ')}`);
  for (const { file, html } of pages) {
    const added = await index.addHTMLFile({ url: file, content: html });
    if (added.errors.length > 0) throw new Error(`${file}: ${added.errors.join(', ')}`);
  }
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join(', ')}`);
}
