import { describe, expect, test } from 'vitest';
import { countWays } from './count-ways.ts';
import { ExploreLimitError, explore } from './explore.ts';
import { login, options, question, wizardOf } from './wizards.fixtures.ts';

describe('countWays', () => {
  test('counts every combination of answers on paths, exactly', () => {
    // f-3: 200,000 numbers. gy: 1,499 numbers × 5 answers, and 198,501 × (2 sets with "skolans" × 2 + 3)
    const ways = 200_000n + 1_499n * 5n + 198_501n * 7n;
    expect(countWays(login)).toEqual({ ways, shortest: 2, longest: 4 });
  });

  test('counts more ways than a number can hold', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `s${index}`);
    const wizard = wizardOf({
      questions: ids.map((id) => question({ id, code: id, options: options('a', 'b', 'c') })),
    });
    expect(countWays(wizard).ways).toBe(3n ** 60n);
  });
});

describe('explore', () => {
  test('stops when there is too much to tell apart, and says where', () => {
    const limited = () =>
      explore(
        login,
        login.rules.map(({ when }) => when),
        {},
        { limit: 2 },
      );
    expect(limited).toThrow(ExploreLimitError);
    try {
      limited();
    } catch (thrown) {
      expect((thrown as ExploreLimitError).questions[0]).toEqual({ id: 'enheter', classes: 3 });
    }
  });

  test('goes only through the ways that give certain answers', () => {
    const seen: string[] = [];
    const visit = {
      question: (index: number, applies: boolean) => {
        if (applies) seen.push(login.questions[index]?.id ?? '');
      },
    };
    explore(login, [], visit, { given: { grupp: 'f-3' } });
    expect(seen).toEqual(['grupp', 'elever']);
  });
});
