import { Feed } from 'feed';
import type { NewsItem } from './content-schemas.ts';
import { t } from './strings.ts';

/**
 * The change notes as a feed. The same notes give the same bytes whenever it is built.
 *
 * @param site The published address without a slash at the end.
 * @see decisions/0013-news-and-feeds.md
 */
export function newsFeed(news: readonly NewsItem[], site: string): Feed {
  const page = `${site}/nyheter.html`;
  const newest = news[0]?.date ?? '1970-01-01';
  const feed = new Feed({
    id: page,
    link: page,
    title: `${t('site.name')}: ${t('news.title')}`,
    description: t('news.description'),
    language: 'sv',
    copyright: t('site.footerLicence'),
    updated: new Date(newest),
    generator: t('site.name'),
    author: { name: t('site.name') },
    feedLinks: { atom: `${site}/nyheter/atom.xml`, json: `${site}/nyheter/feed.json` },
  });
  for (const { id, title, text, kind, date } of news) {
    const link = `${page}#${id}`;
    const name = t(`news.kind.${kind}`);
    feed.addItem({
      id: link,
      link,
      title: `${name}: ${title}`,
      description: text,
      content: `<p>${escapeText(text)}</p>`,
      date: new Date(date),
      published: new Date(date),
      category: [{ name }],
    });
  }
  return feed;
}

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
