import { type ChangeEvent, useId } from 'react';
import { Button } from 'suomifi-ui-components';
import { uploadLimits } from '../../../contract/application.ts';
import { draftTexts } from '../../../texts/portal/draft.ts';
import { useApi } from '../../api/use-api.tsx';
import { Failure } from '../../frame/loaded.tsx';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import type { FileRow, Unfit, useUploads } from './uploads.ts';

type Words = InLanguage<typeof draftTexts>;

interface AttachmentsProps {
  readonly draftId: string;
  readonly uploads: ReturnType<typeof useUploads>;
}

/** The attachments, each with how far it has come. They go straight to the storage, in exactly the bytes announced. */
export function AttachmentsStep({ draftId, uploads }: AttachmentsProps) {
  const t = useTexts(draftTexts);
  const id = useId();
  const { rows, unfit, add } = uploads;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    void add([...(field.files ?? [])]).then(() => {
      field.value = '';
    });
  };
  const limit = useSize()(uploadLimits.attachmentBytes);
  return (
    <>
      <p>{t.attachmentsLead(uploadLimits.attachments, limit)}</p>
      {rows.length === 0 && <p>{t.noFiles}</p>}
      <ul className="files">
        {rows.map((row) => (
          <Row key={row.sha256} draftId={draftId} row={row} uploads={uploads} t={t} />
        ))}
      </ul>
      <div role="alert">
        {unfit.map((one) => (
          <p key={one.name} className="fault">
            {wordsFor(one, t, limit)}
          </p>
        ))}
      </div>
      <div className="drop">
        <label htmlFor={id}>{t.addFiles}</label>
        <input
          id={id}
          type="file"
          multiple
          accept="application/pdf,image/png,image/jpeg,text/plain"
          onChange={choose}
        />
      </div>
    </>
  );
}

function Row({ draftId, row, uploads, t }: AttachmentsProps & { row: FileRow; t: Words }) {
  const api = useApi('apply');
  const size = useSize();
  const { state, name } = row;
  const open = async () => {
    const { url } = await api('GET /drafts/{draftId}/attachments/{sha256}', {
      path: { draftId, sha256: row.sha256 },
    });
    location.assign(url);
  };
  return (
    <li className="file" id={`attachments-${uploads.rows.indexOf(row)}`} tabIndex={-1}>
      <div>
        <strong>{name}</strong> <span className="note">{size(row.sizeBytes)}</span>
        <p role="status">
          <StateText state={state} t={t} />
        </p>
        {state.kind === 'uploading' && <progress max={1} value={state.share} aria-label={name} />}
        {state.kind === 'failed' && <Failure error={state.error} />}
      </div>
      <div className="file-actions">
        {state.kind === 'uploaded' && (
          <button type="button" className="link" onClick={open} aria-label={`${t.openFile}: ${name}`}>
            {t.openFile}
          </button>
        )}
        {state.kind === 'failed' && (
          <Button variant="secondary" onClick={() => uploads.retry(row)}>
            {t.retry}
          </Button>
        )}
        <button
          type="button"
          className="link"
          onClick={() => uploads.remove(row)}
          aria-label={`${t.remove}: ${name}`}
        >
          {t.remove}
        </button>
      </div>
    </li>
  );
}

function StateText({ state, t }: { state: FileRow['state']; t: Words }) {
  switch (state.kind) {
    case 'uploaded':
      return t.uploaded;
    case 'uploading':
      // Told in steps, so that a screen reader is not drowned in numbers.
      return state.share === 0 ? t.preparing : t.uploading(Math.floor(state.share * 10) * 10);
    case 'interrupted':
      return <span className="fault">{t.interrupted}</span>;
    case 'failed':
      return <span className="fault">{t.uploadFailed}</span>;
  }
}

function wordsFor({ name, because }: Unfit, t: Words, limit: string): string {
  if (because === 'too-large') return t.tooLarge(name, limit);
  return because === 'empty' ? t.emptyFile(name) : t.wrongType(name);
}

/** A number of bytes as people say it. */
function useSize(): (bytes: number) => string {
  const { language } = useLanguage();
  return (bytes) => {
    const [unit, value] = bytes < 1_000_000 ? ['kilobyte', bytes / 1000] : ['megabyte', bytes / 1_000_000];
    const options = { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
    return new Intl.NumberFormat(language, options).format(value);
  };
}
