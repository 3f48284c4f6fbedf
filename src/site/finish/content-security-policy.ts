import { createHash } from 'node:crypto';

/**
 * The exact policy of one page: its own inline scripts and styles by hash, nothing else inline.
 * A form may be sent only to this site and to the addresses of the page's own forms.
 * `'wasm-unsafe-eval'` lets the search engine's WebAssembly start; it does not allow eval.
 */
export function contentSecurityPolicy(
  inlineScripts: readonly string[],
  inlineStyles: readonly string[],
  formOrigins: readonly string[] = [],
): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${hashes(inlineScripts)}`,
    `style-src 'self'${hashes(inlineStyles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    ["form-action 'self'", ...formOrigins].join(' '),
    "object-src 'none'",
  ].join('; ');
}

function hashes(sources: readonly string[]): string {
  const unique = new Set(
    sources.map((source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`),
  );
  return [...unique].map((hash) => ` ${hash}`).join('');
}
