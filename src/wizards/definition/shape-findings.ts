import type * as z from 'zod';
import { error, suggest } from '../engine/check/findings.ts';
import type { Finding } from '../engine/types.ts';
import { FORMULA_FORMS, REQUIREMENT_FORMS, TEST_FORMS, wizardSchema } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** Word what the schema says about a definition of the wrong shape. */
export function shapeFindings(issues: readonly Issue[], value: unknown): readonly Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, value));
}

function findingsOf(issue: Issue, value: unknown): readonly Finding[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const name = nameOf(path, value);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path);
    return issue.keys.map((key) =>
      error(
        'shape',
        [...path, key],
        `${name} has the unknown field "${key}".`,
        suggest(key, known),
      ),
    );
  }
  const isMissing = path.length > 0 && issue.code === 'invalid_type' && issue.input === undefined;
  if (isMissing) {
    const message = `${name} lacks the field "${path.at(-1)}".`;
    return [error('shape', path, message, `Write \`${path.at(-1)}:\` and what it should be.`)];
  }
  const field = typeof path.at(-1) === 'string' ? `: "${path.at(-1)}"` : '';
  const subject = path.length ? `${name}${field}` : 'the file';
  if (issue.code === 'invalid_union') {
    const message = `${subject} has a form that is not taken here.`;
    return [error('shape', path, message, `It may be: ${formsAt(path)}`)];
  }
  const message = `${subject} ${wording(issue)}.`;
  return [error('shape', path, message, 'See the description of the field in schema.json.')];
}

/** What may stand where several forms are taken. */
function formsAt(path: readonly (string | number)[]): string {
  if (path.includes('formula')) return FORMULA_FORMS;
  return path.includes('requirements') ? REQUIREMENT_FORMS : TEST_FORMS;
}

function wording(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}`;
    default:
      return issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '');
  }
}

function article(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    array: 'a list',
    object: 'fields with values',
    record: 'fields with values',
    string: 'text (in quotes if it looks like a number)',
    int: 'a whole number',
    boolean: 'true or false',
  };
  return words[expected] ?? `a ${expected}`;
}

/** The innermost thing with an id around a place: `question "x" option "y"`. */
function nameOf(path: readonly (string | number)[], value: unknown): string {
  const names: string[] = [];
  let node = value;
  path.forEach((part, index) => {
    const inner = field(node, part);
    if (typeof part === 'number') {
      const list = String(path[index - 1] ?? 'item');
      const id = field(inner, 'id');
      const singular = list.replace(/s$/, '');
      names.push(typeof id === 'string' ? `${singular} "${id}"` : `${singular} ${part + 1}`);
    }
    node = inner;
  });
  return names.join(' ') || 'the wizard';
}

function field(node: unknown, key: string | number): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
  return Reflect.get(node, key);
}

/** Field names the schema takes at a place. */
function knownKeys(path: readonly (string | number)[]): readonly string[] {
  let schema: unknown = wizardSchema;
  for (const part of path) {
    const inner = unwrap(schema);
    const shape = field(inner, 'shape') ?? inner?.shape;
    schema = typeof part === 'number' ? inner?.element : (shape as Shape | undefined)?.[part];
    schema ??= inner?.valueType;
  }
  return Object.keys(unwrap(schema)?.shape ?? {});
}

type Shape = Readonly<Record<string, unknown>>;

interface AnySchema {
  readonly shape?: Shape;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly unwrap?: () => unknown;
  readonly options?: readonly unknown[];
}

/** Look inside optional fields, and at the fields of a union. */
function unwrap(schema: unknown): AnySchema | undefined {
  const any = schema as AnySchema | undefined;
  if (any?.shape || any?.element || any?.valueType) return any;
  if (any?.unwrap) return unwrap(any.unwrap());
  return any?.options?.map(unwrap).find((option) => option?.shape);
}
