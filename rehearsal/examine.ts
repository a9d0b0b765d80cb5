import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseBody } from '../domain/case/events.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { Decision } from '../domain/decision/decision.ts';
import type { Verification } from '../domain/decision/verification.ts';
import type { Event } from '../domain/log/event.ts';
import type { ApiClient } from './api-client.ts';
import { fetchJson, fetchText } from './fetch.ts';
import type { MailSummary } from './mailbox.ts';
import type { Participant } from './stage.ts';

/** Everything that was looked at of one case. */
export interface Examined {
  readonly participant: Participant;
  readonly state: CaseState;
  readonly events: readonly Event<CaseBody>[];
  readonly decision: Decision;
  readonly mailIds: readonly string[];
  readonly letter: string;
  readonly letterHolds: boolean;
  readonly mail: string;
}

/** Where things are read from, and where letters and mails are saved. */
export interface Places {
  readonly presenter: ApiClient;
  /** The mailbox's cloud. */
  readonly origin: string;
  /** Where anybody can verify a letter. */
  readonly api: string;
  readonly mails: readonly MailSummary[];
  readonly folder: string;
}

/** Reads a decided case back: state and log as its presenter sees them, letter and mail as its applicant does. */
export async function examine(
  participant: Participant,
  { presenter, origin, api, mails, folder }: Places,
): Promise<Examined> {
  const { caseId, client } = participant;
  const state = await presenter.get<CaseState>(`/cases/${caseId}`);
  const { events } = await presenter.get<{ events: Event<CaseBody>[] }>(`/cases/${caseId}/log`);
  const { decision } = state;
  if (!decision) throw new Error(`case ${state.number} has no decision`);
  const { url, sha256 } = await client.get<{ url: string; sha256: string }>(`/applications/${caseId}/letter`);
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  const letter = join(folder, `${decision.caseNumber.replaceAll('/', '-')}.pdf`);
  await writeFile(letter, bytes);
  const mailIds = mails
    .filter(
      ({ to, subject }) =>
        to.includes(decision.applicant.email) && subject.includes(`${decision.caseNumber}:`),
    )
    .filter(({ subject }) => /^(Beslut|Päätös)/.test(subject))
    .map(({ id }) => id);
  const mail = letter.replace(/\.pdf$/, '.eml');
  if (mailIds[0]) await writeFile(mail, await fetchText(`${origin}/_local/mail/${mailIds[0]}.eml`));
  const digest = createHash('sha256').update(bytes).digest('hex');
  const letterHolds = digest === sha256 && (await isInForce(api, digest, decision.caseNumber));
  return { participant, state, events, decision, mailIds, letter, letterHolds, mail };
}

/** Asks, as anybody could, whether a letter is the authority's, unchanged and still in force. */
async function isInForce(api: string, digest: string, caseNumber: string): Promise<boolean> {
  const found = await fetchJson<Verification>(`${api}/letters/${digest}`);
  return found.of === 'letter' && found.inForce && found.caseNumber === caseNumber;
}
