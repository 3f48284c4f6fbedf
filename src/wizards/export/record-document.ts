import { consequenceIds, type DecisionRecord, type RecordSource } from './decision-record.ts';
import type { Block, Item, PlainDocument, Words } from './document.ts';
import { swedishDate } from './swedish-date.ts';

/**
 * A decision record in the form of a Swedish municipal document (tjänsteskrivelse): what is proposed
 * first, then the matter, the judgement, the consequences and what is to be done. After the signature
 * what it rests on: the answers with the reasons for them, the other ways, the sources, the guide.
 *
 * @param t Texts under `record.`.
 */
export function recordDocument(record: DecisionRecord, t: Words): PlainDocument {
  const { officer, number } = record.case;
  const parts = [
    head,
    proposal,
    matter,
    judgement,
    consequences,
    risks,
    openQuestions,
    nextSteps,
    advice,
    requirements,
    signature,
    pageBreak,
    answers,
    otherWays,
    sources,
    about,
  ];
  return {
    title: record.title,
    subject: record.guide.title,
    author: officer,
    day: record.date,
    header: [t('doc.kind'), number && t('doc.numberShort', { number })].filter(Boolean).join(' · '),
    footer: t('doc.page'),
    blocks: parts.flatMap((part) => part(record, t)),
  };
}

type Part = (record: DecisionRecord, t: Words) => readonly Block[];

const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
const plain = (text: string): Block => ({ kind: 'text', text });
const list = (texts: readonly string[]): Block => ({
  kind: 'list',
  isNumbered: false,
  items: texts.map((text) => ({ text })),
});

const head: Part = (record, t) => {
  const { number, board, officer } = record.case;
  const rows: [string, string][] = [
    [t('number'), number],
    [t('date'), swedishDate(record.date)],
    [t('officer'), officer],
    [t('doc.to'), board],
  ];
  return [
    { kind: 'kicker', text: t('doc.kind') },
    { kind: 'title', text: record.title },
    { kind: 'facts', rows: rows.map(([label, value]) => [label, value || t('doc.blank')]) },
  ];
};

const proposal: Part = (record, t) => {
  const lines = record.case.proposal.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return [heading(t('proposal')), plain(t('doc.noProposal'))];
  const intro = t('doc.proposalIntro', { board: record.case.board || t('doc.boardAnyone') });
  return [heading(t('proposal')), plain(intro), list(lines)];
};

const matter: Part = ({ case: { background }, guide, outcomes }, t) => [
  heading(t('background')),
  ...(background ? [plain(background)] : []),
  plain(t('doc.matter', { guide: guide.title, n: outcomes.length })),
  list(outcomes.map(({ title }) => title)),
];

const pageBreak: Part = () => [{ kind: 'page' }];

const answers: Part = ({ given, notes }, t) => [
  heading(t('doc.appendix', { n: 1, title: t('answers') })),
  {
    kind: 'table',
    caption: t('answers'),
    head: [t('doc.question'), t('doc.answer'), t('doc.ownReason')],
    widths: [38, 27, 35],
    rows: given.map(({ question, ask, answer }) => [
      ask,
      answer,
      (Object.hasOwn(notes, question) && notes[question]) || t('doc.noReason'),
    ]),
  },
];

const judgement: Part = (record, t) => [
  heading(t('doc.judgement')),
  ...record.outcomes.flatMap((outcome) => [
    heading(t('doc.recommendation', { title: outcome.title }), 3),
    { kind: 'lead', text: outcome.recommendation } as const,
    ...record.reasons
      .filter((reason) => reason.outcome === outcome.id)
      .flatMap(reasonBlocks(record)),
    plain(outcome.why),
  ]),
];

const otherWays: Part = ({ whyNot, changes }, t) => [
  heading(t('doc.appendix', { n: 2, title: t('doc.otherWays') })),
  ...others(t('doc.whyNot'), t('doc.whyNotNone'), whyNot),
  ...others(t('doc.changes'), t('doc.changesNone'), changes),
];

/** Why: the rule's words, then exactly the answers that it read. */
function reasonBlocks({ given }: DecisionRecord) {
  return ({ because, read }: DecisionRecord['reasons'][number]): Block[] => {
    const steps = given.filter(({ question }) => read.includes(question));
    const texts = steps.map(({ ask, answer }) => `${ask} ${answer}`);
    return texts.length === 0 ? [plain(because)] : [plain(because), list(texts)];
  };
}

