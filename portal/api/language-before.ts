/**
 * While a question is asked anew in the language that the reader changed to, its answer in the one before stays, and with it what
 * is being written on the page.
 */
export function inTheLanguageBefore(question: readonly unknown[]) {
  return <Document>(
    before: Document | undefined,
    query: { readonly queryKey: readonly unknown[] } | undefined,
  ): Document | undefined =>
    JSON.stringify(query?.queryKey.slice(2)) === JSON.stringify(question) ? before : undefined;
}
