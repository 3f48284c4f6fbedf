/** Puts the page that the reader came from (`#sida=federation/felsokning`) into the draft. */
const page = new URLSearchParams(location.hash.slice(1)).get('sida') ?? '';

// From a link, so not trusted: only an address of this site's form is taken.
if (/^[a-z0-9-]+(\/[a-z0-9-]+){0,3}$/.test(page)) {
  const draft = document.querySelector<HTMLElement>('[data-draft]');
  if (draft) draft.textContent = (draft.textContent ?? '').replace('…', page);
  const field = document.querySelector<HTMLInputElement>('[data-page]');
  if (field) field.value = page;
  const mail = document.querySelector<HTMLAnchorElement>('[data-mail]');
  if (mail) {
    const body = encodeURIComponent((draft?.textContent ?? '').replaceAll('\n', '\r\n'));
    mail.href = mail.href.replace(/body=.*$/, `body=${body}`);
  }
}
