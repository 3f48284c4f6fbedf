/** Filled in by the bundler: the interface texts of the search. */
declare const SEARCH_TEXTS: Readonly<Record<string, string>>;

/** A text of the interface by its key below `search.`. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (SEARCH_TEXTS[`search.${key}`] ?? key).replace(/\{(\w+)\}/g, (_whole, name: string) =>
    String(values[name] ?? ''),
  );
}
