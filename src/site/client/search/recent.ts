const key = 'skd:sokt';
const most = 5;
const longest = 80;

/** The latest queries of this browser, the newest first. What is stored may be anything. */
export function recentQueries(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored
      .filter((query): query is string => typeof query === 'string' && query !== '')
      .slice(0, most)
      .map((query) => query.slice(0, longest));
  } catch {
    return [];
  }
}

/** Remembers a query that led somewhere. */
export function rememberQuery(query: string): void {
  if (query === '' || query.length > longest) return;
  const all = [query, ...recentQueries().filter((other) => other !== query)].slice(0, most);
  try {
    localStorage.setItem(key, JSON.stringify(all));
  } catch {
    // Storage is blocked or full: nothing is remembered.
  }
}

export function forgetQueries(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing could be stored either.
  }
}
