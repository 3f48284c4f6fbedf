import type { GuideData } from '../wizards/components/Saved/page-parts.ts';
import type { Outcome, Question, Wizard } from '../wizards/engine/types.ts';
import type { History } from '../wizards/engine/versions/migrate.ts';
import { allWizards, historyOf } from './wizards.ts';

/**
 * One classic script a guide, for the pages with saved answers: they fetch only those of the guides
 * that something is saved of. A script and not JSON, because pages opened from disk cannot fetch.
 *
 * @returns Name of the file → its source.
 */
export function guideDataScripts(): ReadonlyMap<string, string> {
  return new Map(
    allWizards().map((wizard) => {
      const data: GuideData = { wizard: withoutTexts(wizard), history: questionsOnly(wizard) };
      return [`guide-${wizard.id}.js`, `skdGuideData(${JSON.stringify(data)});\n`] as const;
    }),
  );
}

/** The logic, the questions, and each outcome's title and steps. */
function withoutTexts(wizard: Wizard): Wizard {
  return {
    ...wizard,
    summary: '',
    questions: wizard.questions.map(bareQuestion),
    rules: wizard.rules.map((rule) => ({ ...rule, because: '', sources: [] })),
    outcomes: wizard.outcomes.map(bareOutcome),
    advice: [],
    personas: [],
  };
}

function bareQuestion(question: Question): Question {
  const bare = { ...question, hint: null, why: '' };
  if (bare.kind === 'number') return bare;
  const options = bare.options.map((option) => ({ ...option, label: '', hint: null }));
  return { ...bare, options };
}

function bareOutcome({ id, title, steps }: Outcome): Outcome {
  const none: readonly string[] = [];
  const texts = { recommendation: '', why: '', risks: none, involve: none, documents: none };
  return { id, title, steps, ...texts, requirements: none, guides: none, sources: none };
}

/** Older versions only: those of today are read by the guide itself. */
function questionsOnly(wizard: Wizard): History {
  const { versions, migrations } = historyOf(wizard.id);
  const older = versions.filter(({ version }) => version < wizard.version);
  return { versions: older.map((each) => ({ ...each, links: [] })), migrations };
}
