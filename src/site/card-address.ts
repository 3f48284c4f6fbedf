/**
 * The picture that stands for a page where its link is shared. Pages that nobody shares, the maps and
 * the documents to print, have that of the page they belong to.
 *
 * @param path The page's path, `/om/` or `/om.html`.
 */
export function cardFor(path: string): string {
  const page = path.replace(/^\/|\.html$|\/$/g, '').replace(/\/?(karta|skriv-ut)$/, '');
  return `/kort/${page === '' ? 'index' : page}.png`;
}
