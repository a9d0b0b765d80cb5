import { application as applicationSchema } from '../../contract/application.ts';
import { read } from '../../contract/faults.ts';
import type { Application } from '../../domain/application/application.ts';
import type { Call, Opening } from '../../domain/call/call.ts';
import { findingsBeforehand, type PlacedFinding } from '../../domain/draft/beforehand.ts';
import { applicationOf } from '../../domain/draft/draft.ts';
import type { Fault } from '../../domain/fault.ts';
import { toInstant } from '../../domain/time.ts';
import type { KeptDraft } from '../../store/drafts.ts';
import { faultsOfFile } from '../announced-files.ts';
import { keyOfAttachment } from './draft-files.ts';
import type { Means } from './means.ts';

/** What would come of a draft if it were sent now. */
export interface DraftCheck {
  /** With these it would not be taken in. */
  readonly faults: readonly Fault[];
  /** What the rules would find; with these it can be sent, and might be refused or asked to be completed. */
  readonly findings: readonly PlacedFinding[];
  /** The application as it would be sent; only of a draft without faults. */
  readonly application?: Application;
}

/** Holds a draft against the contract, its uploaded files and the call's rules, as the intake and the screening will. */
export async function checkDraft(
  { bucket }: Means,
  { draft, attachments }: KeptDraft,
  call: Call & Opening,
): Promise<DraftCheck> {
  const candidate = applicationOf(draft, attachments);
  const reading = read(applicationSchema, candidate);
  const ofFiles = await Promise.all(
    attachments.map((file, index) =>
      faultsOfFile(bucket, keyOfAttachment(draft.draftId, file.sha256), file, `/attachments/${index}`),
    ),
  );
  const faults = [...('faults' in reading ? reading.faults : []), ...ofFiles.flat()];
  const findings = findingsBeforehand(candidate, faults, call, toInstant(Date.now()));
  return {
    faults,
    findings,
    ...('value' in reading && faults.length === 0 ? { application: reading.value } : {}),
  };
}
