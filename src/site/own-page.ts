import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ours = fileURLToPath(new URL('../components/StarlightShell.astro', import.meta.url));

/**
 * Puts our page shell in the place of Starlight's `Page.astro`.
 *
 * Starlight lets its parts be overridden but not the page itself, whose 64 kB of styles, ten inline
 * scripts and inline style attributes are what a strict policy and a light page cannot have.
 * The build fails when the replacement was never used, so that an upgrade cannot bring it back unseen.
 *
 * @see decisions/0005-own-page-shell.md
 */
export function ownPage(): AstroIntegration {
  let replaced = 0;
  return {
    name: 'own-page',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'own-page',
                enforce: 'pre',
                resolveId(source: string, importer: string | undefined) {
                  const isPage =
                    source.endsWith('/components/Page.astro') || source === './Page.astro';
                  if (!isPage || !importer?.includes('@astrojs/starlight')) return null;
                  replaced += 1;
                  return ours;
                },
              },
            ],
          },
        });
      },
      'astro:build:done': () => {
        if (replaced === 0) {
          throw new Error(
            'Starlight no longer imports components/Page.astro where src/site/own-page.ts expects it.\n' +
              'Hint: see how its routes import the page now and follow.',
          );
        }
      },
    },
  };
}
