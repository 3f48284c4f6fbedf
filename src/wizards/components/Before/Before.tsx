import type { View, Wizard } from '../../engine/types.ts';
import type { ReadAddress } from '../../stores/address.ts';
import { t } from '../texts.ts';

export interface BeforeProps {
  readonly wizard: Wizard;
  readonly problem: ReadAddress | null;
  readonly view: View;
}

/** What a link or a saved answer held that the guide could not use, and which questions come again. */
export function Before({ wizard, problem, view }: BeforeProps) {
  const asks = new Set<string>();
  for (const { key } of problem?.problems ?? []) {
    const question = wizard.questions.find(({ code }) => code === key);
    if (question) asks.add(question.ask);
  }
  for (const { questionId } of view.position.rejected) {
    const question = wizard.questions.find(({ id }) => id === questionId);
    if (question) asks.add(question.ask);
  }
  const strange = (problem?.problems ?? []).filter(
    ({ key }) => !wizard.questions.some(({ code }) => code === key),
  );
  if (!problem && asks.size === 0) return null;
  return (
    <div class="notice" role="status">
      <h2>{t('linkTitle')}</h2>
      {problem && problem.version !== null && problem.version !== wizard.version && (
        <p>{t('linkVersion', { version: problem.version, now: wizard.version })}</p>
      )}
      {asks.size > 0 && (
        <>
          <p>{t('linkAgain')}</p>
          <ul>
            {[...asks].map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
          </ul>
        </>
      )}
      {strange.length > 0 && (
        <p>
          {t('linkStrange')} {strange.map(({ key, value }) => `${key}=${value}`).join(', ')}
        </p>
      )}
    </div>
  );
}
