import { planPicture } from '../../export/plan-picture.ts';
import type { PlanRow } from '../../export/plan-rows.ts';
import type { Said } from './Notices.tsx';
import { download, loadScript } from './page-parts.ts';
import { planWords } from './plan-words.ts';
import { monthText, t, today } from './saved-texts.ts';

interface Props {
  readonly rows: readonly PlanRow[];
  readonly summary: string;
  readonly say: (said: Said) => void;
  readonly onExportAll: () => void;
}

type Form = 'csv' | 'ics' | 'docx' | 'svg' | 'json';

/** The plan to take along: each form is made here in the browser, its script fetched when asked for. */
export function PlanExports({ rows, summary, say, onExportAll }: Props) {
  const name = (ending: string) => `handlingsplan-${today()}.${ending}`;
  const words = planWords(summary);
  const forms: Readonly<Record<Form, () => void | Promise<void>>> = {
    csv: async () => {
      const { csv } = await exporter();
      download(name('csv'), csv(rows, words), 'text/csv;charset=utf-8');
    },
    ics: async () => {
      const { ics } = await exporter();
      download(name('ics'), ics(rows, words), 'text/calendar;charset=utf-8');
    },
    docx: async () => {
      if (!globalThis.skdPlanDocx) await loadScript(addressOf('docx'));
      const file = await globalThis.skdPlanDocx?.docx(rows, words, today());
      if (!file) throw new Error('no document');
      download(name('docx'), file);
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

async function exporter() {
  if (!globalThis.skdPlanExport) await loadScript(addressOf('export'));
  if (!globalThis.skdPlanExport) throw new Error('no exporter');
  return globalThis.skdPlanExport;
}

/** Where a script lies is written in the page, for its name changes with its contents. */
function addressOf(part: string): string {
  const place = document.querySelector<HTMLElement>(`[data-part="${part}"]`);
  return place?.dataset['script'] ?? '';
}
