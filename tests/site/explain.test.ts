import { describe, expect, test } from 'vitest';
import { withoutBlocks } from '../../src/wizards/engine/blocks.ts';
import { encodeAnswers } from '../../src/wizards/engine/encode.ts';
import { evaluate } from '../../src/wizards/engine/evaluate.ts';
import { findCounterfactuals } from '../../src/wizards/engine/explain/counterfactuals.ts';
import { findPossibleOutcomes } from '../../src/wizards/engine/explain/possible-outcomes.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import { origin, useBrowser, visit } from './browser.ts';
import { answer, openGuide, wizard, wizards } from './guide.ts';

useBrowser();

const guide = wizard('kontosynk');
const graph = compileOutcomes(guide);
const long = guide.personas.toSorted(
  (a, b) => Object.keys(b.answers).length - Object.keys(a.answers).length,
)[0];
if (!long) throw new Error('the guide has no example cases');
const path = evaluate(guide, long.answers).position.path;

describe('while the questions are answered', () => {
  test('says how many outcomes are left, and which answer ruled each other one out', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      let answers = {};
      for (const step of path.slice(0, 4)) {
        await answer(page, step.question, step.answer);
        answers = { ...answers, [step.question.id]: step.answer };
        await page.waitForSelector('.possible');
        const { possible } = findPossibleOutcomes(graph, answers);
        const shown = await page.locator('.possible summary').innerText();
        if (possible.length > 1)
          expect(shown).toContain(`${possible.length} av ${guide.outcomes.length}`);
        expect(await page.locator('.possible li:not(.gone)').count()).toBe(possible.length);
      }
      await page.click('.possible summary');
      const gone = page.locator('.possible .gone');
      expect(await gone.count()).toBeGreaterThan(0);
      expect(await gone.first().innerText()).toContain(path[0]?.question.ask);
    });
  });

  test('shows what a change would do before it is made, and takes it back', async () => {
    const [first] = path;
    const question = first?.question;
    if (question?.kind !== 'single') throw new Error('the first question has one answer');
    const other = question.options.find(({ id }) => id === 'slutprov');
    if (!other) throw new Error('no other answer');
    await visit({}, async (page) => {
      await openGuide(page, guide.id, `#${encodeAnswers(guide, long.answers)}&_=${question.code}`);
      await page.waitForSelector('.possible');
      await page.check(`input[value="${other.id}"]`);
      const preview = await page.locator('.guide > .notice').innerText();
      expect(preview).toContain(path[1]?.question.ask);
      const after = evaluate(guide, { ...long.answers, [question.id]: other.id }).decision
        ?.outcomes[0];
      expect(preview).toContain(after?.title);
      await page.click('.question button[type=submit]');
      await page.waitForSelector('.check');
      expect(await page.locator('.answers dd:not(.change)').count()).toBe(1);
      await page.click('.undo button');
      await page.waitForSelector(`h2:text-is("${question.ask}")`);
      await page.click('.question button[type=submit]');
      await page.waitForSelector('.check');
      expect(await page.locator('.answers dd:not(.change)').count()).toBe(path.length);
    });
  });
});

describe('the result explains itself', () => {
  test.each(wizards)(
    '$id: why not the others, what would change it, and the way on the map',
    async (each) => {
      const persona = each.personas[0];
      if (!persona) throw new Error('no example case');
      await visit({}, async (page) => {
        await openGuide(page, each.id, `#${encodeAnswers(each, persona.answers)}&_=resultat`);
        await page.waitForSelector('.result');
        for (const summary of await page.locator('.fold summary').all()) await summary.click();
        const folds = page.locator('.fold');
        const whyNot = await folds.nth(0).innerText();
        for (const { id, title } of each.outcomes.filter(
          ({ id: own }) => !persona.outcomes.includes(own),
        )) {
          expect(whyNot, id).toContain(title);
        }
        const changes = await folds.nth(1).innerText();
        for (const { outcome } of findCounterfactuals(
          compileOutcomes(withoutBlocks(each)),
          persona.answers,
          3,
        )) {
          expect(changes).toContain(each.outcomes.find(({ id }) => id === outcome)?.title);
        }
        await page.click('.map-link a');
        await page.waitForSelector('.map-node.own-way');
        expect(await page.locator('.map-text > .own-way > .own:visible').count()).toBeGreaterThan(
          1,
        );
        await page.click('[data-map-back]');
        await page.waitForSelector('.result');
      });
    },
  );

  test('an answer "vet inte" shows what each other answer would lead to, and whom to ask', async () => {
    const unsure = wizards
      .flatMap((each) =>
        each.personas.map((persona) => ({ each, persona, view: evaluate(each, persona.answers) })),
      )
      .find(
        ({ view, persona }) =>
          view.unknowns.some(({ step }) => step.question.id === 'mottagare') && persona.outcomes[0],
      );
    const { each, persona } = unsure ?? { each: guide, persona: undefined };
    const answers = persona?.answers ?? { ...long.answers, mottagare: 'vet-inte' };
    await visit({}, async (page) => {
      await openGuide(page, each.id, `#${encodeAnswers(each, answers)}&_=resultat`);
      await page.waitForSelector('.result, .check, .question');
      if ((await page.locator('.result').count()) === 0) return;
      const text = await page.locator('.result').innerText();
      expect(text).toContain('Om svaret är');
    });
  });
});

describe('the guide as text', () => {
  test.each(wizards)(
    '$id: proof line, conditions of each outcome, and where to go on',
    async (each) => {
      await visit({ javaScriptEnabled: false }, async (page) => {
        await page.goto(`${origin}/beslutsguider/${each.id}.html`);
        const text = await page.locator('main').innerText();
        expect(text).toMatch(
          /Kontrollerad: \d+ frågor, \d+ resultat, [\d\s]+ olika sätt att svara, \d+–\d+ frågor/,
        );
        expect(text.match(/När gäller det här oss\?/g)?.length).toBe(each.outcomes.length);
        expect(text).toContain('Resultatnyckel');
        if (each.questions.some(({ when }) => when.kind !== 'true'))
          expect(text).toContain('Svara bara om');
      });
    },
  );
});
