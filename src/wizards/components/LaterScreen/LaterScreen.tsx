import { useMemo } from 'preact/hooks';
import type { WizardStore } from '../../stores/wizard-store.ts';
import { CheckAnswers } from '../CheckAnswers/CheckAnswers.tsx';
import { Keep } from '../Keep/Keep.tsx';
import type { PageData } from '../page-data.ts';
import { Result } from '../Result/Result.tsx';
import { sourcesInPage } from '../sources-in-page.ts';

export interface LaterScreenProps {
  readonly data: PageData;
  readonly store: WizardStore;
  /** Whether the address of the page holds the answers. */
  readonly hasAddress: boolean;
}

/** The check of the answers, or the result. */
export function LaterScreen({ data, store, hasAddress }: LaterScreenProps) {
  const { answers, view, screen } = store.$now.get();
  const withSources = useMemo(() => ({ ...data, sources: sourcesInPage() }), [data]);
  const change = (question: string) => store.goTo({ question });
  if (screen.kind === 'check') {
    return <CheckAnswers view={view} onChange={change} onShowResult={() => store.goTo('result')} />;
  }
  return (
    <Result
      data={withSources}
      answers={answers}
      view={view}
      onChange={change}
      mapHref={hasAddress ? mapAddress(data) : null}
    >
      <Keep store={store} hasAddress={hasAddress} isResult />
    </Result>
  );
}

/** The map of the guide, with the answers, so that it shows the reader's own way. */
function mapAddress({ wizard }: PageData): string {
  return `${wizard.id}/karta.html${location.hash}`;
}
