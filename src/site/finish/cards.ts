import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import { cardFor } from '../card-address.ts';
import { t } from '../strings.ts';

/** Rendered before, by contents: a build draws only the cards that changed. */
const cache = 'node_modules/.cache/skoldigistod-cards';
const font =
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';
const family = 'Atkinson Hyperlegible Next';

/** What a card says. */
interface Card {
  readonly title: string;
  readonly kicker: string;
}

/** Draws the card of every page that has its own, into the built site. */
export async function writeCards(
  folder: string,
  pages: readonly { file: string; html: string }[],
): Promise<void> {
  const fonts = await fontFiles();
  const titles = new Map(pages.map(({ file, html }) => [file, titleOf(html)]));
  const version = readFileSync('node_modules/@resvg/resvg-js/package.json', 'utf8');
  for (const { file } of pages) {
    const card = cardFor(`/${file === 'index.html' ? '' : file}`);
    if (card !== `/kort/${file.replace('.html', '.png')}`) continue;
    const svg = drawCard({ title: titles.get(file) ?? '', kicker: kickerOf(file, titles) });
    const name = createHash('sha256')
      .update(svg + version + fonts.join())
      .digest('hex');
    const kept = join(cache, `${name}.png`);
    if (!existsSync(kept)) writeFileSync(kept, render(svg, fonts));
    const target = join(folder, card);
    mkdirSync(join(target, '..'), { recursive: true });
    writeFileSync(target, readFileSync(kept));
  }
}

function titleOf(html: string): string {
  const heading = html.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1] ?? '';
  return heading
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&')
    .trim();
}

function kickerOf(file: string, titles: ReadonlyMap<string, string>): string {
  const [first = '', second] = file.split('/');
  if (second === undefined) return t('site.tagline');
  return first === 'beslutsguider' ? t('card.guide') : (titles.get(`${first}.html`) ?? '');
}

/** The renderer knows no variable fonts and no WOFF2: two weights as files of their own. */
async function fontFiles(): Promise<string[]> {
  mkdirSync(cache, { recursive: true });
  const source = readFileSync(font);
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const letters = Array.from({ length: 0x17f - 0x20 }, (_, at) => String.fromCodePoint(at + 0x20));
  return Promise.all(
    [400, 700].map(async (wght) => {
      const file = join(cache, `${hash}-${wght}.ttf`);
      if (!existsSync(file)) {
        const options = { targetFormat: 'truetype', variationAxes: { wght } } as const;
        writeFileSync(file, await subsetFont(source, `${letters.join('')}–—”’…`, options));
      }
      return file;
    }),
  );
}

function render(svg: string, fontFiles: string[]): Uint8Array {
  const options = { loadSystemFonts: false, fontFiles, defaultFontFamily: family };
  return new Resvg(svg, { font: options }).render().asPng();
}

const ink = '#15242b';
const soft = '#44545c';
const paper = '#fbfaf6';
const accent = '#22475f';
const line = '#8a9aa1';

/** Paper, ink and the path that forks and comes to rest. */
export function drawCard({ title, kicker }: Card): string {
  const long = title.length > 44;
  const size = long ? 60 : 76;
  const lines = wrap(title, (long ? 780 : 760) / size);
  const top = 330 - ((lines.length - 1) * size * 1.15) / 2;
  const text = lines
    .map(
      (words, at) =>
        `<text x="80" y="${Math.round(top + at * size * 1.15)}" font-size="${size}" font-weight="700" fill="${ink}">${escapeText(words)}</text>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" font-family="${family}">
<rect width="1200" height="630" fill="${paper}"/><rect width="1200" height="14" fill="${accent}"/>
<g transform="translate(800 170) scale(1.2)" fill="none" stroke-linecap="round" stroke-width="6">
<path stroke="${line}" opacity=".6" d="M84 148C96 118 84 92 104 66S140 30 150 24M168 122C196 136 214 158 252 162M238 78C262 92 276 104 304 108"/>
<path stroke="${accent}" d="M-20 240C20 220 52 160 84 148S150 150 168 122C190 92 214 104 238 78S262 36 292 22"/>
<g fill="${paper}" stroke="${accent}"><circle cx="84" cy="148" r="11"/><circle cx="168" cy="122" r="11"/><circle cx="238" cy="78" r="11"/></g>
<circle cx="292" cy="22" r="15" fill="${accent}"/></g>
<text x="80" y="130" font-size="34" fill="${soft}">${escapeText(kicker)}</text>${text}
<text x="80" y="560" font-size="36" font-weight="700" fill="${accent}">${t('site.name')}</text></svg>`;
}

/** Lines of at most so many widths of the letter size, by what letters of this typeface take about. */
export function wrap(title: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum +
      (/[ijlftr.,:;|! ’-]/.test(letter)
        ? 0.36
        : /[mwMW\u00c4\u00c5\u00d6@–]/.test(letter)
          ? 0.86
          : 0.6),
    0,
  );

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
