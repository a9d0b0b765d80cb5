import { fetchJson } from './fetch.ts';

/** A mail as the list of the local mailbox shows it. */
export interface MailSummary {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
}

interface Page {
  readonly messages: readonly MailSummary[];
  readonly next?: number;
}

/** Every mail that was sent, the newest first. */
export async function readMailbox(origin: string): Promise<readonly MailSummary[]> {
  const mails: MailSummary[] = [];
  for (let before: number | undefined = 0; before !== undefined; ) {
    const page: Page = await fetchJson(
      `${origin}/_local/mail?limit=1000${before ? `&before=${before}` : ''}`,
    );
    mails.push(...page.messages);
    before = page.next;
  }
  return mails;
}
