/** What tells a requirement from the others that were examined. */
export function keyOf({
  rule,
  subject = '',
}: {
  readonly rule: string;
  readonly subject?: string | undefined;
}): string {
  return `${rule} ${subject}`;
}
