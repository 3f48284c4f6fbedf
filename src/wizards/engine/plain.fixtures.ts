import type { Answer, Condition, Question, Wizard } from './types.ts';
import { everyAnswer } from './wizards.fixtures.ts';

/**
 * The meaning of a wizard a second time, as plainly as can be and sharing nothing with the engine:
 * every way is walked and every table is read from the top.
 */
export interface PlainWay {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly outcomes: readonly string[];
  readonly advice: readonly string[];
}

type Table = Readonly<Record<string, Answer>>;

export function plainWays(wizard: Wizard, limit = 1_000_000): readonly PlainWay[] {
  let tables: Table[] = [{}];
  for (const question of wizard.questions) {
    tables = tables.flatMap((table) =>
      isTrue(wizard, question.when, table)
        ? everyAnswer(question).map((answer) => ({ ...table, [question.id]: answer }))
        : [table],
    );
    if (tables.length > limit) throw new Error('Too many ways to enumerate.');
  }
  return tables.map((answers) => ({ answers, ...plainEnd(wizard, answers) }));
}

export function plainEnd(wizard: Wizard, table: Table) {
  const hits = wizard.rules.filter(({ when }) => isTrue(wizard, when, table));
  const counting = wizard.hit === 'collect' ? hits : hits.slice(0, 1);
  return {
    outcomes: [...new Set(counting.map(({ outcome }) => outcome))],
    advice: wizard.advice.filter(({ when }) => isTrue(wizard, when, table)).map(({ id }) => id),
  };
}

export function isTrue(wizard: Wizard, condition: Condition, table: Table): boolean {
  if (condition.kind === 'true') return true;
  if (condition.kind === 'not') return !isTrue(wizard, condition.of, table);
  if (condition.kind === 'all') return !condition.of.some((part) => !isTrue(wizard, part, table));
  if (condition.kind === 'any') return condition.of.some((part) => isTrue(wizard, part, table));
  const value = factValue(wizard, condition.fact, table);
  if (value === undefined) return false;
  if (condition.kind === 'between')
    return !(
      Number(value) < (condition.from ?? -Infinity) || Number(value) > (condition.to ?? Infinity)
    );
  const listed = new Set<string>(condition.values);
  const chosen = new Set(typeof value === 'object' ? value : [String(value)]);
  const both = [...chosen].filter((id) => listed.has(id)).length;
  if (condition.kind === 'is' || condition.mode === 'any') return both > 0;
  if (condition.mode === 'all') return both === listed.size;
  return condition.mode === 'only' ? both === chosen.size : both === 0;
}

function factValue(wizard: Wizard, id: string, table: Table): Answer | boolean | undefined {
  const fact = wizard.facts.find((each) => each.id === id);
  if (!fact) return table[id];
  if (fact.kind === 'condition') return isTrue(wizard, fact.when, table);
  let [points, most, counted] = [0, 0, 0];
  for (const question of wizard.questions) {
    const answer = table[question.id];
    if (answer === undefined || question.kind === 'number') continue;
    const { options } = question;
    if (!options.some(({ scores }) => fact.score in scores)) continue;
    const chosen = options.filter((option) => [answer].flat().includes(option.id));
    if (chosen.some(({ notApplicable }) => notApplicable)) continue;
    const sum = (of: typeof options) =>
      of.reduce((n, { scores }) => n + (scores[fact.score] ?? 0), 0);
    points += sum(chosen);
    most += Math.max(...everySet(question).map(sum));
    counted += 1;
  }
  const value = fact.as === 'sum' ? points : (100 * points) / most;
  if (!counted || !Number.isFinite(value)) return undefined;
  const reached = fact.bands.filter(({ from }) => value >= from);
  return (reached.at(-1) ?? fact.bands[0])?.id;
}

/** Every set of applicable options; for several together the best leaves out what takes points. */
function everySet(question: Exclude<Question, { kind: 'number' }>) {
  const usable = question.options.filter(({ notApplicable }) => !notApplicable);
  if (question.kind === 'single') return usable.map((option) => [option]);
  const together = usable.filter(({ id }) => !question.exclusive.includes(id));
  const sets = together.reduce<(typeof usable)[]>(
    (all, one) => all.flatMap((set) => [set, [...set, one]]),
    [[]],
  );
  return [
    ...sets,
    ...usable.filter(({ id }) => question.exclusive.includes(id)).map((one) => [one]),
  ];
}
