import { useCallback, useEffect, useRef, useState } from 'react';
import { uploadLimits } from '../../../contract/application.ts';
import type { Attachment, AttachmentType } from '../../../domain/application/application.ts';
import type { DraftFile } from '../../api/applicant.ts';
import { useApi } from '../../api/use-api.tsx';
import { forgetFile, keepFile, keptFile } from '../../form/kept-files.ts';
import { sha256Of } from '../../form/sha256.ts';
import { upload } from '../../form/upload.ts';

/** A file of the draft, or on its way to become one. */
export interface FileRow {
  readonly sha256: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly type: AttachmentType;
  readonly state:
    | { readonly kind: 'uploaded' }
    | { readonly kind: 'uploading'; readonly share: number }
    /** Announced, and its bytes are neither there nor kept in this browser. */
    | { readonly kind: 'interrupted' }
    | { readonly kind: 'failed'; readonly error: unknown };
}

/** Why a chosen file cannot be attached. */
export interface Unfit {
  readonly name: string;
  readonly because: 'too-large' | 'empty' | 'wrong-type';
}

const types: readonly AttachmentType[] = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'];

/**
 * The attachments of a draft: uploads several at once, tells how far each has come, tries again when asked to, and goes
 * on after a reload with the files that this browser has kept.
 */
export function useUploads(draftId: string, attachments: readonly DraftFile[]) {
  const api = useApi('apply');
  const [rows, setRows] = useState<readonly FileRow[]>(() => attachments.map(rowOf));
  const [unfit, setUnfit] = useState<readonly Unfit[]>([]);
  const leaving = useRef(new AbortController());

  const put = useCallback((row: FileRow) => {
    setRows((before) =>
      before.some(({ sha256 }) => sha256 === row.sha256)
        ? before.map((known) => (known.sha256 === row.sha256 ? row : known))
        : [...before, row],
    );
  }, []);

  const send = useCallback(
    async (file: File, attachment: Attachment) => {
      const key = `${draftId}/${attachment.sha256}`;
      const { signal } = leaving.current;
      put({ ...attachment, state: { kind: 'uploading', share: 0 } });
      try {
        await keepFile(key, file);
        const announced = await api('POST /drafts/{draftId}/attachments', {
          path: { draftId },
          body: attachment,
        });
        if (announced.upload) {
          const progress = (share: number) => put({ ...attachment, state: { kind: 'uploading', share } });
          await upload(announced.upload, file, { progress, signal });
        }
        await forgetFile(key);
        put({ ...attachment, state: { kind: 'uploaded' } });
      } catch (error) {
        if (!signal.aborted) put({ ...attachment, state: { kind: 'failed', error } });
      }
    },
    [api, draftId, put],
  );

  const add = async (files: readonly File[]) => {
    setUnfit(files.flatMap(unfitOf));
    for (const file of files.filter((each) => unfitOf(each).length === 0)) {
      const sha256 = await sha256Of(file);
      const { name, size: sizeBytes } = file;
      void send(file, { name, sizeBytes, type: file.type as AttachmentType, sha256 });
    }
  };

  const retry = async ({ state: _, ...attachment }: FileRow) => {
    const file = await keptFile(`${draftId}/${attachment.sha256}`);
    if (file) await send(file, attachment);
    else put({ ...attachment, state: { kind: 'interrupted' } });
  };

  const remove = async ({ sha256 }: FileRow) => {
    await api('DELETE /drafts/{draftId}/attachments/{sha256}', { path: { draftId, sha256 } });
    await forgetFile(`${draftId}/${sha256}`);
    setRows((before) => before.filter((known) => known.sha256 !== sha256));
  };

  const resumed = useRef(false);
  useEffect(() => {
    if (resumed.current) return;
    resumed.current = true;
    for (const { uploaded, ...attachment } of attachments) {
      if (uploaded) continue;
      void keptFile(`${draftId}/${attachment.sha256}`).then((file) => file && send(file, attachment));
    }
  }, [attachments, draftId, send]);

  return { rows, unfit, add, retry, remove };
}

function rowOf({ uploaded, ...attachment }: DraftFile): FileRow {
  return { ...attachment, state: { kind: uploaded ? 'uploaded' : 'interrupted' } };
}

function unfitOf({ name, size, type }: File): Unfit[] {
  if (size === 0) return [{ name, because: 'empty' }];
  if (size > uploadLimits.attachmentBytes) return [{ name, because: 'too-large' }];
  return types.some((known) => known === type) ? [] : [{ name, because: 'wrong-type' }];
}
