import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { build, type Plugin, transform } from 'esbuild';
import { minify } from 'terser';
import sv from '../content/i18n/sv.json' with { type: 'json' };
import { contentData } from './content-data.ts';
import { guideDataScripts } from './guide-data.ts';

/**
 * The scripts of the site, each one classic file: module scripts are refused by browsers when a
 * page is opened from disk. See decisions/0004-pages-that-work-from-disk.md.
 */
export const scriptEntries: Readonly<Record<string, string>> = {
  'site.js': 'src/site/client/site.ts',
  'start.js': 'src/site/client/start.ts',
  'search.js': 'src/site/client/search.ts',
  'page.js': 'src/site/client/page.ts',
  'wizard.js': 'src/wizards/components/mount.tsx',
  'result.js': 'src/wizards/components/result-script.ts',
  'record.js': 'src/wizards/components/record-script.ts',
  'docx.js': 'src/wizards/components/docx-script.ts',
  'map.js': 'src/wizards/components/map-script.ts',
  'offline.js': 'src/site/client/offline.ts',
  'feedback.js': 'src/site/client/feedback.ts',
  'terms.js': 'src/site/client/terms.ts',
  'saved.js': 'src/wizards/components/saved-script.tsx',
  'plan.js': 'src/wizards/components/plan-script.ts',
};

/** The browsers that the policy, `dialog` and `popover` need anyway. */
export const scriptTarget = ['chrome111', 'firefox121', 'safari16.4'];

const lent = './src/wizards/components/lent-preact.ts';

/** The texts of a later script of a guide, the prefix left out. */
function ownTexts(prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(textsUnder(prefix)).map(([key, text]) => [key.slice(prefix.length), text]),
  );
}

/** The glossary for the browser: what each word means, by its id. */
function glossaryTexts(): Record<string, readonly [term: string, en: string, text: string]> {
  return Object.fromEntries(
    [...contentData().terms.values()].map(({ id, term, en, text }) => [id, [term, en ?? '', text]]),
  );
}

/** The interface texts whose keys begin with a prefix, so that a script carries no others. */
function textsUnder(prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(sv).filter(([key]) => key.startsWith(prefix)));
}

/** Styles that come with a script stand in it as text, made small. See src/site/client/adopt.ts. */
const cssText: Plugin = {
  name: 'css-text',
  setup(builder) {
    builder.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await readFile(path, 'utf8');
      const { code } = await transform(css, { loader: 'css', minify: true, target: scriptTarget });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** The styles that travel in the record's script. */
async function recordStyles(): Promise<string> {
  const css = readFileSync('src/styles/record.css', 'utf8');
  return (await transform(css, { loader: 'css', minify: true, target: scriptTarget })).code.trim();
}

/**
 * Bundle one script.
 *
 * @param constants Names that the bundler fills in.
 * @returns Its source text, minified.
 * @throws Error from esbuild that lists what is wrong and where.
 */
export async function bundleScript(
  entry: string,
  constants: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: scriptTarget,
    tsconfigRaw: {
      compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' },
    },
    inject: /wizards\/components/.test(entry) ? ['src/wizards/components/jsx.ts'] : [],
    // The later scripts of a guide borrow the Preact of the first: two would not share hooks.
    alias: /(result|record)-script/.test(entry) ? { preact: lent, 'preact/hooks': lent } : {},
    absWorkingDir: process.cwd(),
    legalComments: 'none',
    charset: 'utf8',
    plugins: [cssText],
    write: false,
    logLevel: 'silent',
    define: {
      'process.env.NODE_ENV': '"production"',
      SEARCH_TEXTS: JSON.stringify(textsUnder('search.')),
      SAVED_TEXTS: JSON.stringify({ ...textsUnder('saved.'), ...textsUnder('plan.') }),
      RESULT_TEXTS: JSON.stringify(ownTexts('result.')),
      RECORD_TEXTS: JSON.stringify(ownTexts('record.')),
      RECORD_STYLES: JSON.stringify(await recordStyles()),
      PAGE_TEXTS: JSON.stringify(textsUnder('reading.')),
      OFFLINE_TEXTS: JSON.stringify(textsUnder('offline.')),
      TERM_TEXTS: JSON.stringify(textsUnder('term.')),
      // Only the script of the glossary names it.
      GLOSSARY: JSON.stringify(entry.endsWith('/terms.ts') ? glossaryTexts() : {}),
      SEARCH_FILES: 'null',
      SEARCH_FIRST: '[]',
      ...Object.fromEntries(
        Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]),
      ),
    },
  });
  const source = result.outputFiles[0]?.text ?? '';
  // A second pass: 4 % less of the island, which is what its budget needs.
  return (await minify(source, { ecma: 2020, compress: { passes: 3 } })).code ?? source;
}

/**
 * Writes every script under a name that changes with its contents.
 *
 * @param folder The built site.
 * @returns Written address → file: `_s/site.js` → `_s/site.1a2b3c4d.js`.
 */
export async function writeScripts(
  folder: string,
  constants: Readonly<Record<string, unknown>>,
): Promise<Map<string, string>> {
  mkdirSync(join(folder, '_s'), { recursive: true });
  const bundled = await Promise.all(
    Object.entries(scriptEntries).map(
      async ([name, entry]) => [name, await bundleScript(entry, constants)] as const,
    ),
  );
  const named = [...bundled, ...guideDataScripts()].map(([name, source]) => {
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
    const file = `_s/${name.replace('.js', `.${hash}.js`)}`;
    writeFileSync(join(folder, file), source);
    return [`_s/${name}`, file] as const;
  });
  return new Map(named);
}

/** In `npm run dev` the scripts are bundled as they are asked for. */
export function siteScripts(): AstroIntegration {
  return {
    name: 'site-scripts',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const name = request.url?.match(/^\/_s\/([a-z0-9-]+\.js)/)?.[1] ?? '';
          const entry = scriptEntries[name];
          const source = entry ? await bundleScript(entry) : guideDataScripts().get(name);
          if (source === undefined) return next();
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.end(source);
        });
      },
    },
  };
}
