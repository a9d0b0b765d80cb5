/** What is decided on an application. */
export type Outcome = 'grantedInFull' | 'grantedInPart' | 'refused' | 'dismissed';
