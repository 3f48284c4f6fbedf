import { expect } from 'vitest';
import { resolvePosition } from '../../../src/wizards/engine/resolve-position.ts';
import type { Answer, Question, Wizard } from '../../../src/wizards/engine/types.ts';
import { files, pageFiles } from '../built-pages.ts';
import { wizard } from '../guide.ts';
import { click, type DiskBrowser, until } from './disk-browser.ts';
import type { Unpacked } from './unpacked.ts';

/** The search from disk has a script of its own; until it is built there is nothing to try. */
export const hasDiskSearch = files.some((file) => /^pagefind\/offline\.[0-9a-f]+\.js$/.test(file));

export const queries = ['federation', 'tillitsnivåer', 'slutprov', 'kontosynk', 'eppn'];

/** The first hits of a query on the page where the search is open: title and address from the root. */
export async function topHits(browser: DiskBrowser, query: string): Promise<string[]> {
  const input = "document.querySelector('.search-dialog input[type=search]')";
  await click(browser, '.search-link');
  await until(browser, input);
  await browser.run(
    `(${input}.value = ${JSON.stringify(query)}, ${input}.dispatchEvent(new Event('input', { bubbles: true })))`,
  );
  const status = "document.querySelector('.search-dialog [role=status]').textContent";
  await until(browser, `${status}.includes(${JSON.stringify(query)})`);
  return browser.run(
    "[...document.querySelectorAll('.hits > li')].slice(0, 5).map((item) => item.querySelector('a').textContent + ' ' + item.querySelector('a').href.replace(/^.*?(?=[a-z-]*\\/?[a-z0-9-]+\\.html)/, ''))",
  );
}

