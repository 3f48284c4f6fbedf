import { describe, expect, test } from 'vitest';
import { decodeAnswers, encodeAnswers } from './encode.ts';
import { deepFreeze, login } from './wizards.fixtures.ts';

const answers = deepFreeze({ grupp: 'gy', elever: 120, enheter: ['egna', 'skolans'] });

describe('encodeAnswers', () => {
  test('writes codes in the order of the questions', () => {
    const { enheter, elever, grupp } = answers;
    expect(encodeAnswers(login, { enheter, elever, grupp })).toBe('v=3&g=b&n=120&e=a.b');
  });

  test('leaves out answers off the path and answers that are not allowed', () => {
    expect(encodeAnswers(login, { ...answers, grupp: 'f-3' })).toBe('v=3&g=a&n=120');
    expect(encodeAnswers(login, { ...answers, elever: -1 })).toBe('v=3&g=b');
  });
});

describe('decodeAnswers', { timeout: 60_000 }, () => {
  const decode = (fragment: string) => decodeAnswers(login, fragment);
  const reasons = (fragment: string) => decode(fragment).problems.map(({ reason }) => reason);

  test('reads back what was written, in any order, with or without #', () => {
    const expected = { answers, version: 3, problems: [] };
    expect(decode('#v=3&g=b&n=120&e=a.b')).toEqual(expected);
    expect(decode('e=b.a&n=120&g=b&v=3')).toEqual(expected);
  });

  test('selects the option marked unknown for a question mark', () => {
    expect(decode('e=?').answers).toEqual({ enheter: ['vet-inte'] });
    expect(decode('e=%3F').answers).toEqual({ enheter: ['vet-inte'] });
    expect(reasons('g=?')).toEqual(['unknown-option']);
  });

  test('has no version when the address does not say one', () => {
    expect(decode('g=b').version).toBeNull();
    expect(decode('v=x')).toMatchObject({ version: null, problems: [{ reason: 'version' }] });
  });

  test('lets the first of two parts with the same key count, and reports the other', () => {
    expect(decode('g=a&g=b&v=1&v=2')).toEqual({
      answers: { grupp: 'f-3' },
      version: 1,
      problems: [
        { key: 'g', value: 'b', reason: 'duplicate' },
        { key: 'v', value: '2', reason: 'duplicate' },
      ],
    });
  });

  test.each([
    ['an unknown key', 'zz=1', 'unknown-question'],
    ['a question id in the place of a code', 'grupp=b', 'unknown-question'],
    ['a key every object has', '__proto__=a', 'unknown-question'],
    ['an unknown code', 'g=z', 'unknown-option'],
    ['an option id in the place of a code', 'g=gy', 'unknown-option'],
    ['no value', 'g', 'unknown-option'],
    ['an exclusive option with another', 'e=a.c', 'exclusive'],
    ['a number out of range', 'n=0', 'out-of-range'],
    ['a number with an exponent', 'n=1e3', 'wrong-kind'],
    ['a hexadecimal number', 'n=0x10', 'wrong-kind'],
    ['an empty number', 'n=', 'wrong-kind'],
  ])('reports %s and never uses it', (_name, fragment, reason) => {
    expect(decode(fragment).answers).toEqual({});
    expect(reasons(fragment)).toEqual([reason]);
  });

  test.each(['%', '%E0%A4%A', '#####', '&&&===', '\ud800', '\0', 'g=%00b', '=', '?', '🙂=🙂'])(
    'takes the hostile fragment %j',
    (fragment) => {
      expect(decode(fragment).answers).toEqual({});
    },
  );

  test('takes megabytes, reports at most twenty problems and cuts each to forty characters', () => {
    const { problems, answers: read } = decode(
      `${'x'.repeat(999)}=${'y'.repeat(999)}&`.repeat(1500),
    );
    expect(read).toEqual({});
    expect(problems).toHaveLength(20);
    expect(problems[0]).toMatchObject({ key: 'x'.repeat(40), value: 'y'.repeat(40) });
    expect(reasons(`e=${'.'.repeat(2_000_000)}`)).toEqual(['unknown-option']);
    expect(decode(`e=${'a.'.repeat(1_000_000)}a`).answers).toEqual({ enheter: ['egna'] });
  });

  test('does not change Object.prototype', () => {
    decode('__proto__=a&constructor=b&e=__proto__');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
