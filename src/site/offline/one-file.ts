import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { gzipSync } from 'fflate';
import { resolveAddress, type SiteFiles } from '../finish/resolve-links.ts';
import { scanHtml } from '../finish/scan-html.ts';
import { escapeHtml, replaceIn } from './edit-html.ts';
import type { BuiltPage, CopyOptions } from './folder-copy.ts';
import { noticePlace, savedNotice } from './notice.ts';

/** The bytes of a file of the built site. */
export type ReadFile = (file: string) => Buffer;

/**
 * A built guide as one file that asks for nothing: style sheets, font, icon and scripts stand in it,
 * its links lead to the published site, and its policy forbids every request.
 *
 * @throws Error when a place to change is not found, or something is left that would be fetched.
 */
export function oneFileGuide(
  page: BuiltPage,
  files: SiteFiles,
  read: ReadFile,
  { site, day }: CopyOptions,
): string {
  const scripts: string[] = [];
  const change = (name: string, pattern: RegExp, times: number | 'some', to: Replacement) => {
    html = replaceIn({ file: page.file, html }, { name, pattern, times }, to);
  };
  const file = (address: string, from = page.file) => localFile(address, from, files);
  let html = page.html;
  change('the policy', /<meta http-equiv="content-security-policy" content="[^"]*">/g, 1, () => '');
  change('the preloaded font', /<link rel="preload"[^>]*>/g, 1, () => '');
  change('a style sheet', /<link rel="stylesheet" href="([^"]+)">/g, 'some', (_all, href = '') =>
    inlineStyle(file(href), read, file),
  );
  change(
    'the icon',
    /<link rel="icon" href="([^"]+)"[^>]*>/g,
    1,
    (_all, href = '') => `<link rel="icon" href="${dataAddress(file(href), read)}">`,
  );
  change('the touch icon', /<link rel="apple-touch-icon"[^>]*>/g, 1, () => '');
  change('a script', /<script defer src="([^"]+)"><\/script>/g, 'some', (_all, src = '') => {
    scripts.push(file(src));
    return '';
  });
  let laterStyle = '';
  const packed: [name: string, source: string][] = [];
  change(
    "the guide's second style sheet and later scripts",
    /(<div data-guide="[^"]*"[^>]*?) data-style="([^"]+)" data-script="([^"]+)" data-record="([^"]+)" data-docx="([^"]+)"/g,
    1,
    (_all, start = '', style = '', result = '', record = '', docx = '') => {
      laterStyle = inlineStyle(file(style), read, file);
      scripts.push(file(result));
      packed.push(['record', inlineScript(file(record), read)]);
      packed.push(['docx', inlineScript(file(docx), read)]);
      return start;
    },
  );
  change('the end of the head', /<\/head>/g, 1, (end = '') => laterStyle + end);
  change(
    'the search link',
    /(<a class="search-link"[^>]*?) data-[^>]*>/g,
    1,
    (_a, s = '') => `${s}>`,
  );
  change('the words of the guide', / data-terms="[^"]*"/g, 1, () => '');
  change(
    'the data of the guide',
    /(<script type="application\/json">)([\s\S]*?)(?=<\/script>)/g,
    1,
    (_all, start = '', json = '') => start + absoluteData(json, page.file, site),
  );
  const own = new URL(page.file, `${site}/`).href;
  change(
    'the place of the notice',
    new RegExp(noticePlace, 'g'),
    1,
    () => savedNotice(day, own, page.html) + noticePlace,
  );
  // A classic script with `defer` runs when the page is read; inline, its place is last.
  change(
    'the end of the page',
    /<\/body>/g,
    1,
    (end = '') =>
      scripts.map((name) => `<script>${inlineScript(name, read)}</script>`).join('') +
      packed.map(([name, source]) => packedScript(name, source)).join('') +
      end,
  );
  html = absoluteLinks({ file: page.file, html }, files, site);
  return withPolicy(
    { file: page.file, html },
    packed.map(([, source]) => source),
  );
}

type Replacement = (...groups: string[]) => string;

