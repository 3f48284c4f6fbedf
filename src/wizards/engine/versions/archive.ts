import type { Answer, Option, Question, QuestionId, Wizard } from '../types.ts';
import type { ArchivedLogic } from './logic.ts';

/** A question as it was published: what an address needs to be read. */
export interface ArchivedQuestion {
  readonly id: QuestionId;
  readonly code: string;
  readonly kind: Question['kind'];
  /** Option id by code; none for a number. */
  readonly options: Readonly<Record<string, string>>;
  /** Codes of the options marked "vet inte". */
  readonly unknown: readonly string[];
}

/** A link that may stand in a mail or a decision, and what it led to when it was published. */
export interface ArchivedLink {
  readonly link: string;
  readonly outcomes: readonly string[];
  readonly rules: readonly string[];
  readonly advice: readonly string[];
}

export interface ArchivedVersion {
  readonly version: number;
  readonly questions: readonly ArchivedQuestion[];
  readonly links: readonly ArchivedLink[];
  /** What decided, so that a saved decision can be told whether it is affected. */
  readonly logic?: ArchivedLogic | undefined;
}

/** Everything that was ever published of one guide, oldest first. */
export interface Archive {
  readonly id: string;
  readonly versions: readonly ArchivedVersion[];
}

/** What to keep of the questions of a version. */
export function archiveQuestions(wizard: Wizard): readonly ArchivedQuestion[] {
  return wizard.questions.map((question) => {
    const { id, code, kind } = question;
    const options = kind === 'number' ? [] : question.options;
    return {
      id,
      code,
      kind,
      options: Object.fromEntries(options.map((option) => [option.code, option.id])),
      unknown: options.filter(({ unknown }) => unknown).map((option) => option.code),
    };
  });
}

/** A version with only what is needed to read its addresses. */
export function asWizard(
  wizard: Wizard,
  { version, questions }: Pick<ArchivedVersion, 'version' | 'questions'>,
): Wizard {
  return { ...wizard, version, questions: questions.map(asQuestion) };
}

function asQuestion({ id, code, kind, options, unknown }: ArchivedQuestion): Question {
  const base = {
    id,
    code,
    ask: '',
    hint: null,
    why: '',
    when: { kind: 'true' },
    group: null,
  } as const;
  if (kind === 'number')
    return { ...base, kind, min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, unit: '' };
  const listed = Object.entries(options).map(
    ([own, option]): Option => ({
      id: option,
      code: own,
      label: '',
      hint: null,
      unknown: unknown.includes(own) ? { ask: '', how: '' } : null,
      scores: {},
      notApplicable: false,
    }),
  );
  return kind === 'multiple'
    ? { ...base, kind, options: listed, exclusive: [] }
    : { ...base, kind, display: 'list', options: listed };
}

/** An answer as far as a kind of question can take it, or `undefined`. */
export function retypeAnswer(kind: Question['kind'], answer: Answer): Answer | undefined {
  if (kind === 'number') return typeof answer === 'number' ? answer : undefined;
  if (typeof answer === 'number') return undefined;
  if (kind === 'multiple') return [answer].flat();
  if (typeof answer === 'string') return answer;
  return answer.length === 1 ? answer[0] : undefined;
}
