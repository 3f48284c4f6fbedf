import { cleanText } from './clean-text.ts';

/**
 * Readers for data that anybody may have written. Each takes an unknown value and gives it back in
 * its shape, or throws. A field that is not named is dropped; text is cleaned.
 */
export type Read<T> = (value: unknown) => T;

/** Says that data has not the shape it should. Never shown: the reader of the file turns it into words. */
export class ShapeError extends Error {}

export const text: Read<string> = (value) => {
  if (typeof value !== 'string') throw new ShapeError('not a text');
  return cleanText(value);
};

export const whole: Read<number> = (value) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new ShapeError('not whole');
  return value;
};

export const truth: Read<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new ShapeError('neither true nor false');
  return value;
};

/** A text that passes a test. */
export function textThat(isRight: (value: string) => boolean): Read<string> {
  return (value) => {
    const read = text(value);
    if (!isRight(read)) throw new ShapeError('not such a text');
    return read;
  };
}

/** One of a few texts. */
export function oneOf<T extends string>(...allowed: readonly T[]): Read<T> {
  return (value) => {
    const found = allowed.find((each) => each === value);
    if (found === undefined) throw new ShapeError('not one of those');
    return found;
  };
}

export function listOf<T>(read: Read<T>): Read<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new ShapeError('not a list');
    return value.map(read);
  };
}

/** Values by any key. `Object.fromEntries()` makes `__proto__` a key like others. */
export function mapOf<T>(read: Read<T>): Read<Readonly<Record<string, T>>> {
  return (value) =>
    Object.fromEntries(
      Object.entries(plainObject(value)).map(([key, item]) => [cleanText(key), read(item)]),
    );
}

/** An object with exactly these fields, in this order. */
export function objectOf<T extends object>(
  fields: { readonly [K in keyof T]: Read<T[K]> },
): Read<T> {
  return (value) => {
    const given = plainObject(value);
    const names = Object.keys(fields) as (keyof T & string)[];
    return Object.fromEntries(
      names.map((name) => [
        name,
        fields[name](Object.hasOwn(given, name) ? given[name] : undefined),
      ]),
    ) as T;
  };
}

function plainObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ShapeError('not an object');
  return value as Readonly<Record<string, unknown>>;
}
