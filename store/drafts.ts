import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Draft, DraftAttachment, DraftDocument, SentDraft } from '../domain/draft/draft.ts';
import type { Instant } from '../domain/time.ts';
import { deleteIf, listItems, putIf, putNew, queryAll, type Table, updateIf } from './table.ts';

/** A draft with what belongs to it. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly attachments: readonly DraftAttachment[];
  /** User names of people who write with the organisation, without acting for it. */
  readonly editors: readonly string[];
}

/** A draft that nobody saves any more is removed so many days after its last saving, or after its call's closing if that is later. */
const draftDays = 180;

/** What belongs to a draft is removed so many days after it was made; uploaded files too, by the bucket's own rule. */
const belongingDays = 540;

/** The instant in seconds at which the table may remove an item. */
function expiryAfter(at: Instant, days: number): number {
  return Math.floor(Date.parse(at) / 1000) + days * 24 * 60 * 60;
}

/**
 * Creates a draft; creating it again does nothing and gives what is there now. It is listed first, since a listing
 * that leads nowhere is passed over, and a draft that no list knew would be lost.
 */
export async function createDraft(table: Table, draft: Draft, closesAt: Instant): Promise<void> {
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: {
        ...keyOf(draft.draftId, 'LISTING'),
        listOf: listOfOrganisation(draft.businessId),
        listOrder: `${draft.createdAt}#${draft.draftId}`,
        draftId: draft.draftId,
        expires: expiryAfter(draft.createdAt, belongingDays),
      },
    }),
  );
  const { document, ...rest } = draft;
  await putNew(table, {
    ...keyOf(draft.draftId, 'DRAFT'),
    ...rest,
    document: JSON.stringify(document),
    expires: expiryAfter(latest(draft.createdAt, closesAt), draftDays),
  });
}

/** A draft with its attachments and editors; undefined where there is none. */
export async function findDraft(table: Table, draftId: string): Promise<KeptDraft | undefined> {
  const items = await queryAll(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :draft',
    ExpressionAttributeValues: { ':draft': `DRAFT#${draftId}` },
  });
  const kept = items.find(({ SK }) => SK === 'DRAFT');
  if (!kept) return undefined;
  const { PK: _, SK: __, expires: ___, document, ...rest } = kept;
  const draft = { ...rest, document: JSON.parse(String(document)) as DraftDocument } as Draft;
  return {
    draft,
    attachments: items.flatMap(({ attachment }) => (attachment ? [attachment as DraftAttachment] : [])),
    editors: items.flatMap(({ editor }) => (editor ? [String(editor)] : [])),
  };
}

/** Saves a document in place of a revision; false, and nothing changed, where that is not the newest any more. */
export function saveDraft(
  table: Table,
  {
    draftId,
    revision,
    document,
    savedAt,
    savedBy,
  }: Omit<Draft, 'callId' | 'businessId' | 'caseId' | 'createdAt'>,
  closesAt: Instant,
): Promise<boolean> {
  return updateIf(table, keyOf(draftId, 'DRAFT'), {
    UpdateExpression:
      'SET document = :document, revision = :next, savedAt = :at, savedBy = :by, expires = :expires REMOVE ready',
    ConditionExpression: 'revision = :revision',
    ExpressionAttributeValues: {
      ':document': JSON.stringify(document),
      ':revision': revision,
      ':next': revision + 1,
      ':at': savedAt,
      ':by': savedBy,
      ':expires': expiryAfter(latest(savedAt, closesAt), draftDays),
    },
  });
}

/** Says that a revision waits to be signed, or no more; false where it is not the newest. */
export function markReady(
  table: Table,
  draftId: string,
  revision: number,
  ready: Draft['ready'],
): Promise<boolean> {
  return updateIf(table, keyOf(draftId, 'DRAFT'), {
    UpdateExpression: ready ? 'SET ready = :ready' : 'REMOVE ready',
    ConditionExpression: 'revision = :revision',
    ExpressionAttributeValues: { ':revision': revision, ...(ready ? { ':ready': ready } : {}) },
  });
}

/** Notes what was sent of a draft; an earlier version never takes the place of a later one. */
export async function noteSent(table: Table, draftId: string, sent: SentDraft): Promise<void> {
  await updateIf(table, keyOf(draftId, 'DRAFT'), {
    UpdateExpression: 'SET sent = :sent REMOVE ready',
    ConditionExpression: 'attribute_exists(PK) AND (attribute_not_exists(sent) OR sent.version <= :version)',
    ExpressionAttributeValues: { ':sent': sent, ':version': sent.version },
  });
}

