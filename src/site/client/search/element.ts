type Attributes = Readonly<Record<string, string>>;

/** A new element with attributes and contents. Text is always set as text, never as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...contents: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...contents);
  return made;
}

export function button(text: string, work: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'button button-quiet' }, text);
  made.addEventListener('click', work);
  return made;
}
