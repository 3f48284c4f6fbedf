import type { Page } from 'playwright-core';
import { readAllWizards } from '../../src/site/wizards.ts';
import { resolvePosition } from '../../src/wizards/engine/resolve-position.ts';
import type { Answer, Answers, Question, Wizard } from '../../src/wizards/engine/types.ts';
import { origin } from './browser.ts';

export const wizards: readonly Wizard[] = readAllWizards();

export function wizard(id: string): Wizard {
  const found = wizards.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no guide "${id}"`);
  return found;
}

export async function openGuide(page: Page, id: string, fragment = ''): Promise<void> {
  await page.goto(`${origin}/beslutsguider/${id}.html${fragment}`);
  await page.waitForSelector('[data-guide][data-ready]');
}

/** Fills in the question on the screen, as a person would, without sending it on. */
export async function fillIn(page: Page, question: Question, answer: Answer): Promise<void> {
  if (question.kind === 'number') {
    await page.fill('.question input', String(answer));
    return;
  }
  for (const id of typeof answer === 'object' ? answer : [answer]) {
    await page.check(`.question input[value="${id}"]`);
  }
}

/** Answers the question on the screen and waits for the next screen. */
export async function answer(page: Page, question: Question, value: Answer): Promise<void> {
  await page.waitForSelector(`.question h2:text-is("${question.ask}")`);
  await fillIn(page, question, value);
  await page.click('.question button[type=submit]');
}

/** Answers everything from the first question to the check of the answers. */
export async function answerAll(page: Page, guide: Wizard, answers: Answers): Promise<void> {
  for (const step of resolvePosition(guide, answers).path)
    await answer(page, step.question, step.answer);
  await page.waitForSelector('.check');
}

export const heading = (page: Page) => page.locator('.guide [data-heading]').first().innerText();
