import { expect, test } from 'vitest';
import { fuzzFiles } from './fuzz.fixtures.ts';

// 20,000 of them in tests/long/engine.test.ts
test('1,000 damaged definitions are refused with place, fault and remedy, or work', {
  timeout: 120_000,
}, () => {
  const { read, refused } = fuzzFiles(1000, 20261124);
  expect(read).toBe(1000);
  expect(refused).toBeGreaterThan(500);
});
