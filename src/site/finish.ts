import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { contentData } from './content-data.ts';
import { writeCards } from './finish/cards.ts';
import { contentSecurityPolicy } from './finish/content-security-policy.ts';
import { explainTerms, mostElements } from './finish/explain-terms.ts';
import {
  addressAttributes,
  relativeAddress,
  resolveAddress,
  type SiteFiles,
} from './finish/resolve-links.ts';
import { type ScannedPage, scanHtml } from './finish/scan-html.ts';
import { firstFiles, writeSearchFiles } from './finish/search-files.ts';
import { createTermFinder } from './glossary/find-terms.ts';
import { packedFiles } from './offline/downloads.ts';
import { pack } from './offline/pack.ts';
import { writeScripts } from './scripts.ts';

interface Page {
  /** From the root of the site: `om/integritet.html`. */
  readonly file: string;
  readonly html: string;
  readonly scan: ScannedPage;
}

/**
 * The last step of a build: bundles scripts, explains words of the glossary, makes every address
 * relative, checks links and anchors, gives each page its exact policy, builds the search index and packs what can be downloaded.
 * Any fault stops the build, all of them listed.
 */
export function finish(): AstroIntegration {
  let site = '';
  return {
    name: 'finish',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = (config.site ?? '').replace(/\/$/, '');
      },
      // A plain error: Astro prints the message of one from esbuild as "undefined".
      'astro:build:done': ({ dir, logger }) =>
        finishSite(fileURLToPath(dir), site, logger).catch((error: unknown) => {
          throw new Error(error instanceof Error ? error.message : String(error));
        }),
    },
  };
}

async function finishSite(
  folder: string,
  site: string,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const started = Date.now();
  const html = (file: string) => ({ file, html: readFileSync(join(folder, file), 'utf8') });
  const built = listFiles(folder).filter((name) => name.endsWith('.html'));
  // The search first: its script knows the names of its files.
  const searchFiles = await writeSearchFiles(folder, built.map(html));
  const renamed = await writeScripts(folder, {
    SEARCH_FILES: searchFiles,
    SEARCH_FIRST: firstFiles(searchFiles),
  });
  await writeCards(folder, built.map(html));
  const names = listFiles(folder);
  const known = new Set([...names, ...packedFiles()]);
  const files: SiteFiles = {
    has: (file) => known.has(file),
    renamed: (file) => renamed.get(file) ?? file,
  };
  const find = createTermFinder(contentData().terms.values());
  const pages = names
    .filter((name) => name.endsWith('.html'))
    .map((file) => explainedPage(file, readFileSync(join(folder, file), 'utf8'), find));
  const faults = pages.flatMap((page) => pageFaults(page, files, pages));
  if (faults.length > 0) {
    throw new Error(`${faults.length} faults in the built pages:\n${faults.join('\n')}`);
  }
  const finished = pages.map((page) => ({ file: page.file, html: finishPage(page, files) }));
  for (const { file, html } of finished) writeFileSync(join(folder, file), html);
  for (const file of names.filter((name) => name.endsWith('.css'))) {
    finishStyles(folder, file, files);
  }
  for (const file of names.filter((name) => /^sitemap-\d+\.xml$/.test(name))) {
    writeFileSync(join(folder, file), withoutPrintPages(readFileSync(join(folder, file), 'utf8')));
  }
  removeUnusedModules(folder, names, new Set(renamed.values()));
  await pack(folder, listFiles(folder), files, site);
  logger.info(`${pages.length} pages finished in ${Date.now() - started} ms`);
}

function explainedPage(
  file: string,
  before: string,
  find: ReturnType<typeof createTermFinder>,
): Page {
  // One is left for the policy, which is put in last.
  const room = mostElements - 1 - scanHtml(before).elements;
  const html = explainTerms(before, find, room);
  return { file, html, scan: scanHtml(html) };
}

