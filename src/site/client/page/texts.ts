declare const PAGE_TEXTS: Readonly<Record<string, string>>;

/** A text of this script, `{name}` filled in. */
export function say(key: string, values: Readonly<Record<string, string>> = {}): string {
  const text = PAGE_TEXTS[`reading.${key}`] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

let region: HTMLElement | undefined;

/** Says something to those who do not see it happen. */
export function announce(text: string): void {
  if (!region) {
    region = document.createElement('p');
    region.setAttribute('role', 'status');
    region.className = 'said';
    document.body.append(region);
  }
  region.textContent = text;
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (region) region.textContent = '';
  }, 6000);
}

let timer = 0;
