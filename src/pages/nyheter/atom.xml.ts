import type { APIContext } from 'astro';
import { newsFeed } from '../../site/feed.ts';
import { allNews } from '../../site/news.ts';

export function GET({ site }: APIContext): Response {
  return new Response(newsFeed(allNews(), site?.href.replace(/\/$/, '') ?? '').atom1());
}
