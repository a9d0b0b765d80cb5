import type { UploadFile } from '../case/events.ts';
import type { Fault } from '../fault.ts';
import type { Application } from './application.ts';

/**
 * What in a well-formed application does not agree with the place it was submitted to: another call, another
 * applicant than the one who opened it, or attachments other than those uploaded with it.
 */
export function contentFaults(
  application: Application,
  opened: { readonly callId?: string; readonly businessId?: string },
  uploaded: readonly UploadFile[],
): readonly Fault[] {
  return [
    ...(application.callId === opened.callId ? [] : [{ place: '/callId', code: 'another-call' }]),
    ...(application.applicant.businessId === opened.businessId
      ? []
      : [{ place: '/applicant/businessId', code: 'another-applicant' }]),
    ...application.attachments.flatMap(({ name, sha256 }, index) =>
      uploaded.some((file) => file.name === name && file.sha256 === sha256)
        ? []
        : [{ place: `/attachments/${index}`, code: 'attachment-not-uploaded', details: { name } }],
    ),
    ...uploaded.flatMap(({ name }) =>
      application.attachments.some((attachment) => attachment.name === name)
        ? []
        : [{ place: '/attachments', code: 'attachment-not-listed', details: { name } }],
    ),
  ];
}
