import type { GuideData } from '../../stores/saved/guide-data.ts';
import { createGuides, type Guides } from '../../stores/saved/guides.ts';

export type { GuideData, Guides };

/** A guide as the page names it. */
export interface GuideLink {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly version: number;
  readonly script: string;
}

export interface Catalog {
  readonly guides: ReadonlyMap<string, GuideLink>;
  /** Role id → name. */
  readonly roles: Readonly<Record<string, string>>;
}

/** Reads the list of guides that stands in the page, and the roles. */
export function readCatalog(): Catalog {
  const links = [...document.querySelectorAll<HTMLElement>('[data-guide-id]')].flatMap((item) => {
    const { guideId: id = '', version, script = '' } = item.dataset;
    const link = item.querySelector('a');
    const title = link?.textContent ?? '';
    return link ? [{ id, title, href: link.href, version: Number(version), script }] : [];
  });
  const roles = document.querySelector('script[data-roles]')?.textContent ?? '{}';
  return {
    guides: new Map(links.map((link) => [link.id, link])),
    roles: JSON.parse(roles) as Catalog['roles'],
  };
}

/** The guide with the answers: at the result, or at the first question that is open. */
export function addressOf({ href }: GuideLink, { answers }: { readonly answers: string }): string {
  return `${href}#${answers}&_=resultat`;
}

/** The name of a role, or the person's own word for it. */
export function roleName({ roles }: Catalog, role: string): string {
  return Object.hasOwn(roles, role) ? (roles[role] ?? role) : role;
}

declare global {
  var skdGuideData: ((data: GuideData) => void) | undefined;
}

/** The guides that something is saved of, each fetched as a script: from disk nothing else can be. */
export function fetchedGuides({ guides }: Catalog): Guides {
  const store = createGuides((id) => {
    const script = guides.get(id)?.script;
    return script === undefined ? null : loadScript(script);
  });
  globalThis.skdGuideData = store.take;
  return store;
}

/** Runs a script of the site. @throws When it cannot be had. */
export function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}
