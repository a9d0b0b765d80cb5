import { email } from '../../contract/fields.ts';
import type { Draft } from '../../domain/draft/draft.ts';
import type { CallPublished } from '../../domain/round/events.ts';
import { closingSoonMail } from '../../texts/draft-mails.ts';
import type { Outgoing } from './compose.ts';

/**
 * Messages to whoever has begun an application and not sent it, one for each draft that has an address in it.
 *
 * @param days how long before the closing; each draft is reminded once for each
 * @param portal the address of the portal
 */
export function composeForDrafts(
  drafts: readonly Draft[],
  { call, closesAt }: CallPublished['data'],
  days: string,
  portal: string,
): readonly Outgoing[] {
  return drafts.flatMap(({ draftId, document }) => {
    const { applicant, contact, project, language = 'fi' } = document;
    const to = [...new Set([applicant?.email, contact?.email])].filter(
      (address) => address !== undefined && email.safeParse(address).success,
    ) as string[];
    const link = `${portal}/apply/drafts/${draftId}`;
    const message = closingSoonMail({ call, language, link, closesAt, title: project?.title ?? '' });
    return to.length > 0 ? [{ key: `closing-soon.${days}.${draftId}`, to, message }] : [];
  });
}
