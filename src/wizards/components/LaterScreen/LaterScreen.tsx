import { useMemo } from 'preact/hooks';
import type { WizardStore } from '../../stores/wizard-store.ts';
import { CheckAnswers } from '../CheckAnswers/CheckAnswers.tsx';
import { Keep } from '../Keep/Keep.tsx';
import type { PageData } from '../page-data.ts';
import { RecordEntry } from '../Record/RecordEntry.tsx';
import { useRecord } from '../Record/use-record.ts';
import { Result } from '../Result/Result.tsx';
import { Share } from '../Share/Share.tsx';
import { sourcesInPage } from '../sources-in-page.ts';

export interface LaterScreenProps {
  readonly data: PageData;
  readonly store: WizardStore;
  /** Whether the address of the page holds the answers. */
  readonly hasAddress: boolean;
}

/** The check of the answers, the result, or the record that is made from it. */
export function LaterScreen({ data, store, hasAddress }: LaterScreenProps) {
  const { answers, view, screen } = store.$now.get();
  const withSources = useMemo(() => ({ ...data, sources: sourcesInPage() }), [data]);
  const change = (question: string) => store.goTo({ question });
  const record = useRecord(store, hasAddress);
  if (screen.kind === 'check') {
    return (
      <CheckAnswers view={view} onChange={change} onShowResult={() => store.goTo('result')}>
        <RecordEntry control={record} isShort />
      </CheckAnswers>
    );
  }
  if (typeof record.state === 'object') {
    return <record.state.RecordScreen data={withSources} store={store} onClose={record.close} />;
  }
  return (
    <Result
      data={withSources}
      answers={answers}
      view={view}
      onChange={change}
      mapHref={hasAddress ? mapAddress(data) : null}
    >
      <RecordEntry control={record} />
      {hasAddress && (
        <Share
          wizard={data.wizard}
          outcome={view.decision?.outcomes.map(({ title }) => title).join(', ') ?? ''}
        />
      )}
      <Keep store={store} isResult />
    </Result>
  );
}

/** The map of the guide, with the answers, so that it shows the reader's own way. */
function mapAddress({ wizard }: PageData): string {
  return `${wizard.id}/karta.html${location.hash}`;
}
