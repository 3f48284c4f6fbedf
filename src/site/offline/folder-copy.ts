import { replaceIn } from './edit-html.ts';
import { noticePlace, notUnpackedNotice, savedNotice } from './notice.ts';

export interface CopyOptions {
  /** The published address, `https://skoldigistod.example`. */
  readonly site: string;
  /** The day the copy was made, `2026-11-23`. */
  readonly day: string;
}

export interface BuiltPage {
  /** From the root of the site. */
  readonly file: string;
  readonly html: string;
}

/** Files that only a web server makes use of, the cards of links, and the downloads themselves. */
const onlyOnline =
  /^(404\.html|sw\.js|offline\.json|manifest\.webmanifest|sitemap[^/]*\.xml|ladda-ner\/.*|kort\/.*|_headers|pagefind\/pagefind-(ui|modular|component|highlight).*)$/;

export const belongsInFolder = (file: string): boolean => !onlyOnline.test(file);

/**
 * A page as it stands in the folder to download: it says how old it is, it explains itself when the
 * archive was not unpacked, and the downloads are links to the published site.
 *
 * @throws Error when a place to change is not found.
 */
export function folderPage(page: BuiltPage, { site, day }: CopyOptions): string {
  const place = { name: `"${noticePlace}"`, pattern: new RegExp(noticePlace, 'g'), times: 1 };
  const own = new URL(page.file, `${site}/`).href;
  const notices = notUnpackedNotice() + savedNotice(day, own, page.html);
  const noted = replaceIn(page, place, () => notices + noticePlace);
  // A preloaded font is asked for across origins, which is refused from disk; the style sheet's is not.
  const preload = { name: 'the preloaded font', pattern: /<link rel="preload"[^>]*>/g, times: 1 };
  const html = replaceIn({ file: page.file, html: noted }, preload, () => '');
  if (page.file !== 'ladda-ner.html') return html;
  return downloadPage({ file: page.file, html }, site);
}

/** A manifest is refused from disk, and the downloads are not in the copy. */
function downloadPage(page: BuiltPage, site: string): string {
  const manifest = /<link rel="manifest" href="[^"]*">/g;
  const html = replaceIn(
    page,
    { name: 'the link to the manifest', pattern: manifest, times: 1 },
    () => '',
  );
  const downloads = /href="(ladda-ner\/[^"]+)" download/g;
  return replaceIn(
    { file: page.file, html },
    { name: 'a link to a download', pattern: downloads, times: 'some' },
    (_all, file = '') => `href="${new URL(file, `${site}/`).href}"`,
  );
}
