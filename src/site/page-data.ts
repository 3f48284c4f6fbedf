import sv from '../content/i18n/sv.json' with { type: 'json' };
import type { PageData } from '../wizards/components/page-data.ts';
import { isBlock } from '../wizards/engine/blocks.ts';
import type { Outcome, Question, Wizard } from '../wizards/engine/types.ts';
import { contentData } from './content-data.ts';
import { swedishDate } from './dates.ts';
import { pageAt, sitePages } from './site-pages.ts';

const prefix = 'wizard.';

/** What the page of a guide carries for the browser. Only what this guide can show is in it. */
export async function pageDataFor(wizard: Wizard): Promise<PageData> {
  const pages = await sitePages();
  const { roles } = contentData();
  const addresses = new Set(wizard.outcomes.flatMap(({ guides }) => guides));
  const roleIds = new Set([
    ...wizard.outcomes.flatMap(({ steps, involve, requirements }) => [
      ...involve,
      ...steps.map(({ role }) => role),
      ...requirements.flatMap((each) => (typeof each === 'string' ? [] : [each.owner])),
    ]),
    ...wizard.questions.flatMap((question) =>
      question.kind === 'number'
        ? []
        : question.options.flatMap(({ unknown }) => unknown?.ask ?? []),
    ),
  ]);
  return {
    // Personas are examples and tests: the page shows them as text, the browser does not need them.
    // Nor does it need the reasoning behind a block: the composed list shows the rule's own words.
    wizard: {
      ...wizard,
      personas: [],
      outcomes: wizard.outcomes.map((outcome) => ({
        ...outcome,
        ...(isBlock(outcome) && { recommendation: '', why: '' }),
        sources: ownSources(outcome, wizard),
      })),
    },
    strings: wizardStrings(),
    roles: Object.fromEntries([...roleIds].map((id) => [id, roles.get(id)?.short ?? id])),
    // The page lists them in its text: they are read there when a result is shown.
    sources: {},
    guides: Object.fromEntries(
      [...addresses].map((address) => {
        const { title } = pageAt(pages, address, wizard.id);
        return [address, { title, href: `..${address.replace(/\/$/, '.html')}` }];
      }),
    ),
    reviewed: swedishDate(wizard.reviewed),
  };
}

/** Sources that a result would not show but for the outcome: every rule to it cites the others. */
function ownSources({ id, sources }: Outcome, { rules }: Wizard): readonly string[] {
  const leading = rules.filter(({ outcome }) => outcome === id);
  return sources.filter((source) => !leading.every((rule) => rule.sources.includes(source)));
}

/** Only what finding a way through needs: ids, codes, conditions and rules, without their texts. */
export function logicOf(data: PageData): PageData {
  const { wizard } = data;
  const questions = wizard.questions.map((question): Question => {
    const bare = { ...question, ask: '', hint: null, why: '' };
    if (bare.kind === 'number') return bare;
    const options = bare.options.map((option) => ({
      ...option,
      label: '',
      hint: null,
      unknown: null,
    }));
    return { ...bare, options };
  });
  const rules = wizard.rules.map((rule) => ({ ...rule, because: '', sources: [] }));
  const outcomes = wizard.outcomes.map(
    (outcome): Outcome => ({
      ...outcome,
      title: '',
      recommendation: '',
      why: '',
      steps: [],
      risks: [],
      involve: [],
      documents: [],
      requirements: [],
      guides: [],
      sources: [],
    }),
  );
  const bare = {
    ...wizard,
    title: '',
    summary: '',
    audience: [],
    questions,
    rules,
    outcomes,
    advice: [],
    numbers: [],
  };
  return { ...data, wizard: bare, strings: {}, roles: {}, guides: {} };
}

/** Every source that a rule, an outcome, an advice or a rule of thumb of the guide names. */
export function sourceIds(wizard: Wizard): Set<string> {
  const parts = [...wizard.rules, ...wizard.outcomes, ...wizard.advice];
  const thumbs = wizard.numbers.flatMap((number) => number.thumbs);
  return new Set([
    ...parts.flatMap(({ sources }) => sources),
    ...thumbs.map(({ source }) => source),
  ]);
}

function wizardStrings(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sv)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, text]) => [key.slice(prefix.length), text]),
  );
}
