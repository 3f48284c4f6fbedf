import { expect, test } from 'vitest';
import { newPage, origin, useBrowser, visit } from './browser.ts';
import { heading, openGuide, wizard } from './guide.ts';

useBrowser();

const page = `${origin}/federation/valj-idp.html`;

/** A browser with voices of its own, which notes what it is told to say. */
const voices = (list: { lang: string; localService: boolean }[]) => `(() => {
  const said = [];
  window.said = said;
  let last;
  const speech = {
    paused: false,
    getVoices: () => ${JSON.stringify(list)},
    speak(utterance) { said.push(utterance.text); last = utterance; },
    cancel() { last = undefined; },
    pause() { this.paused = true; },
    resume() { this.paused = false; },
    addEventListener() {},
  };
  window.endOfSentence = () => last?.onend?.();
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})()`;

test('a link to a heading is reached with the keyboard, copies its address and says so', async () => {
  const options = { permissions: ['clipboard-read', 'clipboard-write'] };
  await visit(options, async (tab) => {
    await tab.goto(page);
    const before = await tab.locator('.prose h2').first().boundingBox();
    await tab.keyboard.press('Tab');
    const link = tab.locator('.to-heading').first();
    await link.waitFor({ state: 'attached' });
    expect(await tab.locator('.prose h2').first().boundingBox()).toEqual(before);
    await link.focus();
    expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    const title = await tab.locator('.prose h2').first().innerText();
    expect(await link.getAttribute('aria-label')).toBe(`Kopiera länk till ”${title}”`);
    const box = await link.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await tab.keyboard.press('Enter');
    await tab.waitForSelector('[role=status]:text("Länken är kopierad.")');
    const copied = await tab.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(tab.url());
    expect(copied).toMatch(/valj-idp\.html#[a-z0-9-]+$/);
  });
});

test('a page is read aloud with a Swedish voice of the computer, paused and stopped', async () => {
  const { page: tab, context, faults } = await newPage();
  await tab.addInitScript(
    voices([
      { lang: 'en-GB', localService: true },
      { lang: 'sv-SE', localService: true },
    ]),
  );
  await tab.goto(page);
  await tab.keyboard.press('Tab');
  const button = tab.locator('[data-read=ready]');
  await button.waitFor();
  const said = () => tab.evaluate(() => (window as unknown as { said: string[] }).said);
  await button.click();
  expect(await said()).toEqual([await tab.locator('h1').innerText()]);
  expect(await button.innerText()).toBe('Pausa');
  await tab.evaluate('endOfSentence()');
  expect((await said()).length).toBe(2);
  expect(await tab.locator('.being-read').count()).toBe(1);
  await button.click();
  expect(await button.innerText()).toBe('Fortsätt');
  await button.click();
  expect(await button.innerText()).toBe('Pausa');
  await tab.getByRole('button', { name: 'Sluta läsa' }).click();
  expect(await button.innerText()).toBe('Läs upp sidan');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await button.click();
  for (let count = 0; count < 400 && (await button.innerText()) === 'Pausa'; count += 1) {
    await tab.evaluate('endOfSentence()');
  }
  expect((await said()).join(' ')).not.toMatch(/#|undefined/);
  await tab.waitForSelector('[role=status]:text("Sidan är uppläst.")');
  expect(faults).toEqual([]);
  await context.close();
});

test('no voice of the computer, no button: a voice from the network is not asked', async () => {
  for (const list of [[], [{ lang: 'sv-SE', localService: false }]]) {
    const { page: tab, context } = await newPage();
    await tab.addInitScript(voices(list));
    await tab.goto(page);
    await tab.keyboard.press('Tab');
    await tab.locator('.to-heading').first().waitFor({ state: 'attached' });
    expect(await tab.locator('[data-read]').isVisible()).toBe(false);
    await context.close();
  }
});

test('in a guide keys choose and go on, inside the question only, and can be turned off', async () => {
  await visit({}, async (tab) => {
    const guide = wizard('kontosynk');
    await openGuide(tab, guide.id);
    await tab.waitForSelector('[data-keys] .keys');
    await tab.keyboard.press('2');
    expect(await tab.locator('.question input:checked').count()).toBe(0);
    await tab.locator('.question input').first().focus();
    await tab.keyboard.press('2');
    const chosen = tab.locator('.question .option').nth(1).locator('input');
    expect(await chosen.isChecked()).toBe(true);
    const label = await tab.locator('.question .option').nth(1).locator('span').first().innerText();
    expect(await tab.getByRole('radio', { name: label, exact: true }).count()).toBe(1);
    const first = await heading(tab);
    await tab.keyboard.press('Enter');
    await expect.poll(() => heading(tab)).not.toBe(first);
    // Focus stands on the heading of the next question.
    await tab.keyboard.press('1');
    expect(await tab.locator('.question input').first().isChecked()).toBe(true);
    await tab.getByRole('button', { name: 'Stäng av kortkommandon' }).click();
    await tab.locator('.question input').first().focus();
    await tab.keyboard.press('2');
    expect(await tab.locator('.question input').first().isChecked()).toBe(true);
    await tab.reload();
    await tab.getByRole('button', { name: 'Slå på kortkommandon' }).waitFor();
  });
});

test('an area is one document to print: every page, one heading level each, links inside it', async () => {
  await visit({}, async (tab) => {
    await tab.goto(`${origin}/federation.html`);
    const pages = await tab.locator('.path-list a').allInnerTexts();
    await tab.getByRole('link', { name: 'Skriv ut hela området' }).click();
    const titles = await tab.locator('.part > h2').allInnerTexts();
    expect(titles.slice(1)).toEqual(pages);
    expect(await tab.locator('.document-contents a').allInnerTexts()).toEqual(titles);
    const ids = await tab.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.length).toBe(new Set(ids).size);
    expect(await tab.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(8);
    expect(sheets).toBeLessThan(40);
  });
});
