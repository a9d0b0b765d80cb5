import { createHash } from 'node:crypto';
import type { Application, Attachment } from '../domain/application/application.ts';
import type { ApiClient } from './api-client.ts';

/** What an applicant sees of an application of theirs. */
export interface ApplicationView {
  readonly stage: string;
  readonly number?: string;
  readonly versions: readonly {
    readonly version: number;
    readonly fate: 'awaited' | 'accepted' | 'rejected';
  }[];
  readonly rejections: readonly {
    readonly version: number;
    readonly faults: readonly { readonly code: string }[];
  }[];
  readonly decision?: { readonly outcome: string };
}

/** A version on its way: where its files may be put, and their bytes. */
export interface Submission {
  readonly caseId: string;
  readonly version: number;
  readonly uploads: readonly UploadAddress[];
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

interface UploadAddress {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Files {
  readonly json: string;
  readonly attachments?: readonly { readonly attachment: Attachment; readonly bytes: Uint8Array }[];
}

/** Opens an application and returns its id. */
export async function open(
  client: ApiClient,
  callId: string,
  { businessId, email, language }: { businessId: string; email: string; language: string },
): Promise<string> {
  const body = { commandId: crypto.randomUUID(), businessId, email, language };
  const { caseId } = await client.post<{ caseId: string }>(`/calls/${callId}/applications`, body);
  return caseId;
}

/** Announces the files of a version and gets their upload addresses. */
export async function announce(
  client: ApiClient,
  caseId: string,
  { json, attachments = [] }: Files,
): Promise<Submission> {
  const bytes = Buffer.from(json);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { version, uploads } = await client.post<{ version: number; uploads: UploadAddress[] }>(
    `/applications/${caseId}/versions`,
    {
      commandId: crypto.randomUUID(),
      application: { name: 'application.json', sizeBytes: bytes.length, type: 'application/json', sha256 },
      attachments: attachments.map(({ attachment }) => attachment),
    },
  );
  const contents = new Map<string, Uint8Array>([['application.json', bytes]]);
  for (const { attachment, bytes: content } of attachments) contents.set(attachment.name, content);
  return { caseId, version, uploads, contents };
}

/** Puts every file at its address, `application.json` last. Returns S3's status for each. */
export async function upload({ uploads, contents }: Submission): Promise<number[]> {
  const statuses: number[] = [];
  for (const { name, url, headers } of uploads) {
    const body = contents.get(name) ?? new Uint8Array();
    const response = await fetch(url, { method: 'PUT', headers, body: Buffer.from(body) });
    await response.arrayBuffer();
    statuses.push(response.status);
  }
  return statuses;
}

/** Waits until the intake has come to an end with a version; says how. */
export async function fateOf(client: ApiClient, { caseId, version }: Submission): Promise<ApplicationView> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const view = await client.get<ApplicationView>(`/applications/${caseId}`);
    const fate = view.versions.find((known) => known.version === version)?.fate;
    if (fate && fate !== 'awaited') return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`version ${version} of ${caseId} did not come through the intake`);
}

/** The application as the file that is uploaded. */
export function asFile(application: Application): string {
  return JSON.stringify(application, null, 2);
}
