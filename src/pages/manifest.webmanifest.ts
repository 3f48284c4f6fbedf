import { t } from '../site/strings.ts';

/** What a phone or computer needs to keep the site among its programs. */
export function GET(): Response {
  const icon = (size: number, purpose: string) => ({
    src: `icon-${purpose === 'maskable' ? 'maskable-' : ''}${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: './',
    name: t('site.name'),
    short_name: t('site.name'),
    description: t('site.tagline'),
    lang: 'sv',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  };
  return new Response(JSON.stringify(manifest));
}
