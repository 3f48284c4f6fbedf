import { planDocument } from '../../export/plan-document.ts';
import { planPicture } from '../../export/plan-picture.ts';
import type { PlanRow } from '../../export/plan-rows.ts';
import { loadPart } from '../load-part.ts';
import { download } from '../Record/download.ts';
import type { Said } from './Notices.tsx';

import { planWords } from './plan-words.ts';
import { monthText, t, today } from './saved-texts.ts';

interface Props {
  readonly rows: readonly PlanRow[];
  readonly summary: string;
  readonly say: (said: Said) => void;
  readonly onExportAll: () => void;
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Form = 'csv' | 'ics' | 'docx' | 'svg' | 'json';

/** The plan to take along: each form is made here in the browser, its script fetched when asked for. */
export function PlanExports({ rows, summary, say, onExportAll }: Props) {
  const name = (ending: string) => `handlingsplan-${today()}.${ending}`;
  const words = planWords(summary);
  const forms: Readonly<Record<Form, () => void | Promise<void>>> = {
    csv: async () => {
      const { csv } = await loadPart('plan');
      download(name('csv'), csv(rows, words), 'text/csv;charset=utf-8');
    },
    ics: async () => {
      const { ics } = await loadPart('plan');
      download(name('ics'), ics(rows, words), 'text/calendar;charset=utf-8');
    },
    docx: async () => {
      const { writeDocx } = await loadPart('docx');
      const file = await writeDocx(planDocument(rows, words, today()), null);
      download(name('docx'), file, wordType);
    },
    svg: () => download(name('svg'), planPicture(rows, words, today(), monthText), 'image/svg+xml'),
    json: onExportAll,
  };
  const take = async (form: Form) => {
    try {
      await forms[form]();
      say({ text: t(`plan.taken.${form}`) });
    } catch {
      say({ text: t('plan.notTaken') });
    }
  };
  return (
    <section class="plan-exports" aria-labelledby="ta-med">
      <h2 id="ta-med">{t('plan.take')}</h2>
      {rows.length === 0 ? (
        <p>{t('plan.takeLater')}</p>
      ) : (
        <>
          <p>{t('plan.takeText')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={() => print()}>
              {t('plan.print')}
            </button>
            {(['docx', 'csv', 'ics', 'svg', 'json'] as const).map((form) => (
              <button
                key={form}
                type="button"
                class="button button-quiet"
                onClick={() => take(form)}
              >
                {t(`plan.take.${form}`)}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
