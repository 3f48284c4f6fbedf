import sv from '../../src/content/i18n/sv.json' with { type: 'json' };
import { contentData } from '../../src/site/content-data.ts';
import { readAllWizards } from '../../src/site/wizards.ts';
import type { PageData } from '../../src/wizards/components/page-data.ts';
import { evaluate } from '../../src/wizards/engine/evaluate.ts';
import type { Answers } from '../../src/wizards/engine/types.ts';
import type { DecisionRecord } from '../../src/wizards/export/decision-record.ts';
import type { PlainDocument } from '../../src/wizards/export/document.ts';
import { recordDocument } from '../../src/wizards/export/record-document.ts';
import type { RecordDraft } from '../../src/wizards/export/record-draft.ts';

const textsUnder = (prefix: string) =>
  Object.fromEntries(
    Object.entries(sv)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, text]) => [key.slice(prefix.length), text]),
  );

// The bundler fills these in; they must be there before the texts are read.
Object.assign(globalThis, {
  RECORD_TEXTS: textsUnder('record.'),
  RESULT_TEXTS: textsUnder('result.'),
});
const { buildRecord, guideHalf } = await import(
  '../../src/wizards/components/Record/build-record.ts'
);
const { documentText } = await import('../../src/wizards/components/Record/document-text.ts');

export const guides = readAllWizards();

/** A record as the page makes it. */
export function makeRecord(
  id: string,
  answers: Answers,
  draft: Partial<RecordDraft> = {},
): DecisionRecord {
  const wizard = guides.find((each) => each.id === id);
  if (!wizard) throw new Error(`no guide "${id}"`);
  const { roles, sources } = contentData();
  const data: PageData = {
    wizard,
    strings: {},
    roles: Object.fromEntries([...roles].map(([role, { short }]) => [role, short])),
    sources: Object.fromEntries(
      [...sources].map(([source, { title, publisher, url, checked }]) => [
        source,
        { title, publisher, url: url.startsWith('/') ? '../kallor.html' : url, dates: checked },
      ]),
    ),
    guides: {},
    reviewed: wizard.reviewed,
  };
  const situation = { data, answers, view: evaluate(wizard, answers) };
  const guide = guideHalf(situation, `https://skoldigistod.example/beslutsguider/${id}.html`);
  return buildRecord(guide, situation, {
    date: '2026-11-24',
    decisionDate: '2026-12-15',
    fields: {},
    notes: {},
    ...draft,
  });
}

/** A record of the example case with most advice of a guide. */
export function exampleRecord(id: string, draft: Partial<RecordDraft> = {}): DecisionRecord {
  const guide = guides.find((each) => each.id === id);
  const persona = guide?.personas.toSorted((a, b) => b.advice.length - a.advice.length)[0];
  return makeRecord(id, persona?.answers ?? {}, draft);
}

export const documentOf = (record: DecisionRecord): PlainDocument =>
  recordDocument(record, documentText);

/** Text that has broken documents: markup, formulas, emoji, right-to-left, spaces, signs of Markdown and XML. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script> & "citat" \'apostrof\' ]]> <!-- -->',
  "=cmd|' /C calc'!A0",
  '+1 -2 @SUM(1+1) =HYPERLINK("https://example.org")',
  'Emoji 👩🏽‍🏫 och 🇸🇪 samt e\u0301 sammansatt',
  'שלום עולם och مرحبا بالعالم mitt i svensk text',
  '\u202eomvänd\u202c text',
  '  två blanksteg  inuti   och i slutet  ',
  'tabb\there',
  '# rubrik\n- punkt\n1. nummer\n> citat\n```kod```\n| a | b |\n***\n___',
  '*fet* _kursiv_ `kod` [länk](https://example.org) ![bild](x) <b>b</b> &amp; \\ snedstreck',
  '{{mall}} {x} %s <%= 1 %> [[fakta]]',
];
