import type { Random } from '../engine/random.fixtures.ts';
import type { RawCondition, RawOption, RawQuestion, RawWizard } from '../engine/raw-wizard.ts';

/** One damage to a definition, as an author's slip would do it. */
export interface Mutation {
  readonly kind: string;
  /** Where: ids, for the report. */
  readonly where: string;
  readonly wizard: RawWizard;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every damage of every kind; take a sample. */
export function everyMutation(raw: RawWizard): readonly Mutation[] {
  const wizard = raw as Draft;
  return [
    ...tests(wizard).flatMap((at) => [...retarget(wizard, at), ...flipBound(wizard, at)]),
    ...wizard.questions.flatMap((question, at) => [
      ...deleteOptions(wizard, question, at),
      ...moveQuestion(wizard, question, at),
      ...renameQuestion(wizard, question, at),
      ...reuseCode(wizard, question, at),
    ]),
    ...ruleMutations(wizard),
    ...sourceMutations(wizard),
    ...widen(wizard),
    ...changeThumbs(wizard),
  ];
}

/** As many of each kind as there are places for, in turn. */
export function sampleMutations(
  raw: RawWizard,
  count: number,
  random: Random,
): readonly Mutation[] {
  const all = new Map<string, Mutation[]>();
  for (const mutation of everyMutation(raw))
    all.set(mutation.kind, [...(all.get(mutation.kind) ?? []), mutation]);
  const taken: Mutation[] = [];
  while (taken.length < count && [...all.values()].some((left) => left.length)) {
    for (const left of all.values()) {
      const [one] = left.splice(Math.floor(random() * left.length), 1);
      if (one) taken.push(one);
    }
  }
  return taken;
}

/** The definition as data that may be changed in a copy. */
type Draft = RawWizard;

function change(wizard: Draft, edit: (copy: Mutable) => void): Draft {
  const copy = structuredClone(wizard) as unknown as Mutable;
  edit(copy);
  return copy as unknown as Draft;
}

interface Mutable {
  questions: (Omit<RawQuestion, 'options'> & { id: string; code: string; options?: RawOption[] })[];
  decision: { rules: { id: string; when?: RawCondition; sources?: string[] }[] };
  advice?: { id: string; when?: RawCondition; sources?: string[] }[];
  outcomes: { id: string; sources?: string[] }[];
  numbers?: { thumbs?: { value: number }[] }[];
}

/** A test somewhere in a condition: the way to it from the root of the definition. */
interface TestPlace {
  readonly path: readonly (string | number)[];
  readonly fact: string;
  readonly test: Json;
}

function tests(wizard: Draft): readonly TestPlace[] {
  const found: TestPlace[] = [];
  const inCondition = (condition: Json, path: readonly (string | number)[]) => {
    if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return;
    for (const [key, value] of Object.entries(condition)) {
      if ((key === 'all' || key === 'any') && Array.isArray(value))
        for (const [at, part] of value.entries()) inCondition(part, [...path, key, at]);
      else if (key === 'not') inCondition(value, [...path, key]);
      else found.push({ path: [...path, key], fact: key, test: value });
    }
  };
  const lists: readonly [readonly (string | number)[], readonly { when?: unknown }[]][] = [
    [['questions'], wizard.questions],
    [['facts'], wizard.facts ?? []],
    [['decision', 'rules'], wizard.decision.rules],
    [['advice'], wizard.advice ?? []],
    [['numbers'], wizard.numbers ?? []],
  ];
  for (const [path, items] of lists)
    items.forEach((item, at) => {
      if (item.when) inCondition(item.when as Json, [...path, at, 'when']);
    });
  return found;
}

function setAt(root: unknown, path: readonly (string | number)[], value: Json): void {
  const last = path.at(-1) ?? '';
  const holder = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (node, key) => node[key] as Record<string | number, unknown>,
      root as Record<string, unknown>,
    );
  holder[last] = value;
}

/** Another option, band or truth value in the place of one. */
function retarget(wizard: Draft, { path, fact, test }: TestPlace): readonly Mutation[] {
  const known = valuesOf(wizard, fact);
  const make = (value: Json, to: string) => ({
    kind: 'retarget a when',
    where: `${path.join('.')} → ${to}`,
    wizard: change(wizard, (copy) => setAt(copy, path, value)),
  });
  if (typeof test === 'boolean') return [make(!test, String(!test))];
  const listed = [test].flat().filter((value) => typeof value === 'string');
  const others = known.filter((value) => !listed.includes(value));
  if (typeof test === 'string') return others.map((value) => make(value, value));
  if (!Array.isArray(test)) return [];
  return others.map((value) => make([...test.slice(1), value], value));
}

function valuesOf(wizard: Draft, fact: string): readonly string[] {
  const question = wizard.questions.find(({ id }) => id === fact);
  const scale = question?.scale === undefined ? undefined : wizard.scales?.[question.scale];
  const total = wizard.facts?.find(({ id }) => id === fact);
  return (question?.options ?? scale?.options ?? total?.bands ?? []).map(({ id }) => id);
}

function flipBound(wizard: Draft, { path, test }: TestPlace): readonly Mutation[] {
  if (typeof test !== 'object' || test === null || Array.isArray(test)) return [];
  const bounds = Object.entries(test).filter(([key]) => key === 'from' || key === 'to');
  return bounds.flatMap(([key, value]) => {
    const { [key]: _, ...rest } = test;
    const other = key === 'from' ? 'to' : 'from';
    const make = (flipped: Json, what: string) => ({
      kind: 'flip a bound',
      where: `${path.join('.')} ${what}`,
      wizard: change(wizard, (copy) => setAt(copy, path, flipped)),
    });
    return [
      ...(other in rest ? [] : [make({ ...rest, [other]: value ?? 0 }, other)]),
      make({ ...rest, [key]: Number(value) + 1 }, '+ 1'),
      make({ ...rest, [key]: Number(value) - 1 }, '- 1'),
    ];
  });
}

