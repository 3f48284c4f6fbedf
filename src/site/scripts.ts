import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';

/**
 * The scripts of the site, each one classic file: module scripts are refused by browsers when a
 * page is opened from disk. See decisions/0004-pages-that-work-from-disk.md.
 */
export const scriptEntries: Readonly<Record<string, string>> = {
  'site.js': 'src/site/client/site.ts',
  'search.js': 'src/site/client/search.ts',
  'wizard.js': 'src/wizards/components/mount.tsx',
};

/** The browsers that the policy, `dialog` and `popover` need anyway. */
export const scriptTarget = ['chrome111', 'firefox121', 'safari16.4'];

/**
 * Bundle one script.
 *
 * @returns Its source text, minified.
 */
export async function bundleScript(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: scriptTarget,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return result.outputFiles[0]?.text ?? '';
}

/**
 * Writes every script under a name that changes with its contents.
 *
 * @param folder The built site.
 * @returns Written address → file: `_s/site.js` → `_s/site.1a2b3c4d.js`.
 */
export async function writeScripts(folder: string): Promise<Map<string, string>> {
  mkdirSync(join(folder, '_s'), { recursive: true });
  const names = await Promise.all(
    Object.entries(scriptEntries).map(async ([name, entry]): Promise<[string, string]> => {
      const source = await bundleScript(entry);
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      const file = `_s/${name.replace('.js', `.${hash}.js`)}`;
      writeFileSync(join(folder, file), source);
      return [`_s/${name}`, file];
    }),
  );
  return new Map(names);
}

/** In `npm run dev` the scripts are bundled as they are asked for. */
export function siteScripts(): AstroIntegration {
  return {
    name: 'site-scripts',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const name = request.url?.match(/^\/_s\/([a-z]+\.js)/)?.[1];
          const entry = name === undefined ? undefined : scriptEntries[name];
          if (entry === undefined) return next();
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.end(await bundleScript(entry));
        });
      },
    },
  };
}
