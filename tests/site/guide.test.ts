import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/wizards/engine/evaluate.ts';
import { origin, useBrowser, visit } from './browser.ts';
import { answer, answerAll, fillIn, heading, openGuide, wizard, wizards } from './guide.ts';

useBrowser();

const personas = wizards.flatMap((guide) =>
  guide.personas.map((persona) => ({ guide, persona, name: `${guide.id}: ${persona.id}` })),
);

describe('every example case, clicked through', () => {
  test.each(personas)('$name comes to its stated result', async ({ guide, persona }) => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      await answerAll(page, guide, persona.answers);
      await page.click('.check .button');
      await page.waitForSelector('.result');
      const titles = persona.outcomes.map(
        (id) => guide.outcomes.find((outcome) => outcome.id === id)?.title,
      );
      // a block of a composed list has its title in the list
      const headings = page.locator('.outcome h2, .requirements .block strong');
      expect(await headings.allInnerTexts()).toEqual(titles);
      const shown = await page.locator('.result').innerText();
      for (const id of persona.advice) {
        const item = guide.advice.find((advice) => advice.id === id);
        expect(shown).toContain(item?.title);
      }
      for (const item of guide.advice.filter(({ id }) => !persona.advice.includes(id))) {
        expect(shown).not.toContain(item.text);
      }
    });
  });
});

// One guide with all kinds of questions stands for the mechanics that all share.
const guide = wizard('kontosynk');
const long = guide.personas.toSorted(
  (a, b) => Object.keys(b.answers).length - Object.keys(a.answers).length,
)[0];
if (!long) throw new Error('the guide has no example cases');
const path = evaluate(guide, long.answers).position.path;
const [first, second, third] = path;
if (!first || !second || !third)
  throw new Error('the longest example has three questions at least');