function localFile(address: string, from: string, files: SiteFiles): string {
  const target = resolveAddress(address, from, files);
  if (target.kind !== 'file') throw new Error(`${from}: ${address} is no file of the site.`);
  return target.file;
}

function inlineStyle(
  name: string,
  read: ReadFile,
  file: (address: string, from: string) => string,
): string {
  const css = read(name)
    .toString()
    .replace(/url\((["']?)([^)"']+)\1\)/g, (all, _quote, address: string) =>
      address.startsWith('data:') ? all : `url("${dataAddress(file(address, name), read)}")`,
    );
  if (/<\/style/i.test(css)) throw new Error(`${name}: holds "</style".`);
  return `<style>${css}</style>`;
}

function inlineScript(name: string, read: ReadFile): string {
  const source = read(name).toString();
  if (source.includes('<!--')) throw new Error(`${name}: holds "<!--", which cannot stand inline.`);
  return source.replaceAll(/<\/script/gi, '<\\/script');
}

/**
 * A script that waits until it is asked for: data to the browser until
 * `src/wizards/components/load-part.ts` unpacks it. Packed in JavaScript, so the same on every machine.
 */
function packedScript(name: string, source: string): string {
  const packed = Buffer.from(gzipSync(Buffer.from(source), { level: 9, mtime: 0 }));
  return `<script type="application/gzip" data-packed="${name}">${packed.toString('base64')}</script>`;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

function dataAddress(name: string, read: ReadFile): string {
  const type = mediaTypes[posix.extname(name)];
  if (!type) throw new Error(`${name}: no media type is known for it.`);
  return `data:${type};base64,${read(name).toString('base64')}`;
}

/** Relative links in the guide's data (`../laget.html`) lead to the published site. */
function absoluteData(json: string, page: string, site: string): string {
  return json.replace(
    /"(href|url)":"(\.\.?\/[^"]*)"/g,
    (_all, key: string, address: string) =>
      `"${key}":"${new URL(address, new URL(page, `${site}/`)).href}"`,
  );
}

function absoluteLinks(page: BuiltPage, files: SiteFiles, site: string): string {
  const { attributes } = scanHtml(page.html);
  let { html } = page;
  for (const { name, value, start, end, tag } of attributes.toReversed()) {
    if (name !== 'href' || value.startsWith('#')) continue;
    const target = resolveAddress(value.replaceAll('&amp;', '&'), page.file, files);
    if (target.kind === 'leave') continue;
    if (target.kind === 'dead') throw new Error(`${page.file}: ${tag} ${value} leads nowhere.`);
    if (target.file === page.file && target.hash !== '') {
      html = `${html.slice(0, start)}#${target.hash}${html.slice(end)}`;
      continue;
    }
    const address = new URL(value.replaceAll('&amp;', '&'), new URL(page.file, `${site}/`)).href;
    html = html.slice(0, start) + escapeHtml(address) + html.slice(end);
  }
  return html;
}

/**
 * The strictest policy there is: what stands in the file, by hash, and not one request.
 *
 * @param packed The sources of the scripts that stand packed.
 */
function withPolicy(page: BuiltPage, packed: readonly string[]): string {
  const scan = scanHtml(page.html);
  const fetched = scan.attributes.filter(
    ({ tag, name, value }) =>
      ['src', 'srcset', 'data-script', 'data-style', 'data-root', 'poster'].includes(name) ||
      (tag === 'link' && name === 'href' && !/^(data:|https?:)/.test(value)),
  );
  const unknown = fetched.map(({ tag, name, value }) => `<${tag} ${name}="${value}">`);
  if (unknown.length > 0) {
    throw new Error(`${page.file}: the one-file guide would fetch ${unknown.join(', ')}.`);
  }
  const hash = (source: string) =>
    `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${[...scan.inlineScripts, ...packed].map(hash).join(' ')}`,
    `style-src ${scan.inlineStyles.map(hash).join(' ')}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return page.html.slice(0, scan.afterCharset) + meta + page.html.slice(scan.afterCharset);
}
