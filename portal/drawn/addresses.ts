/** Any call, whose pages begin the same for all. */
const anyCall = '/calls/-';
const anyResults = '/calls/-/results';

/** The addresses whose pages are drawn when the portal is built: public ones that have no fields, which only scripts dress. */
export const drawnAddresses = ['/', '/accessibility', '/results', anyCall, anyResults] as const;

/** Which of them an opened address begins as; undefined where it is drawn by the browser alone. */
export function drawnFor(pathname: string): string | undefined {
  if (/^\/calls\/[^/]+$/.test(pathname)) return anyCall;
  if (/^\/calls\/[^/]+\/results$/.test(pathname)) return anyResults;
  return drawnAddresses.find((address) => address === pathname);
}
