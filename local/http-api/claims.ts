/**
 * A token's claims as a JWT authorizer hands them to the integration: every value is a string. Numbers and
 * booleans are written out, a list is its values between brackets with spaces (`cognito:groups` of two groups
 * is `[admin presenter]`), an object is its JSON, and a claim that is null is left out.
 *
 * AWS documents that claims are strings only by example ("Create AWS Lambda proxy integrations for HTTP
 * APIs", payload format 2.0, `requestContext.authorizer.jwt.claims`). The forms were measured against a live
 * API backed by a user pool and published in https://github.com/floci-io/floci/pull/2011; the list's form is
 * also in
 * https://github.com/aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock/issues/802.
 */
export function claimStrings(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  const strings: Record<string, string> = {};
  for (const [name, value] of Object.entries(claims)) {
    if (value !== null && value !== undefined) strings[name] = claimString(value);
  }
  return strings;
}

function claimString(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimString).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
