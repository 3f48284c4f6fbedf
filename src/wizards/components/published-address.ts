/** The published page that is open: from disk it leads to the site, not into this computer. Without fragment. */
export function publishedAddress(): string {
  const here = location.href.split('#')[0] ?? '';
  if (location.protocol !== 'file:') return here;
  return document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? here;
}

/** A link that others can open, with the answers in its fragment. */
export function sharedAddress(): string {
  return publishedAddress() + location.hash;
}
