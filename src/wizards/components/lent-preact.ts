/** Stands in for Preact in the second script of a guide: the first script's Preact, lent. */
const lent = globalThis.skdGuide?.preact ?? {};

export const h = lent['h'];
export const Fragment = lent['Fragment'];
export const useState = lent['useState'];
export const useEffect = lent['useEffect'];
export const useMemo = lent['useMemo'];
