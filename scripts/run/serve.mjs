import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve as resolvePath } from 'node:path';
import sirv from 'sirv';
import { root } from './node.mjs';

/**
 * Serves a built site on this machine only.
 *
 * @param {number} port 0 takes a free one.
 * @param {string} folder From the root of the project, or absolute.
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function serveSite(port, folder = 'dist') {
  const base = resolvePath(root, folder);
  const notFound = readFileSync(resolvePath(base, '404.html'));
  const files = sirv(base, { extensions: ['html'], dev: false, etag: true });
  const server = createServer((request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    files(request, response, () => {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(notFound);
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  const close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    });
  return { port: server.address().port, close };
}
