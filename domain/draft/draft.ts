import type { Attachment } from '../application/application.ts';
import type { Sha256 } from '../canonical.ts';
import type { CaseLanguage } from '../language.ts';
import type { Instant } from '../time.ts';

/** A value as it was typed, which may not make sense yet. */
type Typed = string | undefined;
type TypedCents = number | string | undefined;

/** An application that is being written: of the application's shape, with anything in it and anything missing. */
export interface DraftDocument {
  readonly language?: CaseLanguage | undefined;
  readonly applicant?:
    | { readonly kind?: Typed; readonly name?: Typed; readonly municipality?: Typed; readonly email?: Typed }
    | undefined;
  readonly contact?: { readonly name?: Typed; readonly email?: Typed; readonly phone?: Typed } | undefined;
  readonly project?:
    | {
        readonly title?: Typed;
        readonly summary?: Typed;
        readonly themes?: readonly string[] | undefined;
        readonly starts?: Typed;
        readonly ends?: Typed;
      }
    | undefined;
  readonly parts?: Readonly<Record<string, string>> | undefined;
  readonly participants?: readonly DraftParticipant[] | undefined;
  readonly costs?: readonly DraftCost[] | undefined;
  readonly financing?:
    | {
        readonly requestedCents?: TypedCents;
        readonly ownCents?: TypedCents;
        readonly otherPublicCents?: TypedCents;
      }
    | undefined;
}

interface DraftParticipant {
  /** Tells rows apart while several people edit; no part of the application. */
  readonly row?: string | undefined;
  readonly municipality?: Typed;
  readonly email?: Typed;
  readonly shareCents?: TypedCents;
  readonly represented?: boolean | undefined;
}

interface DraftCost {
  readonly row?: string | undefined;
  readonly category?: Typed;
  readonly description?: Typed;
  readonly cents?: TypedCents;
  readonly vatCents?: TypedCents;
  readonly internal?: boolean | undefined;
}

/** A draft of an organisation, as it is kept. */
export interface Draft {
  readonly draftId: string;
  readonly callId: string;
  readonly businessId: string;
  /** The case that its submissions go to; it exists from the first on. */
  readonly caseId: string;
  /** 1 for the first; goes up by one whenever the document is saved. */
  readonly revision: number;
  readonly document: DraftDocument;
  readonly createdAt: Instant;
  readonly savedAt: Instant;
  readonly savedBy: string;
  /** Waits for somebody to sign and send it; says nothing of a later revision. */
  readonly ready?: { readonly revision: number; readonly by: string; readonly at: Instant };
  readonly sent?: SentDraft;
}

/** What was last sent of a draft. */
export interface SentDraft {
  readonly revision: number;
  readonly version: number;
  /** Of `application.json`, and of the list of all the files: what the receipt tells. */
  readonly applicationSha256: Sha256;
  readonly sha256: Sha256;
  readonly by: string;
  readonly at: Instant;
}

/** A draft's attachment: announced, and perhaps uploaded. */
export type DraftAttachment = Attachment;

/** What would be sent of a draft: an application if nothing is wrong with it. Rows' names are left out, as are empty optional fields. */
export function applicationOf(
  { callId, businessId, document }: Pick<Draft, 'callId' | 'businessId' | 'document'>,
  attachments: readonly DraftAttachment[],
): Readonly<Record<string, unknown>> {
  const { applicant, contact, project, participants = [], costs = [] } = document;
  return {
    format: 'anslag-application-1',
    callId,
    language: document.language,
    applicant: filled({ ...applicant, businessId }, ['municipality']),
    contact: filled({ ...contact }, ['phone']),
    project: { summary: '', themes: [], ...project },
    parts: document.parts ?? {},
    participants: participants.map(({ row: _, ...participant }) => participant),
    costs: costs.map(({ row: _, ...cost }) => cost),
    financing: { ...document.financing },
    attachments,
  };
}

/** Leaves out those of the optional fields in which nothing was typed. */
function filled(
  fields: Readonly<Record<string, unknown>>,
  optional: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !(optional.includes(name) && value === '')),
  );
}
