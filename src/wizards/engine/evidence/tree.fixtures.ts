import type { RawCondition } from '../raw-wizard.ts';
import type { Wizard } from '../types.ts';
import { options, outcome, question, rule, wizardOf } from '../wizards.fixtures.ts';

/** One recorded path: answers in order, and where they led. */
export interface TreeRow {
  readonly answers: readonly (readonly [node: string, answer: string])[];
  readonly next: string;
  readonly outcome: boolean;
}

/**
 * A recorded tree as a guide: one question a node, asked when any of its parents' answers leads to
 * it, and one rule an outcome, in the same way.
 */
export function treeWizard(rows: readonly TreeRow[]): {
  readonly wizard: Wizard;
  readonly idOf: (node: string) => string;
} {
  const nodes = new Map<string, Set<string>>();
  const leads = new Map<string, RawCondition[]>();
  const outcomes = new Set<string>();
  for (const { answers, next, outcome: isEnd } of rows) {
    for (const [node, answer] of answers)
      nodes.set(idOf(node), (nodes.get(idOf(node)) ?? new Set()).add(idOf(answer)));
    const [node = '', answer = ''] = answers.at(-1) ?? [];
    leads.set(idOf(next), [...(leads.get(idOf(next)) ?? []), { [idOf(node)]: idOf(answer) }]);
    if (isEnd) outcomes.add(idOf(next));
  }
  const when = (id: string) => {
    const any = leads.get(id);
    return any ? { any } : undefined;
  };
  const wizard = wizardOf({
    questions: [...nodes].map(([id, values], at) =>
      question({ id, code: at.toString(36), options: options(...values), when: when(id) }),
    ),
    decision: { hit: 'unique', rules: [...outcomes].map((id) => rule(`r-${id}`, id, when(id))) },
    outcomes: [...outcomes].map(outcome),
  });
  return { wizard, idOf };
}

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
