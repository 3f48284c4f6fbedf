import { encodeAnswers } from '../../engine/encode.ts';
import { lookPastUnknowns } from '../../engine/explain/look-ahead.ts';
import { countWays } from '../../engine/graph/count-ways.ts';
import type { Answers, Outcome, View, Wizard } from '../../engine/types.ts';
import { cleanText } from '../../export/clean-text.ts';
import {
  addDays,
  type ConsequenceId,
  consequenceIds,
  type DecisionRecord,
  type OpenQuestion,
  recordFormat,
  recordFormatVersion,
} from '../../export/decision-record.ts';
import type { RecordDraft } from '../../export/record-draft.ts';
import { swedishDate } from '../../export/swedish-date.ts';
import { answerText } from '../answer-text.ts';
import { graphOf } from '../Explain/graph-of.ts';
import { changeSentences, whyNotSentences } from '../Explain/sentences.ts';
import { answersInWords, outcomeNames } from '../Explain/words.ts';
import type { PageData } from '../page-data.ts';
import { t } from '../record-texts.ts';
import { t as resultText } from '../texts.ts';

/** What the guide says of the answers: everything in a record that the person did not write. */
export type GuideHalf = Omit<
  DecisionRecord,
  'title' | 'date' | 'decisionDate' | 'notes' | 'case' | 'consequences' | 'actions'
>;

interface Situation {
  readonly data: PageData;
  readonly answers: Answers;
  readonly view: View;
}

/**
 * Works out what the guide says, in words. Takes a moment, so it is done once for the same answers.
 *
 * @param address The published page of the guide.
 */
export function guideHalf({ data, answers, view }: Situation, address: string): GuideHalf {
  const { wizard, roles } = data;
  const { path } = view.position;
  const outcomes = view.decision?.outcomes ?? [];
  const graph = graphOf(wizard);
  return {
    format: recordFormat,
    formatVersion: recordFormatVersion,
    guide: {
      id: wizard.id,
      version: wizard.version,
      title: wizard.title,
      reviewed: wizard.reviewed,
      address: /^https?:/.test(address) ? address : '',
    },
    answers: Object.fromEntries(path.map(({ question, answer }) => [question.id, answer])),
    fragment: encodeAnswers(wizard, answers),
    given: path.map(({ question, answer }) => ({
      question: question.id,
      ask: question.ask,
      answer: answerText(question, answer),
    })),
    open: openQuestions({ data, answers, view }),
    outcomes: outcomes.map(
      ({ id, title, recommendation, why, requirements, involve, documents }) => ({
        id,
        title,
        recommendation,
        why,
        requirements: requirements.map((each) => (typeof each === 'string' ? each : each.text)),
        involve: involve.map((role) => roles[role] ?? role),
        documents,
      }),
    ),
    reasons: (view.decision?.reasons ?? []).map(({ rule, outcome, read }) => ({
      outcome: outcome.id,
      rule: rule.id,
      because: rule.because,
      read: read.map(({ question }) => question.id),
    })),
    whyNot: whyNotSentences(wizard, path),
    changes: changeSentences(graph, answers),
    advice: view.advice.map(({ id, title, text, level, stop }) => ({
      id,
      title,
      text,
      level,
      isStop: stop === true,
    })),
    risks: [...new Set(outcomes.flatMap(({ risks }) => risks))],
    sources: sourcesOf({ data, answers, view }, address),
    proof: proofLine(wizard),
  };
}

function openQuestions({ data, answers, view }: Situation): OpenQuestion[] {
  const graph = graphOf(data.wizard);
  const ahead = new Map(
    lookPastUnknowns(graph, answers).map((each) => [each.question, each.others]),
  );
  return view.unknowns.map(({ step: { question }, option }) => ({
    question: question.id,
    ask: question.ask,
    role: data.roles[option.unknown?.ask ?? ''] ?? '',
    how: option.unknown?.how ?? '',
    ahead: (ahead.get(question.id) ?? [])
      .filter(({ isGiven }) => !isGiven)
      .map(({ set, possible }) =>
        resultText('ifAnswer', {
          answer: answersInWords(graph, question.id, set),
          outcomes: outcomeNames(data.wizard, possible),
        }),
      ),
  }));
}

