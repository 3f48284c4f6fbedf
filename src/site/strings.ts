import sv from '../content/i18n/sv.json' with { type: 'json' };

export type StringKey = keyof typeof sv;

/**
 * A text of the interface, with `{name}` filled in.
 *
 * @throws Nothing: a parameter that is not given stays visible as `{name}`, which the tests look for.
 */
export function t(key: StringKey, values: Readonly<Record<string, string | number>> = {}): string {
  return sv[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
