import type { Finding, Question, Wizard } from '../types.ts';
import { error, type Path, quote, repeated } from './findings.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CODE = /^[a-z0-9]{1,4}$/;
/** Words that mean something of their own in a condition. */
const RESERVED = ['all', 'any', 'not'];

/** Ids and codes: form, and none used twice where they must differ. */
export function checkIds(wizard: Wizard): readonly Finding[] {
  const codes = wizard.questions.map(({ code }) => code);
  return [
    ...checkList('question', ['questions'], wizard.questions),
    ...checkList('fact', ['facts'], wizard.facts),
    ...checkList('rule', ['decision', 'rules'], wizard.rules),
    ...checkList('outcome', ['outcomes'], wizard.outcomes),
    ...checkList('advice', ['advice'], wizard.advice),
    ...checkList('number', ['numbers'], wizard.numbers),
    ...checkList('persona', ['personas'], wizard.personas),
    ...checkRequirements(wizard),
    ...wizard.outcomes.flatMap((outcome, index) =>
      checkList(`outcome "${outcome.id}" step`, ['outcomes', index, 'steps'], outcome.steps),
    ),
    ...repeatedCodes(codes, ['questions'], 'question'),
    ...wizard.questions.flatMap(checkQuestion),
    ...checkNames(wizard),
  ];
}

function checkList(
  what: string,
  path: Path,
  items: readonly { readonly id: string }[],
): readonly Finding[] {
  const forms = items.flatMap(({ id }, index) =>
    ID.test(id)
      ? []
      : [
          error(
            'id-form',
            [...path, index, 'id'],
            `${what} "${id}" has an id of the wrong form.`,
            'Write lower-case a–z, 0–9 and single dashes.',
          ),
        ],
  );
  const twice = repeated(items.map(({ id }) => id)).map((id) => {
    const index = items.findLastIndex((item) => item.id === id);
    const message = `${what} "${id}" stands more than once.`;
    return error('id-repeated', [...path, index, 'id'], message, 'Give each an id of its own.');
  });
  return [...forms, ...twice];
}

function repeatedCodes(codes: readonly string[], path: Path, what: string): readonly Finding[] {
  return repeated(codes).map((code) =>
    error(
      'code-repeated',
      [...path, codes.lastIndexOf(code), 'code'],
      `${what} code "${code}" is used more than once.`,
      'Change the newest one; a published code stays.',
    ),
  );
}

function checkQuestion(question: Question, index: number): readonly Finding[] {
  const path = ['questions', index];
  const findings = [...codeForm(`question "${question.id}"`, question.code, path)];
  if (question.code === 'v') {
    const message = `question "${question.id}" has the code "v", which addresses use for the version.`;
    findings.push(error('code-reserved', [...path, 'code'], message, 'Choose another code.'));
  }
  if (question.kind === 'number') return findings;
  const what = `question "${question.id}" option`;
  const codes = question.options.map(({ code }) => code);
  return [
    ...findings,
    ...checkList(what, [...path, 'options'], question.options),
    ...repeatedCodes(codes, [...path, 'options'], what),
    ...question.options.flatMap(({ id, code }, at) =>
      codeForm(`${what} "${id}"`, code, [...path, 'options', at]),
    ),
  ];
}

function codeForm(what: string, code: string, path: Path): readonly Finding[] {
  if (CODE.test(code)) return [];
  const message = `${what} has the code "${code}", which has the wrong form.`;
  return [error('code-form', [...path, 'code'], message, 'Write 1–4 characters a–z and 0–9.')];
}

/** Ids of requirements differ in the whole guide: a composed list takes them from many outcomes. */
function checkRequirements(wizard: Wizard): readonly Finding[] {
  const placed = wizard.outcomes.flatMap(({ requirements }, index) =>
    requirements.flatMap((each, at) =>
      typeof each === 'string'
        ? []
        : [{ id: each.id, path: ['outcomes', index, 'requirements', at, 'id'] }],
    ),
  );
  return repeated(placed.map(({ id }) => id)).map((id) => {
    const message = `requirement "${id}" stands more than once in the guide.`;
    const path = placed.findLast((each) => each.id === id)?.path ?? ['outcomes'];
    return error('id-repeated', path, message, 'Give each an id of its own.');
  });
}

/** Questions and facts share one space of names: both are what conditions name. */
function checkNames(wizard: Wizard): readonly Finding[] {
  const questions = wizard.questions.map(({ id }) => id);
  const clashes = wizard.facts.flatMap(({ id }, index) =>
    questions.includes(id)
      ? [
          error(
            'id-repeated',
            ['facts', index, 'id'],
            `fact "${id}" has the same id as a question.`,
            'Give the fact an id of its own.',
          ),
        ]
      : [],
  );
  const reserved = [...questions, ...wizard.facts.map(({ id }) => id)].filter((id) =>
    RESERVED.includes(id),
  );
  if (!reserved.length) return clashes;
  const message = `${quote(reserved)} cannot be the id of a question or fact.`;
  const hint = `${quote(RESERVED)} combine conditions; choose another id.`;
  return [...clashes, error('id-reserved', ['questions'], message, hint)];
}
