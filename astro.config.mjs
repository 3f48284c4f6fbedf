import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { finish } from './src/site/finish.ts';
import { hastPlugins } from './src/site/markdown.ts';
import { ownPage } from './src/site/own-page.ts';
import { siteScripts } from './src/site/scripts.ts';

/** The published address; only canonical links, the sitemap and the feeds need it. */
const site = process.env.SITE_URL ?? 'https://skoldigistod.example';

export default defineConfig({
  site,
  // `sida.html` and not `sida/index.html`: then relative links work on a server, under any
  // sub-path and from disk alike. See decisions/0004-pages-that-work-from-disk.md.
  build: { format: 'file', inlineStylesheets: 'never', assets: '_s' },
  trailingSlash: 'ignore',
  prefetch: false,
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      hastPlugins,
      features: {
        gfm: {
          footnotes: { label: 'Fotnoter', backLabel: 'Tillbaka till hänvisning {reference}' },
        },
        smartPunctuation: { quotes: false },
        headingAttributes: true,
        definitionList: true,
      },
    }),
  },
  integrations: [
    starlight({
      title: 'Skoldigistöd',
      locales: { root: { label: 'Svenska', lang: 'sv' } },
      favicon: '/favicon.svg',
      disable404Route: true,
      pagefind: false,
      expressiveCode: false,
      lastUpdated: false,
      markdown: { headingLinks: false },
    }),
    preact(),
    ownPage(),
    siteScripts(),
    finish(),
  ],
});