const text = (browser: DiskBrowser, selector: string) =>
  browser.run<string>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`);

/** The start, how old the copy is, and a way from page to page by its links. */
export async function readPages(browser: DiskBrowser, folder: Unpacked): Promise<void> {
  await browser.goto(folder.url('index.html'));
  expect(await text(browser, 'h1')).toBe('Hitta er väg');
  expect(await text(browser, '.saved-copy')).toMatch(/Sparad \d+ \S+ \d{4}\. Kontrollera /);
  const hidden = "getComputedStyle(document.querySelector('.not-unpacked')).display";
  expect(await browser.run(hidden)).toBe('none');
  await click(browser, '.site-footer a[href$="om.html"]');
  await until(browser, "location.pathname.endsWith('/om.html')");
  await click(browser, 'a[href$="integritet.html"]');
  await until(browser, "document.querySelector('h1')?.textContent === 'Integritet'");
  await click(browser, '.site-nav a[href$="ordlista.html"]');
  await until(browser, "location.pathname.endsWith('/ordlista.html')");
  expect(await browser.run("document.querySelectorAll('.terms dt').length")).toBeGreaterThan(30);
}

/** A guide from its first question to a result, reloaded, saved and found again from the start page. */
export async function goThroughGuide(browser: DiskBrowser, folder: Unpacked): Promise<void> {
  const guide = wizard('kontosynk');
  const persona = guide.personas[0];
  if (!persona) throw new Error('the guide has no example case');
  await browser.goto(folder.url('beslutsguider.html'));
  await click(browser, `a[href$="${guide.id}.html"]`);
  await until(browser, "document.querySelector('[data-guide][data-ready]')");
  await answerGuide(browser, guide, persona.answers);
  const titles = persona.outcomes.map((id) => guide.outcomes.find((each) => each.id === id)?.title);
  const shown =
    "[...document.querySelectorAll('.outcome h2')].map((heading) => heading.textContent)";
  expect(await browser.run(shown)).toEqual(titles);
  await makeRecord(browser);
  await saveAndReturn(browser, folder, guide, shown, titles);
}

/** A record is made from the result on the page, and the heaviest of its forms written. */
export async function makeRecord(browser: DiskBrowser): Promise<void> {
  await click(browser, '.record-entry button');
  await until(browser, "document.querySelector('.record-paper')");
  const color = "getComputedStyle(document.querySelector('.record-take')).backgroundColor";
  expect(await browser.run(color)).not.toBe('rgba(0, 0, 0, 0)');
  await click(browser, '.record-take .button');
  await until(
    browser,
    "/\\.docx är klar/.test(document.querySelector('.record-take').textContent)",
  );
  await click(browser, '.record .back');
  await until(browser, "document.querySelector('.result')");
}

/** Answers as a person would: chooses, sends on, and asks for the result. */
export async function answerGuide(
  browser: DiskBrowser,
  guide: Wizard,
  answers: Readonly<Record<string, Answer>>,
): Promise<void> {
  for (const { question, answer } of resolvePosition(guide, answers).path) {
    await answerQuestion(browser, question, answer);
  }
  await click(browser, '.check .button');
  await until(browser, "document.querySelector('.result')");
}

async function answerQuestion(
  browser: DiskBrowser,
  question: Question,
  answer: Answer,
): Promise<void> {
  const ask = JSON.stringify(question.ask);
  await until(browser, `document.querySelector('.question h2')?.textContent === ${ask}`);
  if (question.kind === 'number') {
    const input = "document.querySelector('.question input')";
    const typed = JSON.stringify(String(answer));
    await browser.run(
      `(${input}.value = ${typed}, ${input}.dispatchEvent(new Event('input', { bubbles: true })))`,
    );
  } else {
    for (const id of typeof answer === 'object' ? answer : [answer]) {
      await click(browser, `.question input[value="${id}"]`);
    }
  }
  await click(browser, '.question button[type=submit]');
}

async function saveAndReturn(
  browser: DiskBrowser,
  folder: Unpacked,
  guide: Wizard,
  shown: string,
  titles: readonly (string | undefined)[],
): Promise<void> {
  const buttons = '[...document.querySelectorAll(".keep button")]';
  const press = (word: string) =>
    browser.run(`${buttons}.find((button) => button.textContent.startsWith('${word}')).click()`);
  const status = '.keep [role=status]';
  await press('Spara svaren');
  await until(
    browser,
    `document.querySelector('${status}').textContent.startsWith('Svaren är sparade')`,
  );
  expect(await text(browser, status)).toContain('Andra sidor som öppnas från datorn');
  await browser.run('void setTimeout(() => location.reload())');
  await until(
    browser,
    `performance.getEntriesByType('navigation')[0]?.type === 'reload' && document.querySelector('.result')`,
  );
  expect(await browser.run(shown)).toEqual(titles);
  await findInPlan(browser, folder, titles);
  await browser.goto(folder.url('index.html'));
  const saved = "document.querySelector('.continue a')";
  expect(await browser.run(`${saved}?.textContent`)).toContain(guide.title);
  await click(browser, '.continue a');
  await until(browser, "document.querySelector('.check')");
}

/** What was saved on one page is there on two others, in Firefox too, and their logic is fetched. */
async function findInPlan(
  browser: DiskBrowser,
  folder: Unpacked,
  titles: readonly (string | undefined)[],
): Promise<void> {
  await browser.goto(folder.url('mina-beslut.html'));
  await until(browser, "document.querySelector('.saved-card strong')");
  expect(await text(browser, '.saved-card strong')).toBe(titles.join('. '));
  expect(await text(browser, '.notice h2')).toContain('från datorn');
  await browser.goto(folder.url('handlingsplan.html'));
  await until(browser, "document.querySelector('.plan-card')");
}

/** The reader's choice of light or dark goes with them from page to page. */
export async function switchTheme(browser: DiskBrowser, folder: Unpacked): Promise<void> {
  const theme = () => browser.run<string>('document.documentElement.dataset.theme');
  await browser.goto(folder.url('index.html'));
  const before = await theme();
  await click(browser, '.theme-button');
  const chosen = await theme();
  expect(chosen).not.toBe(before);
  await browser.goto(folder.url('federation/felsokning.html'));
  expect(await theme()).toBe(chosen);
  await click(browser, '.theme-button');
  await browser.goto(folder.url('index.html'));
  expect(await theme()).toBe(before);
}

const pagesOf = (folder: Unpacked) => folder.names.filter((name) => name.endsWith('.html'));

/** The pages at the top, and one of each folder. */
export function samplePages(folder: Unpacked): string[] {
  const folders = new Set<string>();
  return pagesOf(folder).filter((name) => {
    const place = name.split('/').slice(0, -1).join('/');
    const isNew = !folders.has(place);
    folders.add(place);
    return isNew || place === '';
  });
}

export function everyPage(folder: Unpacked): string[] {
  const pages = pagesOf(folder);
  expect(pages.length).toBe(pageFiles.length - 1); // the one that only a server shows
  return pages;
}

/** Each page opens and has its heading, its style, its scripts and its notice. */
export async function openPages(
  browser: DiskBrowser,
  folder: Unpacked,
  pages: readonly string[],
): Promise<void> {
  expect(pages.length).toBeGreaterThan(15);
  for (const page of pages) {
    await browser.goto(folder.url(page));
    const state = await browser.run(
      "[document.querySelectorAll('h1').length, getComputedStyle(document.body).display, document.documentElement.className, document.querySelectorAll('.saved-copy').length, document.querySelector('[data-theme-button]').title !== '']",
    );
    expect([page, state]).toEqual([page, [1, 'flex', 'js', 1, true]]);
  }
}
