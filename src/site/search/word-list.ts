import { fold, stemOf } from './fold.ts';

/**
 * The words of the site as a short text: sorted, and of each word only what differs from the one
 * before, after a letter that says how much is the same.
 */
export function packWords(words: Iterable<string>): string {
  let before = '';
  return [...new Set(words)]
    .sort()
    .map((word) => {
      let same = 0;
      while (same < 35 && same < before.length && before[same] === word[same]) same += 1;
      before = word;
      return same.toString(36) + word.slice(same);
    })
    .join('\n');
}

export function unpackWords(packed: string): string[] {
  let before = '';
  return packed.split('\n').map((line) => {
    before = before.slice(0, Number.parseInt(line[0] ?? '0', 36)) + line.slice(1);
    return before;
  });
}

/** One form of each word, the most common, so that the list stays short. */
export function oneFormEach(counts: ReadonlyMap<string, number>): string[] {
  const best = new Map<string, string>();
  for (const [word, count] of counts) {
    const stem = stemOf(fold(word));
    const before = best.get(stem);
    if (before === undefined || count > (counts.get(before) ?? 0)) best.set(stem, word);
  }
  return [...best.values()].sort();
}