/** Removes a draft of a revision, with everything that belongs to it; false where that is not the newest any more. */
export async function removeDraft(table: Table, draftId: string, revision: number): Promise<boolean> {
  const removed = await deleteIf(table, keyOf(draftId, 'DRAFT'), {
    ConditionExpression: 'attribute_not_exists(PK) OR revision = :revision',
    ExpressionAttributeValues: { ':revision': revision },
  });
  if (!removed) return false;
  const rest = await queryAll(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :draft',
    ExpressionAttributeValues: { ':draft': `DRAFT#${draftId}` },
  });
  for (const { SK } of rest) await remove(table, draftId, String(SK));
  return true;
}

/** Notes a file that is going to be uploaded, or is; noting it again, perhaps by another name, keeps the last. */
export async function keepAttachment(
  table: Table,
  draftId: string,
  attachment: DraftAttachment,
  now: Instant,
): Promise<void> {
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: {
        ...keyOf(draftId, `FILE#${attachment.sha256}`),
        attachment,
        expires: expiryAfter(now, belongingDays),
      },
    }),
  );
}

/** Takes a file off a draft. */
export async function dropAttachment(table: Table, draftId: string, sha256: string): Promise<void> {
  await remove(table, draftId, `FILE#${sha256}`);
}

/** Keeps an invitation to a draft under the digest of its secret, which only the link tells. */
export async function keepInvitation(
  table: Table,
  secretDigest: string,
  invitation: { readonly draftId: string; readonly expiresAt: Instant },
): Promise<void> {
  const expires = Math.floor(Date.parse(invitation.expiresAt) / 1000);
  await putNew(table, { ...invitationKey(secretDigest), ...invitation, expires });
}

/**
 * Lets a person write on the draft they were invited to: gives its id, or undefined where the invitation is unknown,
 * too old, or was taken by somebody else. The same person can take it again.
 */
export async function acceptInvitation(
  table: Table,
  secretDigest: string,
  username: string,
  now: Instant,
): Promise<string | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: invitationKey(secretDigest), ConsistentRead: true }),
  );
  const invitation = Item as { draftId: string; expiresAt: Instant } | undefined;
  if (!invitation || invitation.expiresAt < now) return undefined;
  const taken = await updateIf(table, invitationKey(secretDigest), {
    UpdateExpression: 'SET takenBy = :person',
    ConditionExpression: 'attribute_exists(PK) AND (attribute_not_exists(takenBy) OR takenBy = :person)',
    ExpressionAttributeValues: { ':person': username },
  });
  if (!taken) return undefined;
  const { draftId } = invitation;
  if (!(await findDraft(table, draftId))) return undefined;
  await putIf(
    table,
    {
      ...keyOf(draftId, `EDITOR#${username}`),
      listOf: listOfEditor(username),
      listOrder: `${now}#${draftId}`,
      draftId,
      editor: username,
      expires: expiryAfter(now, belongingDays),
    },
    { ConditionExpression: 'attribute_not_exists(PK)' },
  );
  return draftId;
}

/** Ends a person's invitation to a draft. */
export async function removeEditor(table: Table, draftId: string, username: string): Promise<void> {
  await remove(table, draftId, `EDITOR#${username}`);
}

/** The ids of all drafts that a person may write on: of the organisations they act for, and those they were invited to. */
export async function listDraftIds(
  table: Table,
  username: string,
  businessIds: readonly string[],
): Promise<readonly string[]> {
  const lists = [...businessIds.map(listOfOrganisation), listOfEditor(username)];
  const found = await Promise.all(lists.map((list) => listItems(table, list)));
  return [...new Set(found.flat().flatMap(({ draftId }) => (draftId ? [String(draftId)] : [])))];
}

function latest(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

async function remove(table: Table, draftId: string, part: string): Promise<void> {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: keyOf(draftId, part) }));
}

function keyOf(draftId: string, part: string): { PK: string; SK: string } {
  return { PK: `DRAFT#${draftId}`, SK: part };
}

function invitationKey(secretDigest: string): { PK: string; SK: string } {
  return { PK: `INVITATION#${secretDigest}`, SK: 'INVITATION' };
}

function listOfOrganisation(businessId: string): string {
  return `DRAFTS#${businessId}`;
}

function listOfEditor(username: string): string {
  return `DRAFTS-OF#${username}`;
}
