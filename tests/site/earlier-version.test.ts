import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type PageData, readPageData } from '../../src/wizards/components/page-data.ts';
import { readArchives } from '../../src/wizards/definition/read-context.ts';
import { encodeAnswers } from '../../src/wizards/engine/encode.ts';
import { evaluate } from '../../src/wizards/engine/evaluate.ts';
import { origin, useBrowser, visit } from './browser.ts';
import { heading, openGuide, wizard } from './guide.ts';

useBrowser();

// The page of a built guide, made into that of its next version: no guide has had one yet.
const guide = wizard('kontosynk');
const archive = readArchives(
  join(import.meta.dirname, '../../src/wizards/definitions/archive'),
).get(guide.id);
const reasons = {
  antal: 'Vi räknar nu också vuxna elever.',
  situationer: 'Frågan ställs inte längre.',
  kvalitet: 'Svaret ”delvis” heter nu ”bra”.',
};

function nextVersion(data: PageData): PageData {
  const { version, questions, logic } = archive?.versions[0] ?? { version: 0, questions: [] };
  const history = {
    versions: [{ version, questions, logic }],
    migrations: [
      { to: 2, question: 'antal', reason: reasons.antal, askAgain: true as const },
      { to: 2, question: 'situationer', reason: reasons.situationer, drop: true as const },
      { to: 2, question: 'kvalitet', reason: reasons.kvalitet, map: { delvis: 'bra' } },
    ],
  };
  const rules = data.wizard.rules.map((rule) =>
    rule.id === 'r-ss12000' ? { ...rule, outcome: 'egil' } : rule,
  );
  const asked = data.wizard.questions.filter(({ id }) => id !== 'situationer');
  const advice = data.wizard.advice.filter(
    ({ when }) => !JSON.stringify(when).includes('"situationer"'),
  );
  return {
    ...data,
    wizard: { ...data.wizard, version: 2, rules, questions: asked, advice, history },
  };
}

async function publishNext(page: Page): Promise<void> {
  await page.route(`**/beslutsguider/${guide.id}.html`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      /(<script type="application\/json">)([\s\S]*?)(?=<\/script>)/,
      (_all, start: string, json: string) =>
        start + JSON.stringify(nextVersion(readPageData(json))).replaceAll('<', '\\u003c'),
    );
    await route.fulfill({ response, body: html });
  });
}

const persona = (id: string) => {
  const answers = guide.personas.find((each) => each.id === id)?.answers ?? {};
  return { answers, title: evaluate(guide, answers).decision?.outcomes[0]?.title ?? '' };
};

test('a link of an earlier version is carried over: what changed, why, and whether the result stands', async () => {
  const stad = persona('stor-stad');
  await visit({}, async (page) => {
    await publishNext(page);
    await openGuide(page, guide.id, `#${encodeAnswers(guide, stad.answers)}&_=resultat`);
    const notice = page.locator('.guide > .notice');
    await notice.waitFor();
    // asked again: the result is not there yet, and what it was is said
    await expect.poll(() => heading(page)).toBe('Hur många elever har ni?');
    const text = await notice.innerText();
    expect(text).toContain('Svaren är från version 1 av guiden, nu gäller version 2');
    for (const reason of Object.values(reasons).slice(0, 2)) expect(text).toContain(reason);
    expect(text).toContain(stad.title);
    expect(page.url()).toContain('#v=2&');
    await page.fill('.question input', '62000');
    await page.click('.question button[type=submit]');
    await page.click('.check .button');
    await page.waitForSelector('.result');
    const egil = guide.outcomes.find(({ id }) => id === 'egil')?.title;
    await expect
      .poll(() => notice.innerText())
      .toContain(`Resultatet är ett annat. Då blev det ”${stad.title}”, nu blir det ”${egil}”.`);
    // the browser's back button leads to the step before, never into the old link again
    await page.goBack();
    await page.waitForSelector('.check');
    expect(page.url()).toContain('#v=2&');
  });
});

test('saved answers of an earlier version are told that the result stands', async () => {
  const skola = persona('anpassad-skola');
  await visit({}, async (page) => {
    await publishNext(page);
    await page.goto(`${origin}/om.html`);
    const saved = JSON.stringify({
      answers: encodeAnswers(guide, skola.answers),
      day: '2026-11-20',
    });
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
      [`skd:guide:${guide.id}`, saved],
    );
    await openGuide(page, guide.id);
    await page.getByRole('button', { name: 'Fortsätt med svaren från' }).click();
    const notice = page.locator('.guide > .notice');
    await notice.waitFor();
    const text = await notice.innerText();
    expect(text).toContain(`Resultatet är detsamma som då: ”${skola.title}”`);
    expect(text).toContain('råden under ”Tänk också på” har ändrats');
    expect(text).toContain(reasons.situationer);
    await page.click('.check .button');
    await page.waitForSelector('.result');
    await page.click('.guide-foot .link, .result ~ .guide-foot button');
    await expect.poll(() => notice.count()).toBe(0);
  });
});
