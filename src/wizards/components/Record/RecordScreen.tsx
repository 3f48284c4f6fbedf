import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DecisionRecord } from '../../export/decision-record.ts';
import { recordDocument } from '../../export/record-document.ts';
import { draftOf, emptyDraft, type RecordDraft } from '../../export/record-draft.ts';
import { forgetDraft, keepDraft, loadDraft } from '../../stores/draft-store.ts';
import type { WizardStore } from '../../stores/wizard-store.ts';
import type { PageData } from '../page-data.ts';
import { publishedAddress } from '../published-address.ts';
import { t } from '../record-texts.ts';
import { buildRecord, guideHalf } from './build-record.ts';
import { Downloads } from './Downloads.tsx';
import { documentText } from './document-text.ts';
import { OpenRecord } from './OpenRecord.tsx';
import { RecordForm } from './RecordForm.tsx';
import { RecordPaper } from './RecordPaper.tsx';
import { SaveRecord } from './SaveRecord.tsx';
import { wearRecordStyles } from './wear-styles.ts';

export interface RecordScreenProps {
  readonly data: PageData;
  readonly store: WizardStore;
  readonly onClose: () => void;
}

/** The record: what to write, how to take it along, and how it looks. */
export function RecordScreen({ data, store, onClose }: RecordScreenProps) {
  const { answers, view } = store.$now.get();
  const guideId = data.wizard.id;
  const [draft, setDraft] = useState<RecordDraft>(() => loadDraft(guideId) ?? emptyDraft(today()));
  const [isKept, setKept] = useState(true);
  const [opened, setOpened] = useState<DecisionRecord | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const situation = { data, answers, view };
  const guide = useMemo(() => guideHalf(situation, publishedAddress()), [data, answers]);
  const record = buildRecord(guide, situation, draft);
  const document = recordDocument(record, documentText);

  const change = (next: RecordDraft) => {
    setDraft(next);
    setKept(keepDraft(guideId, next));
  };
  const clear = () => {
    forgetDraft(guideId);
    setDraft(emptyDraft(today()));
    setOpened(null);
  };
  const print = () => {
    setPrinting(true); // the headings begin at level 1 on paper
    setTimeout(() => {
      globalThis.print();
      setPrinting(false);
    });
  };

  useEffect(() => {
    wearRecordStyles();
    focusHeading();
  }, []);
  useDocumentTitle(record.title);

  return (
    <section class="record" data-printing={isPrinting || undefined}>
      <button type="button" class="link back" onClick={onClose}>
        {t('back')}
      </button>
      <h2 tabIndex={-1} data-heading class="record-heading">
        {t('title')}
      </h2>
      <p>{t('intro')}</p>
      {opened && <Opened record={opened} now={record} />}
      <p class="meta">{t(isKept ? 'kept' : 'notKept')}</p>
      <RecordForm data={data} view={view} record={record} draft={draft} onChange={change} />
      <Downloads record={record} document={document} onPrint={print} />
      <SaveRecord store={store} record={record} />
      <div class="actions">
        <OpenRecord
          store={store}
          onOpened={(file) => {
            setOpened(file);
            setDraft(draftOf(file));
          }}
        />
        <button type="button" class="link" onClick={clear}>
          {t('clear')}
        </button>
      </div>
      <h3 class="record-preview">{t('preview')}</h3>
      <RecordPaper document={document} firstLevel={isPrinting ? 1 : 4} />
    </section>
  );
}

/** What a record that was opened says of itself: its date, and whether the guide has changed since. */
function Opened({
  record,
  now,
}: {
  readonly record: DecisionRecord;
  readonly now: DecisionRecord;
}) {
  const ids = ({ outcomes }: DecisionRecord) => outcomes.map(({ id }) => id).join();
  const { version } = record.guide;
  const isSame = version === now.guide.version;
  const key = isSame ? 'opened' : ids(record) === ids(now) ? 'openedNewer' : 'openedOther';
  return (
    <p class="notice" role="status">
      {t(key, { date: record.date, version, now: now.guide.version })}
    </p>
  );
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('.record [data-heading]');
  heading?.focus({ preventScroll: true });
  heading?.closest('.guide')?.scrollIntoView({ block: 'start' });
}

/** A browser that prints to PDF names the file, and its title, after the page. */
function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}

/** The reader's own day, as `2026-11-23`. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}