function deleteOptions(wizard: Draft, question: RawQuestion, at: number): readonly Mutation[] {
  return (question.options ?? []).map(({ id }, option) => ({
    kind: 'delete an option',
    where: `${question.id} ${id}`,
    wizard: change(wizard, (copy) => copy.questions[at]?.options?.splice(option, 1)),
  }));
}

/** Before the first question that its condition reads, named conditions included. */
function moveQuestion(wizard: Draft, question: RawQuestion, at: number): readonly Mutation[] {
  if (!question.when) return [];
  return [
    {
      kind: 'move a question before its fact',
      where: question.id,
      wizard: change(wizard, (copy) => copy.questions.unshift(...copy.questions.splice(at, 1))),
    },
  ];
}

function renameQuestion(wizard: Draft, question: RawQuestion, at: number): readonly Mutation[] {
  const text = JSON.stringify(wizard).replaceAll(`"${question.id}":`, `"${question.id}-ny":`);
  const renamed = JSON.parse(text) as Draft;
  const options = (question.options ?? []).slice(0, 1).map(({ id }) => ({
    kind: 'rename an id without migration',
    where: `${question.id} ${id}`,
    wizard: change(wizard, (copy) => {
      const option = copy.questions[at]?.options?.[0];
      if (option) Object.assign(option, { id: `${id}-ny` });
      for (const place of tests(wizard).filter(({ fact }) => fact === question.id))
        setAt(copy, place.path, renameIn(place.test, id));
    }),
  }));
  return [
    {
      kind: 'rename an id without migration',
      where: question.id,
      wizard: change(renamed, (copy) => {
        const own = copy.questions[at];
        if (own) own.id = `${question.id}-ny`;
      }),
    },
    ...options,
  ];
}

function renameIn(test: Json, id: string): Json {
  return JSON.parse(JSON.stringify(test).replaceAll(`"${id}"`, `"${id}-ny"`)) as Json;
}

/** A question takes the code of the one before it; the two change places, as after a sloppy edit. */
function reuseCode(wizard: Draft, question: RawQuestion, at: number): readonly Mutation[] {
  const other = wizard.questions[at - 1];
  if (!other) return [];
  return [
    {
      kind: 'reuse a code',
      where: `${question.id} and ${other.id}`,
      wizard: change(wizard, (copy) => {
        const [a, b] = [copy.questions[at], copy.questions[at - 1]];
        if (a && b) [a.code, b.code] = [b.code, a.code];
      }),
    },
  ];
}

function ruleMutations(wizard: Draft): readonly Mutation[] {
  const { rules } = wizard.decision;
  const make = (
    kind: string,
    where: string,
    edit: (list: Mutable['decision']['rules']) => void,
  ) => ({
    kind,
    where,
    wizard: change(wizard, (copy) => edit(copy.decision.rules)),
  });
  return [
    make('delete the last rule', rules.at(-1)?.id ?? '', (list) => list.pop()),
    ...rules.flatMap(({ id }, at) => [
      make('duplicate a rule', id, (list) => {
        const own = list[at];
        if (own) list.splice(at + 1, 0, { ...own, id: `${id}-igen` });
      }),
      ...(at
        ? [
            make('swap two rules', `${rules[at - 1]?.id} and ${id}`, (list) =>
              list.splice(at - 1, 2, ...list.slice(at - 1, at + 1).reverse()),
            ),
          ]
        : []),
    ]),
  ];
}

function sourceMutations(wizard: Draft): readonly Mutation[] {
  return [
    ...wizard.decision.rules.map(({ id }, at) => ({
      kind: 'drop a source',
      where: id,
      wizard: change(wizard, (copy) => delete copy.decision.rules[at]?.sources),
    })),
    ...wizard.outcomes.map(({ id }, at) => ({
      kind: 'drop a source',
      where: id,
      wizard: change(wizard, (copy) => delete copy.outcomes[at]?.sources),
    })),
  ];
}

/** A rule loses one of its tests, and so takes what later rules were for. */
function widen(wizard: Draft): readonly Mutation[] {
  return wizard.decision.rules.flatMap(({ id, when }, at) =>
    Object.keys(when ?? {}).map((key) => ({
      kind: 'widen a condition',
      where: `${id} without ${key}`,
      wizard: change(wizard, (copy) => {
        const rule = copy.decision.rules[at];
        const { [key]: _, ...rest } = rule?.when ?? {};
        if (rule && Object.keys(rest).length) rule.when = rest;
        else delete rule?.when;
      }),
    })),
  );
}

/** A rule of thumb takes the value at one of its ends. */
function changeThumbs(wizard: Draft): readonly Mutation[] {
  return (wizard.numbers ?? []).flatMap(({ thumbs = [] }, number) =>
    thumbs.flatMap(({ id, value, min, max }, at) =>
      [min, max]
        .filter((end) => end !== value)
        .map((end) => ({
          kind: 'change a rule of thumb',
          where: `${id} → ${end}`,
          wizard: change(wizard, (copy) => {
            const own = copy.numbers?.[number]?.thumbs?.[at];
            if (own) own.value = end;
          }),
        })),
    ),
  );
}
