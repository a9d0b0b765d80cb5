import * as z from 'zod/mini';
import type { DraftDocument } from '../domain/draft/draft.ts';
import { attachment } from './application.ts';
import { commandId, prose } from './fields.ts';

/** How large a draft may be, as JSON in UTF-8: an item of the table holds 400 kB, and the rest is for what surrounds it. */
export const draftBytes = 350_000;

/** What stands in a field of one line, or does not yet make sense: a draft keeps whatever was typed. */
const typed = z.string().check(z.maxLength(1000));

/** Cents, or what was typed where it is no sum yet. */
const typedCents = z.union([z.int(), z.string().check(z.maxLength(40))]);

const flag = z.optional(z.boolean());

/** Tells a row apart from others while several people edit; chosen by the client, and left out of what is sent. */
const row = z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/)));

/** An application that is being written: of the form's shape, with anything in it and anything missing. */
export const draftDocument = z.strictObject({
  language: z.optional(z.enum(['sv', 'fi'])),
  applicant: z.optional(
    z.strictObject({
      kind: z.optional(typed),
      name: z.optional(typed),
      municipality: z.optional(typed),
      email: z.optional(typed),
    }),
  ),
  contact: z.optional(
    z.strictObject({ name: z.optional(typed), email: z.optional(typed), phone: z.optional(typed) }),
  ),
  project: z.optional(
    z.strictObject({
      title: z.optional(typed),
      summary: z.optional(prose),
      themes: z.optional(z.array(typed).check(z.maxLength(20))),
      starts: z.optional(typed),
      ends: z.optional(typed),
    }),
  ),
  parts: z.optional(z.record(z.string().check(z.regex(/^[a-z][a-zA-Z]{0,39}$/)), prose)),
  participants: z.optional(
    z
      .array(
        z.strictObject({
          row,
          municipality: z.optional(typed),
          email: z.optional(typed),
          shareCents: z.optional(typedCents),
          represented: flag,
        }),
      )
      .check(z.maxLength(310)),
  ),
  costs: z.optional(
    z
      .array(
        z.strictObject({
          row,
          category: z.optional(typed),
          description: z.optional(typed),
          cents: z.optional(typedCents),
          vatCents: z.optional(typedCents),
          internal: flag,
        }),
      )
      .check(z.maxLength(500)),
  ),
  financing: z.optional(
    z.strictObject({
      requestedCents: z.optional(typedCents),
      ownCents: z.optional(typedCents),
      otherPublicCents: z.optional(typedCents),
    }),
  ),
});

draftDocument satisfies z.ZodMiniType<DraftDocument>;

/** POST /calls/{callId}/drafts. `businessId` is one the person may act for. */
export const createDraftRequest = z.strictObject({
  commandId,
  businessId: z.string().check(z.regex(/^\d{7}-\d$/)),
  document: draftDocument,
});

/** POST /applications/{caseId}/drafts: a draft of the next version, from the one that was received. */
export const redraftRequest = z.strictObject({ commandId });

/** PUT /drafts/{draftId}: the whole document, in place of the version that `If-Match` names. */
export const saveDraftRequest = z.strictObject({ document: draftDocument });

/** POST /drafts/{draftId}/attachments: one file that is going to be uploaded. */
export const announceAttachmentRequest = attachment;

/** POST /drafts/{draftId}/invitations. */
export const inviteRequest = z.strictObject({});

/** POST /invitations: what the link to a draft says. */
export const acceptInvitationRequest = z.strictObject({
  secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});

/** POST /drafts/{draftId}/ready: the version that `If-Match` names waits for somebody to sign and send it, or no more. */
export const readyRequest = z.strictObject({ ready: z.boolean() });

/** POST /drafts/{draftId}/submission: signs and sends the version that `If-Match` names. */
export const submitDraftRequest = z.strictObject({});