/** Every source of the rules, outcomes and advice in the record, with an address that works anywhere. */
function sourcesOf({ data, view }: Situation, address: string): DecisionRecord['sources'] {
  const ids = new Set([
    ...(view.decision?.reasons ?? []).flatMap(({ rule, outcome }) => [
      ...rule.sources,
      ...outcome.sources,
    ]),
    ...view.advice.flatMap(({ sources }) => sources),
  ]);
  return [...ids].flatMap((id) => {
    const source = data.sources[id];
    if (!source) return [];
    const { publisher, title, dates, url } = source;
    return [{ id, publisher, title, url: webAddress(url, address), dates }];
  });
}

function webAddress(url: string, base: string): string {
  try {
    const { href, protocol } = new URL(url, base);
    return /^https?:$/.test(protocol) ? href : '';
  } catch {
    return ''; // no page to start from
  }
}

function proofLine(wizard: Wizard): string {
  const { ways, shortest, longest } = countWays(graphOf(wizard));
  return t('proof', {
    questions: wizard.questions.length,
    outcomes: wizard.outcomes.length,
    ways: ways.toLocaleString('sv-SE'),
    shortest,
    longest,
    date: swedishDate(wizard.reviewed),
  });
}

/** The whole record: what the guide says and what the person wrote. */
export function buildRecord(
  guide: GuideHalf,
  { data, view }: Situation,
  draft: RecordDraft,
): DecisionRecord {
  const outcomes = view.decision?.outcomes ?? [];
  const field = (name: keyof RecordDraft['fields']) => cleanText(draft.fields[name] ?? '');
  const written = Object.keys(guide.answers)
    .map((id) => [id, cleanText(Object.hasOwn(draft.notes, id) ? (draft.notes[id] ?? '') : '')])
    .filter(([, note]) => note !== '');
  const { format, formatVersion, guide: about, answers, fragment, ...said } = guide;
  const { risks, sources, proof, ...judged } = said;
  return {
    format,
    formatVersion,
    guide: about,
    title: field('title') || defaultTitle(data.wizard),
    date: draft.date,
    decisionDate: draft.decisionDate,
    answers,
    fragment,
    notes: Object.fromEntries(written),
    case: {
      number: field('number'),
      board: field('board'),
      officer: field('officer'),
      proposal: draft.fields.proposal === undefined ? defaultProposal(outcomes) : field('proposal'),
      background: field('background'),
    },
    consequences: Object.fromEntries(consequenceIds.map((id) => [id, field(id)])) as Record<
      ConsequenceId,
      string
    >,
    ...judged,
    actions: actionsOf(data, outcomes, draft.decisionDate),
    risks,
    sources,
    proof,
  };
}

function actionsOf(
  { roles }: PageData,
  outcomes: readonly Outcome[],
  from: string,
): DecisionRecord['actions'] {
  return outcomes
    .flatMap((outcome) =>
      outcome.steps.map(({ id, text, role, level, days }) => ({
        id: `${outcome.id}/${id}`,
        text,
        role,
        roleName: roles[role] ?? role,
        level,
        days,
        due: addDays(from, days),
      })),
    )
    .sort((a, b) => a.days - b.days);
}

export function defaultTitle({ title }: Wizard): string {
  return t('defaultTitle', { title });
}

/** The proposal before anybody has written one: to follow what the guide recommends. */
export function defaultProposal(outcomes: readonly Outcome[]): string {
  const follow = outcomes.map(({ title, recommendation }) =>
    t('proposalFollow', { title, recommendation }),
  );
  return [...follow, t('proposalSteps')].join('\n');
}

/** Roles whose steps bear on a consequence: what they are to do is shown beside the field. */
const rolesFor: Readonly<Record<ConsequenceId, readonly string[]>> = {
  children: ['elevhalsa', 'specialpedagog', 'larare'],
  economy: ['ekonomi', 'inkopare'],
  dataProtection: ['dataskyddsombud', 'informationssakerhet', 'jurist'],
  accessibility: ['specialpedagog'],
  staff: ['hr', 'facklig', 'larare'],
};

/** What the guide itself says that bears on a consequence: steps and whom to involve. */
export function consequenceHints(
  { roles }: PageData,
  outcomes: readonly Outcome[],
  id: ConsequenceId,
): string[] {
  const mine = rolesFor[id];
  const steps = outcomes.flatMap((outcome) =>
    outcome.steps
      .filter(({ role }) => mine.includes(role))
      .map(({ text, role }) => t('hintStep', { role: roles[role] ?? role, text })),
  );
  const involved = outcomes.flatMap(({ involve }) => involve.filter((role) => mine.includes(role)));
  const ask = [...new Set(involved)].map((role) => roles[role] ?? role).join(', ');
  return [...steps, ...(ask === '' ? [] : [t('hintInvolve', { roles: ask })])];
}