/** Every file below a folder, from that folder, with `/` on every system, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function pageFaults(page: Page, files: SiteFiles, pages: readonly Page[]): string[] {
  const faults: string[] = [];
  const say = (fault: string) => faults.push(`${page.file}: ${fault}`);
  if (page.scan.mainTextLength < 80) say('has next to no text in <main>.');
  if (page.scan.proseTextLength !== null && page.scan.proseTextLength < 200) {
    say('has next to no text of its own. Hint: a Markdown plugin may have emptied it.');
  }
  if (page.scan.afterCharset < 0) say('has no <meta charset>.');
  for (const style of page.scan.styleAttributes)
    say(`has style="${style}", which the policy blocks. Hint: use a class.`);
  for (const attribute of page.scan.attributes) {
    if (!addressAttributes.has(attribute.name)) continue;
    const value = unescapeHtml(attribute.value);
    const target = resolveAddress(value, page.file, files);
    if (target.kind === 'dead') say(`links to ${target.target}, which is no page of the site.`);
    if (target.kind !== 'file' || target.hash === '' || !target.file.endsWith('.html')) continue;
    const there = pages.find((other) => other.file === target.file);
    const isAnswers = target.hash.includes('=');
    if (!isAnswers && !there?.scan.ids.has(decodeURIComponent(target.hash))) {
      say(`links to ${value}, but ${target.file} has no element with that id.`);
    }
  }
  return faults;
}

/** Relative addresses and the policy. The page for missing addresses is served anywhere: it keeps `/…`. */
function finishPage(page: Page, files: SiteFiles): string {
  const { html, scan, file } = page;
  const edits: { start: number; end: number; text: string }[] = [];
  for (const attribute of scan.attributes) {
    if (!addressAttributes.has(attribute.name)) continue;
    const target = resolveAddress(unescapeHtml(attribute.value), file, files);
    if (target.kind !== 'file' || attribute.value.startsWith('#')) continue;
    const address = file === '404.html' ? `/${target.file}` : relativeAddress(file, target.file);
    const isRoot = attribute.name === 'data-root';
    const text = isRoot ? address.replace(/index\.html$/, '') || './' : address;
    const query = target.query === '' ? '' : `?${target.query}`;
    const hash = target.hash === '' ? '' : `#${target.hash}`;
    edits.push({
      start: attribute.start,
      end: attribute.end,
      text: escapeHtml(text + query + hash),
    });
  }
  const policy = contentSecurityPolicy(scan.inlineScripts, scan.inlineStyles, formOrigins(scan));
  edits.push({
    start: scan.afterCharset,
    end: scan.afterCharset,
    text: `<meta http-equiv="content-security-policy" content="${policy}">`,
  });
  return applyEdits(html, edits);
}

/** Where the forms of a page go, when that is another host. */
function formOrigins(scan: ScannedPage): string[] {
  const actions = scan.attributes.filter(({ tag, name }) => tag === 'form' && name === 'action');
  return actions
    .map(({ value }) => unescapeHtml(value))
    .filter((value) => value.startsWith('https://'))
    .map((value) => new URL(value).origin);
}

function applyEdits(text: string, edits: { start: number; end: number; text: string }[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function finishStyles(folder: string, file: string, files: SiteFiles): void {
  const css = readFileSync(join(folder, file), 'utf8');
  const relativeCss = css.replace(
    /url\((["']?)(\/[^)"']+)\1\)/g,
    (_all, _quote, address: string) => {
      const target = resolveAddress(address, file, files);
      if (target.kind !== 'file') throw new Error(`${file}: ${address} is no file of the site.`);
      return `url(${relativeAddress(file, target.file)})`;
    },
  );
  writeFileSync(join(folder, file), relativeCss);
}

/** Documents to print hold what other pages hold: search engines are not sent to them. */
function withoutPrintPages(sitemap: string): string {
  return sitemap.replace(/<url><loc>[^<]*\/skriv-ut<\/loc><\/url>/g, '');
}

/** Astro writes the module form of islands too; no page asks for it. */
function removeUnusedModules(
  folder: string,
  names: readonly string[],
  ours: ReadonlySet<string>,
): void {
  for (const name of names) {
    if (name.startsWith('_s/') && name.endsWith('.js') && !ours.has(name))
      rmSync(join(folder, name));
  }
}

function unescapeHtml(value: string): string {
  return value.replaceAll('&quot;', '"').replaceAll('&#38;', '&').replaceAll('&amp;', '&');
}

function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
