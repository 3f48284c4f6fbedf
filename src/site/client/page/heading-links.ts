import { announce, say } from './texts.ts';

/**
 * Beside each heading of the text a link to it, which also copies its address. It stands beside the
 * heading and not in it: a list of headings then reads as it did.
 */
export function addHeadingLinks(): void {
  for (const heading of document.querySelectorAll<HTMLElement>('.prose :is(h2, h3)[id]')) {
    const link = document.createElement('a');
    link.className = 'to-heading';
    link.href = `#${heading.id}`;
    link.title = say('copyTitle');
    link.setAttribute('aria-label', say('copy', { heading: heading.textContent ?? '' }));
    link.textContent = '#';
    link.addEventListener('click', () => void copyAddress(heading.id));
    const row = document.createElement('div');
    row.className = 'heading-row';
    heading.replaceWith(row);
    row.append(heading, link);
  }
}

/** From disk the published address is copied: a path into this computer is of no use to others. */
async function copyAddress(id: string): Promise<void> {
  const published = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const isDisk = location.protocol === 'file:';
  const page = isDisk && published ? published : location.href.replace(/#.*$/, '');
  const address = `${page}#${id}`;
  try {
    await navigator.clipboard.writeText(address);
    announce(say('copied'));
  } catch {
    announce(say('notCopied', { address }));
  }
}