function others(title: string, none: string, outcomes: DecisionRecord['whyNot']): Block[] {
  if (outcomes.length === 0) return [heading(title, 3), plain(none)];
  return [
    heading(title, 3),
    ...outcomes.flatMap((outcome) => [
      { kind: 'lead', text: outcome.title } as const,
      list(outcome.texts),
    ]),
  ];
}

const openQuestions: Part = ({ open }, t) => {
  if (open.length === 0) return [heading(t('doc.open')), plain(t('doc.openNone'))];
  const rows = open.map(({ ask, role, how, ahead }) => [ask, role, [how, ...ahead].join('\n')]);
  return [
    heading(t('doc.open')),
    plain(t('doc.openIntro')),
    {
      kind: 'table',
      caption: t('doc.open'),
      head: [t('doc.question'), t('doc.askWhom'), t('doc.how')],
      widths: [33, 17, 50],
      rows,
    },
  ];
};

const consequences: Part = (record, t) => [
  heading(t('consequences')),
  ...consequenceIds.flatMap((id) => [
    heading(t(`consequence.${id}`), 3),
    plain(record.consequences[id] || t('doc.notWeighed')),
  ]),
];

const advice: Part = (record, t) => {
  if (record.advice.length === 0) return [];
  const text = ({ isStop, title, text, level }: DecisionRecord['advice'][number]) =>
    `${isStop ? t('doc.stop', { title }) : title}. ${text} (${t(`level.${level}`)})`;
  return [heading(t('doc.advice')), list(record.advice.map(text))];
};

const nextSteps: Part = (record, t) => [
  heading(t('doc.steps')),
  plain(t('doc.stepsIntro', { date: swedishDate(record.decisionDate) })),
  {
    kind: 'table',
    caption: t('doc.steps'),
    head: [t('doc.step'), t('doc.owner'), t('doc.due'), t('doc.level')],
    widths: [42, 17, 20, 21],
    rows: record.actions.map(({ text, roleName, due, level }) => [
      text,
      roleName,
      swedishDate(due),
      t(`level.${level}`),
    ]),
  },
  ...involved(record, t),
];

function involved({ outcomes }: DecisionRecord, t: Words): Block[] {
  const roles = [...new Set(outcomes.flatMap(({ involve }) => involve))].join(', ');
  return roles === '' ? [] : [plain(t('doc.involve', { roles }))];
}

const risks: Part = ({ risks: found }, t) =>
  found.length === 0 ? [] : [heading(t('doc.risks')), list(found)];

const requirements: Part = ({ outcomes }, t) => {
  const gather = (key: 'requirements' | 'documents') => [
    ...new Set(outcomes.flatMap((outcome) => outcome[key])),
  ];
  const blocks: Block[] = [];
  if (gather('requirements').length > 0)
    blocks.push(heading(t('doc.requirements')), list(gather('requirements')));
  if (gather('documents').length > 0)
    blocks.push(heading(t('doc.documents')), list(gather('documents')));
  return blocks;
};

const sources: Part = ({ sources: found }, t) => [
  heading(t('doc.appendix', { n: 3, title: t('doc.sources') })),
  { kind: 'list', isNumbered: true, items: found.map(sourceItem) },
];

function sourceItem({ publisher, title, dates, url }: RecordSource): Item {
  const text = `${publisher}: ${title} (${dates})`;
  return url === '' ? { text } : { text, href: url };
}

const about: Part = (record, t) => {
  const { guide, fragment, proof } = record;
  const link = guide.address === '' ? [] : [`${guide.address}#${fragment}`];
  return [
    heading(t('doc.about'), 3),
    plain(
      t('doc.aboutGuide', {
        title: guide.title,
        version: guide.version,
        date: swedishDate(guide.reviewed),
      }),
    ),
    plain(proof),
    plain(t('doc.disclaimer')),
    ...link.map(
      (href): Block => ({
        kind: 'list',
        isNumbered: false,
        items: [{ text: t('doc.openAgain', { address: href }), href }],
      }),
    ),
  ];
};

const signature: Part = ({ case: { officer, board } }, t) => [
  heading(t('doc.signature')),
  {
    kind: 'signature',
    labels: [officer || t('officer'), board || t('board')].map((who) => t('doc.signLine', { who })),
  },
];
