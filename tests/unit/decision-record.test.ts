import { strToU8, unzipSync, zipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type DecisionRecord,
  isIsoDay,
  recordFileName,
  writeRecordJson,
} from '../../src/wizards/export/decision-record.ts';
import { writeDocx } from '../../src/wizards/export/docx.ts';
import { writeMarkdown } from '../../src/wizards/export/markdown.ts';
import { writeOdt } from '../../src/wizards/export/odt.ts';
import {
  mostBytes,
  readRecord,
  readRecordText,
  readRecordValue,
} from '../../src/wizards/export/read-record.ts';
import { draftOf, parseDraft } from '../../src/wizards/export/record-draft.ts';
import { documentOf, exampleRecord, guides, hostileTexts } from './sample-records.ts';

const ids = guides.map(({ id }) => id);
const own = exampleRecord('kontosynk');
const notes = Object.fromEntries(
  Object.keys(own.answers).map((id, index) => [id, hostileTexts[index] ?? '']),
);
const long = `börjar ${'lång text å ä ö 🦉 '.repeat(5_600)}slutar`;
const hostile = exampleRecord('kontosynk', {
  notes,
  fields: { background: hostileTexts.join('\n'), officer: hostileTexts[0] ?? '', economy: long },
});
const text = strToU8;

async function forms(record: DecisionRecord): Promise<Record<string, Uint8Array>> {
  const document = documentOf(record);
  return {
    docx: await writeDocx(document, record),
    odt: writeOdt(document, record),
    json: text(writeRecordJson(record)),
  };
}

/** The text of a part of an XML document: read by another parser than wrote it. */
function xmlText(xml: string): string {
  const parts: string[] = [];
  const walk = (node: ReturnType<typeof parseDocument> | { children?: unknown }): void => {
    for (const child of (node as { children: never[] }).children as {
      type: string;
      name?: string;
      data?: string;
      attribs?: Record<string, string>;
    }[]) {
      if (child.type === 'text') parts.push(child.data ?? '');
      if (child.name === 'text:s') parts.push(' '.repeat(Number(child.attribs?.['text:c'] ?? 1)));
      if (child.name === 'text:tab') parts.push('\t');
      if ('children' in child) walk(child as never);
      if (child.name === 'text:p' || child.name === 'w:p') parts.push('\n');
    }
  };
  walk(parseDocument(xml, { xmlMode: true }));
  return parts.join('');
}

const part = (file: Uint8Array, name: string) =>
  new TextDecoder().decode(unzipSync(file)[name] ?? new Uint8Array());

