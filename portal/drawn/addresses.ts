/** Any call, whose page begins the same for all. */
const anyCall = '/calls/-';

/** The addresses whose pages are drawn when the portal is built: public ones that have no fields, which only scripts dress. */
export const drawnAddresses = ['/', '/accessibility', '/results', anyCall] as const;

/** Which of them an opened address begins as; undefined where it is drawn by the browser alone. */
export function drawnFor(pathname: string): string | undefined {
  if (/^\/calls\/[^/]+(\/results)?$/.test(pathname)) return anyCall;
  return drawnAddresses.find((address) => address === pathname);
}
