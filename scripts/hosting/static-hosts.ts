import { extname } from 'node:path';
import {
  cacheAsk,
  cacheControl,
  cacheForever,
  commonPolicy,
  everyHeader,
  strictTransport,
} from './response-headers.ts';
import type { Policies } from './site-pages.ts';

/**
 * `_headers` as Netlify, Cloudflare Pages and others read it. They add up what several rules say, and
 * take at most a hundred rules, so all pages share a header; each page's own policy holds as well.
 */
export function headersFile(policies: Policies, base: string): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    rule(`${base}*`, {
      ...everyHeader,
      'Content-Security-Policy': commonPolicy([...policies.keys()]),
      'Strict-Transport-Security': strictTransport,
    }),
    rule(`${base}_s/*`, { 'Cache-Control': cacheForever }),
    ...['index', 'fragment', 'filter'].map((name) =>
      rule(`${base}pagefind/${name}/*`, { 'Cache-Control': cacheForever }),
    ),
  ].join('\n\n')}\n`;
}

/** `_redirects`: an area's address with a slash leads to its page. */
export function redirectsFile(folders: readonly string[], base: string): string {
  return `${folders.map((folder) => `${base}${folder}/ ${base}${folder} 301`).join('\n')}\n`;
}

export interface StoredObject {
  readonly key: string;
  readonly contentType: string;
  readonly cacheControl: string;
  /** A second object with the same address and this encoding, for a network that chooses by what the browser takes. */
  readonly encodings: readonly ('br' | 'gzip')[];
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.zip': 'application/zip',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.odt': 'application/vnd.oasis.opendocument.text',
};

/** The `Content-Type` to send a file with. */
export function contentType(file: string): string {
  return types[extname(file)] ?? 'application/octet-stream';
}

/** What to say of every file when it is laid in object storage behind a delivery network. */
export function storedObjects(
  files: readonly string[],
  compressed: ReadonlySet<string>,
): StoredObject[] {
  return files.map((key) => ({
    key,
    contentType: contentType(key),
    cacheControl: cacheControl(key),
    encodings: compressed.has(key) ? ['br', 'gzip'] : [],
  }));
}

/** The rules a delivery network needs when it cannot read `_headers`. */
export function edgeRules(policies: Policies): unknown {
  return {
    headers: {
      ...everyHeader,
      'Content-Security-Policy': commonPolicy([...policies.keys()]),
      'Strict-Transport-Security': strictTransport,
    },
    cache: [
      { match: '/_s/*', edge: '1 year', browser: cacheForever },
      { match: '/pagefind/{index,fragment,filter}/*', edge: '1 year', browser: cacheForever },
      { match: '*', edge: '5 minutes, serve stale for 1 day on error', browser: cacheAsk },
    ],
    ignoreQueryString: true,
    notFound: { page: '/404.html', status: 404 },
    addHtmlWhenMissing: true,
  };
}