describe('a decision record', () => {
  test.each(ids)(
    'of %s comes back from every form as it was, and is the same bytes each time',
    async (id) => {
      const record = exampleRecord(id, { notes, fields: { board: 'Nämnden' } });
      const [first, second] = [await forms(record), await forms(structuredClone(record))];
      for (const [form, bytes] of Object.entries(first)) {
        expect(readRecord(bytes), form).toEqual({ record });
        expect(Buffer.from(bytes).equals(Buffer.from(second[form] ?? [])), form).toBe(true);
      }
      expect(writeRecordJson(record)).toBe(
        writeRecordJson(
          (readRecord(first['docx'] as Uint8Array) as { record: DecisionRecord }).record,
        ),
      );
    },
  );

  test.each(ids)(
    'of %s says every answer, source, step and the version in the document',
    async (id) => {
      const record = exampleRecord(id);
      const { docx, odt } = await forms(record);
      const document = documentOf(record);
      const written = {
        docx: xmlText(part(docx as Uint8Array, 'word/document.xml')),
        odt: xmlText(part(odt as Uint8Array, 'content.xml')),
        md: writeMarkdown(document).replace(/\\(?=[^\w\s])/g, ''),
      };
      const expected = [
        ...record.given.flatMap(({ ask, answer }) => [ask, answer]),
        ...record.sources.map(({ title }) => title),
        ...record.actions.map((action) => action.text),
        ...record.outcomes.map(({ recommendation }) => recommendation),
        ...record.risks,
        `version ${record.guide.version}`,
        record.proof,
        record.fragment,
      ];
      for (const [form, all] of Object.entries(written))
        expect(
          expected.filter((each) => !all.includes(each)),
          form,
        ).toEqual([]);
    },
  );

  test('has its headings in order, and none is left out', async () => {
    const { docx, odt } = await forms(own);
    const levels = {
      docx: [...part(docx as Uint8Array, 'word/document.xml').matchAll(/w:val="Heading(\d)"/g)],
      odt: [...part(odt as Uint8Array, 'content.xml').matchAll(/outline-level="(\d)"/g)],
    };
    for (const found of Object.values(levels)) {
      const numbers = found.map(([, level]) => Number(level));
      expect(numbers[0]).toBe(1);
      expect(numbers.filter((level) => level === 1)).toHaveLength(1);
      numbers.forEach((level, at) => {
        expect(level - (numbers[at - 1] ?? 0)).toBeLessThanOrEqual(1);
      });
    }
    expect(levels.docx.length).toBe(levels.odt.length);
    expect(part(docx as Uint8Array, 'word/styles.xml')).toContain('w:lang w:val="sv-SE"');
    expect(part(odt as Uint8Array, 'styles.xml')).toContain('fo:language="sv" fo:country="SE"');
  });

  test('holds hostile text as the same text in every form', async () => {
    const { docx, odt } = await forms(hostile);
    const lines = [...hostileTexts.flatMap((each) => each.split('\n')), long];
    const written = {
      docx: xmlText(part(docx as Uint8Array, 'word/document.xml')),
      odt: xmlText(part(odt as Uint8Array, 'content.xml')),
    };
    for (const [form, all] of Object.entries(written)) {
      const paragraphs = new Set(all.split('\n'));
      expect(
        lines.filter((line) => !paragraphs.has(line)),
        form,
      ).toEqual([]);
    }
    expect(readRecord(docx as Uint8Array)).toEqual({ record: hostile });
    expect(hostile.consequences.economy).toBe(long);
  });

  test('holds hostile text as the same text in Markdown: nothing in it becomes markup', () => {
    const lines = hostileTexts.flatMap((each) => each.split('\n'));
    const blocks = lines.map((line) => ({ kind: 'text' as const, text: line }));
    const tree = fromMarkdown(writeMarkdown({ ...documentOf(own), blocks }));
    const read = tree.children.map((child) =>
      child.type === 'paragraph' && child.children.every(({ type }) => type === 'text')
        ? child.children.map((part) => ('value' in part ? part.value : '')).join('')
        : child.type,
    );
    expect(read).toEqual(lines);
  });

  test('loses only the characters that XML cannot hold', () => {
    const record = exampleRecord('kontosynk', {
      fields: { number: 'a\u0000b\u0008c\ud800d\uffffe\r\nf' },
    });
    expect(record.case.number).toBe('abcde\nf');
  });

  test('leaves out reasons for questions that are not asked, and never puts text in an address', () => {
    const record = exampleRecord('kontosynk', {
      notes: { ...notes, 'finns-inte': 'HEMLIGT', __proto__: { x: 'HEMLIGT' } as never },
      fields: { background: 'HEMLIGT' },
    });
    expect(Object.keys(record.notes).every((id) => Object.hasOwn(record.answers, id))).toBe(true);
    expect(`${record.fragment}${record.guide.address}`).not.toMatch(/HEMLIGT|script/);
  });

  test('counts due dates from the day of the decision, over months and leap days', () => {
    expect(addDays('2027-12-31', 60)).toBe('2028-02-29');
    expect(isIsoDay('2026-02-30')).toBe(false);
    expect(isIsoDay('9999-99-99')).toBe(false);
    for (const { days, due } of own.actions) expect(due).toBe(addDays(own.decisionDate, days));
    expect(recordFileName(own, 'odt')).toBe('beslutsunderlag-kontosynk-2026-11-24.odt');
  });

  test('gives back what was written when it is opened, and refuses a draft that is none', () => {
    const draft = draftOf(hostile);
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
    for (const none of ['', 'null', '[]', '{"date":"x"}', '{"date":"2026-11-24"}'])
      expect(parseDraft(none)).toBeNull();
  });
});

describe('a file that is no record', () => {
  const odt = writeOdt(documentOf(own), own);
  const json = writeRecordJson(own);
  const without = (change: object) => JSON.stringify({ ...JSON.parse(json), ...change });
  const files: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing', new Uint8Array(), 'not-ours'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'not-ours'],
    ['other JSON', text('{"format":"annat"}'), 'not-ours'],
    ['a number', text('5'), 'not-ours'],
    ['another archive', zipSync({ 'a.txt': text('a') }), 'not-ours'],
    ['too much', new Uint8Array(mostBytes + 1), 'too-large'],
    ['a newer version', text(without({ formatVersion: 2 })), 'newer'],
    ['no version', text(without({ formatVersion: 'x' })), 'damaged'],
    ['half a JSON', text(json.slice(0, 500)), 'damaged'],
    ['half an archive', odt.slice(0, odt.length / 2), 'damaged'],
    ['answers of the wrong kind', text(without({ answers: { a: { b: 1 } } })), 'damaged'],
    ['a day that is none', text(without({ date: '2026-13-01' })), 'damaged'],
    [
      'an address that runs',
      text(without({ guide: { ...own.guide, address: 'javascript:alert(1)' } })),
      'damaged',
    ],
    ['a fragment with text', text(without({ fragment: 'a=<b>' })), 'damaged'],
    ['lists that are objects', text(without({ sources: {} })), 'damaged'],
  ];

  test.each(files)('%s is refused with its reason', (_name, bytes, refused) => {
    expect(readRecord(bytes)).toEqual({ refused });
  });

  test('an archive that says less than it holds is not unpacked without end', () => {
    const bomb = zipSync({ 'skoldigistod.json': new Uint8Array(mostBytes * 3) }, { level: 9 });
    expect(bomb.length).toBeLessThan(mostBytes);
    expect(readRecord(bomb)).toEqual({ refused: 'not-ours' });
  });

  test('fields that are not known are dropped, and no prototype is touched', () => {
    const read = readRecordText(
      json.replace('"notes": {}', '"notes": {"__proto__": "x"}, "evil": {"a": 1}'),
    );
    expect('record' in read && Object.keys(read.record)).toEqual(Object.keys(own));
    expect(({} as { x?: string }).x).toBeUndefined();
    expect(readRecordValue(null)).toEqual({ refused: 'not-ours' });
  });
});