describe('a guide in the page', () => {
  test('the first question is real HTML before any script has run', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/beslutsguider/${guide.id}.html`);
      const text = await page.locator('main').innerText();
      for (const question of guide.questions) expect(text).toContain(question.ask);
      for (const outcome of guide.outcomes) expect(text).toContain(outcome.recommendation);
      for (const rule of guide.rules) expect(text).toContain(rule.because);
      for (const item of guide.advice) expect(text).toContain(item.text);
      expect(await page.content()).toContain(`name="answer"`);
    });
  });

  test('goes back and forward with the browser, losing no answer', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      await answer(page, first.question, first.answer);
      await answer(page, second.question, second.answer);
      await page.waitForSelector(`h2:text-is("${third.question.ask}")`);
      await page.goBack();
      await page.waitForSelector(`h2:text-is("${second.question.ask}")`);
      expect(await page.locator('.question input:checked').count()).toBeGreaterThan(0);
      await page.goBack();
      await page.waitForSelector(`h2:text-is("${first.question.ask}")`);
      expect(await page.locator('.question input:checked').getAttribute('value')).toBe(
        first.answer,
      );
      await page.reload();
      await page.waitForSelector('[data-ready]');
      expect(await heading(page)).toBe(first.question.ask);
      expect(await page.locator('.question input:checked').getAttribute('value')).toBe(
        first.answer,
      );
      await page.goForward();
      await page.goForward();
      await page.waitForSelector(`h2:text-is("${third.question.ask}")`);
    });
  });

  test('makes one history entry for each question', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      const before = await page.evaluate(() => history.length);
      await answerAll(page, guide, long.answers);
      expect((await page.evaluate(() => history.length)) - before).toBe(path.length);
    });
  });

  test('a reload keeps the place, and what is chosen but not yet sent on', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      await answer(page, first.question, first.answer);
      await page.waitForSelector(`h2:text-is("${second.question.ask}")`);
      await fillIn(page, second.question, second.answer);
      await page.reload();
      await page.waitForSelector('[data-ready]');
      expect(await heading(page)).toBe(second.question.ask);
      expect(await page.locator('.question input:checked').getAttribute('value')).toBe(
        second.answer,
      );
    });
  });

  test('"Tillbaka" shows the question before with its answer', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      expect(await page.locator('.back').count()).toBe(0);
      await answer(page, first.question, first.answer);
      await page.click('.back');
      await page.waitForSelector(`h2:text-is("${first.question.ask}")`);
      expect(await page.locator('.question input:checked').getAttribute('value')).toBe(
        first.answer,
      );
      await page.click('.question button[type=submit]');
      await page.waitForSelector(`h2:text-is("${second.question.ask}")`);
    });
  });

  test('a changed answer comes back to the check, and counts', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      await answerAll(page, guide, long.answers);
      const listed = await page.locator('.answers dd:not(.change)').count();
      expect(listed).toBe(path.length);
      await page.click('.answers > div:first-child .change button');
      await page.waitForSelector(`h2:text-is("${first.question.ask}")`);
      await page.click('.question button[type=submit]');
      await page.waitForSelector('.check');
      await page.click('.check .button');
      await page.waitForSelector('.result');
      await page.locator('.result .fold > summary').last().click();
      await page.click('.result .answers > div:first-child .change button');
      await page.waitForSelector(`h2:text-is("${first.question.ask}")`);
    });
  });

  test('a shared link opens the same result somewhere else', async () => {
    let address = '';
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      await answerAll(page, guide, long.answers);
      await page.click('.check .button');
      await page.waitForSelector('.result');
      address = page.url();
    });
    expect(new URL(address).hash).toMatch(/^#v=1(&[a-z0-9_]{1,4}=[a-z0-9.?]+)+$/);
    await visit({}, async (page) => {
      await openGuide(page, guide.id, new URL(address).hash);
      const outcome = guide.outcomes.find(({ id }) => id === long.outcomes[0]);
      expect(await page.locator('.outcome h2').first().innerText()).toBe(outcome?.title);
    });
  });

  test('a damaged link opens at the first question it cannot answer, and says what it skipped', async () => {
    await visit({}, async (page) => {
      const code =
        first.question.kind === 'number'
          ? ''
          : first.question.options.find(({ id }) => id === first.answer)?.code;
      await openGuide(
        page,
        guide.id,
        `#v=7&${first.question.code}=${code}&${second.question.code}=finns-inte&zz=%E0%A4%A`,
      );
      expect(await heading(page)).toBe(second.question.ask);
      const notice = await page.locator('.notice').innerText();
      expect(notice).toContain(second.question.ask);
      expect(notice).toContain('zz=');
      expect(notice).toContain('7');
    });
  });

  test.each([
    '#',
    '#v=1',
    '#__proto__=a&constructor=b',
    '#<script>alert(1)</script>',
    `#${'a=b&'.repeat(20_000)}`,
    '#v=999999999999999999999',
    '#_=resultat',
    '#_=finns-inte',
    '#%F0%9F%92%A9=%00',
  ])('opens at the first question with the link %.30s', async (fragment) => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id, fragment);
      expect(await heading(page)).toBe(guide.questions[0]?.ask);
    });
  });

  test('a missing answer is said beside the question, repeats it and takes focus', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      await page.click('.question button[type=submit]');
      expect(await page.locator('.error').innerText()).toContain(guide.questions[0]?.ask);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      expect(await page.locator('fieldset').getAttribute('aria-describedby')).toContain('error');
    });
  });

  test('a number is taken as people write it, and a wrong one is explained', async () => {
    const asked = wizards
      .flatMap((each) =>
        each.personas.map((persona) => ({
          each,
          steps: evaluate(each, persona.answers).position.path,
        })),
      )
      .find(({ steps }) => steps.some(({ question }) => question.kind === 'number'));
    if (!asked) throw new Error('no guide asks for a number');
    await visit({}, async (page) => {
      await openGuide(page, asked.each.id);
      for (const step of asked.steps) {
        if (step.question.kind !== 'number') {
          await answer(page, step.question, step.answer);
          continue;
        }
        for (const wrong of ['', 'många', '-1', '1,5', '999999999']) {
          await page.fill('.question input', wrong);
          await page.click('.question button[type=submit]');
          expect(await page.locator('.error').innerText()).toContain(step.question.unit);
        }
        await page.fill('.question input', ' 1 200');
        await page.click('.question button[type=submit]');
        await page.waitForFunction(
          (ask) => document.querySelector('.question h2, .check h2')?.textContent !== ask,
          step.question.ask,
        );
        expect(page.url()).toContain(`${step.question.code}=1200`);
        return;
      }
    });
  });

  test('an option that stands alone empties the others, and the other way round', async () => {
    const each = wizards.find(
      ({ questions }) => questions[0]?.kind === 'multiple' && questions[0].exclusive.length > 0,
    );
    const question = each?.questions[0];
    if (!each || question?.kind !== 'multiple')
      throw new Error('no guide begins with a choice of several');
    const [alone] = question.exclusive;
    const other = question.options.find(({ id }) => !question.exclusive.includes(id));
    await visit({}, async (page) => {
      await openGuide(page, each.id);
      await page.check(`input[value="${other?.id}"]`);
      await page.check(`input[value="${alone}"]`);
      expect(await page.isChecked(`input[value="${other?.id}"]`)).toBe(false);
      await page.check(`input[value="${other?.id}"]`);
      expect(await page.isChecked(`input[value="${alone}"]`)).toBe(false);
    });
  });

  test('says exactly how many questions are left', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      let answers = {};
      for (const step of path) {
        const { min, max } = evaluate(guide, answers).remaining;
        const text = (await page.locator('.progress p').innerText()).replace(/\s+/g, ' ');
        if (max === 1) expect(text).toMatch(/sista frågan/);
        else
          expect(text).toContain(
            min === max ? `${max - 1} kvar` : `${min - 1} till ${max - 1} kvar`,
          );
        await answer(page, step.question, step.answer);
        answers = { ...answers, [step.question.id]: step.answer };
      }
    });
  });

  test('the whole way can be gone with the keyboard alone, focus on each new heading', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      for (const [index, step] of path.entries()) {
        await page.waitForSelector(`.question h2:text-is("${step.question.ask}")`);
        if (index > 0) {
          await page.waitForFunction(
            (ask) => document.activeElement?.textContent === ask,
            step.question.ask,
          );
          await page.keyboard.press('Tab');
        } else await page.locator('.question input').first().focus();
        if (step.question.kind === 'number') await page.keyboard.type(String(step.answer));
        else if (step.question.kind === 'single') {
          const at = step.question.options.findIndex(({ id }) => id === step.answer);
          await page.keyboard.press('Space');
          for (let press = 0; press < at; press += 1) await page.keyboard.press('ArrowDown');
        } else {
          for (const option of step.question.options) {
            if ((step.answer as readonly string[]).includes(option.id))
              await page.keyboard.press('Space');
            if (option !== step.question.options.at(-1)) await page.keyboard.press('Tab');
          }
        }
        await page.keyboard.press('Enter');
      }
      await page.waitForSelector('.check');
      await page.waitForFunction(() => document.activeElement?.matches('.check h2'));
      await page.locator('.check .button').focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.result');
      await page.waitForFunction(() => document.activeElement?.matches('.outcome h2'));
    });
  });

  test('nothing is stored until the reader asks for it; then it can be fetched and cleared', async () => {
    await visit({}, async (page, { context }) => {
      await openGuide(page, guide.id);
      await answer(page, first.question, first.answer);
      const keys = () => page.evaluate(() => Object.keys(localStorage));
      expect(await keys()).toEqual([]);
      await page.click('.keep button');
      // The click is answered by a script that may still be on its way: ask until it is there.
      await expect.poll(keys).toEqual([`skd:guide:${guide.id}`]);
      const later = await context.newPage();
      await openGuide(later, guide.id);
      await later.click('.keep button:first-child');
      await later.waitForSelector(`h2:text-is("${second.question.ask}")`);
      await later.click('.keep button:last-child');
      await expect.poll(keys).toEqual([]);
    });
  });

  test.each([
    'not json',
    '{}',
    '{"answers":5,"day":"x"}',
    'null',
    '"',
    `{"answers":"v=1","day":"2026-99-99","__proto__":{"x":1}}`,
  ])('stored %s never stops the guide', async (stored) => {
    await visit({}, async (page) => {
      await page.addInitScript(
        ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
        [`skd:guide:${guide.id}`, stored],
      );
      await openGuide(page, guide.id);
      await answer(page, first.question, first.answer);
      await page.waitForSelector(`h2:text-is("${second.question.ask}")`);
    });
  });

  test('storage that is blocked or full is said, with what to do instead', async () => {
    await visit({}, async (page) => {
      await page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      });
      await openGuide(page, guide.id);
      await answer(page, first.question, first.answer);
      await page.click('.keep button');
      expect(await page.locator('.keep [role=status]').first().innerText()).toContain(
        'Kopiera länken',
      );
    });
  });

  test('start again empties the answers, and the browser can go back to them', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      await answer(page, first.question, first.answer);
      await page.waitForSelector(`h2:text-is("${second.question.ask}")`);
      await page.click('.guide-foot > button');
      await page.waitForSelector(`h2:text-is("${first.question.ask}")`);
      expect(await page.locator('.question input:checked').count()).toBe(0);
      await page.goBack();
      await page.waitForSelector(`h2:text-is("${second.question.ask}")`);
    });
  });

  test('two guides on one page do not disturb each other', async () => {
    const other = wizard('elevinloggning');
    await visit({}, async (page) => {
      const extra = await (
        await page.request.get(`${origin}/beslutsguider/${other.id}.html`)
      ).text();
      const root =
        extra.match(
          /<div data-guide[\s\S]*?<script type="application\/json">[\s\S]*?<\/script>/,
        )?.[0] ?? '';
      await page.route('**/kontosynk.html', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(
          '<details class="whole"',
          `${root}<details class="whole"`,
        );
        await route.fulfill({ response, body });
      });
      await openGuide(page, guide.id);
      await page.waitForSelector(`[data-guide="${other.id}"][data-ready]`);
      const ids = await page.evaluate(() =>
        [...document.querySelectorAll('[id]')].map(({ id }) => id),
      );
      expect(new Set(ids).size).toBe(ids.length);
      const there = page.locator(`[data-guide="${other.id}"]`);
      await there.locator('input').first().check();
      await there.locator('button[type=submit]').click();
      await page.waitForFunction(
        (id) => document.querySelector(`[data-guide="${id}"] .back`),
        other.id,
      );
      expect(new URL(page.url()).hash).toBe('');
      const here = page.locator(`[data-guide="${guide.id}"]`);
      expect(await here.locator('h2').first().innerText()).toBe(first.question.ask);
      await here.locator(`input[value="${first.answer}"]`).check();
      await here.locator('button[type=submit]').click();
      await page.waitForFunction(
        (id) => document.querySelector(`[data-guide="${id}"] .back`),
        guide.id,
      );
      expect(await there.locator('.back').count()).toBe(1);
    });
  });
});
