import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { handleTexts } from '../../texts/portal/handle.ts';
import { Failure } from '../frame/loaded.tsx';
import { ProseField } from '../frame/prose-field.tsx';
import { useTexts } from '../language/language.tsx';

interface ReasonedFormProps {
  readonly button: string;
  readonly variant?: 'secondary';
  readonly className?: string;
  /** What the reason is called where it is not only called that. */
  readonly label?: string;
  /** Nothing is asked for, though something may be said. */
  readonly mayBeMissing?: boolean;
  readonly longest?: number;
  readonly busy: boolean;
  readonly error?: Error | null;
  readonly send: (reason: string) => void;
  /** Told of every try to send, so that the other fields can say what they lack. */
  readonly tried?: () => void;
  /** Fields before the reason, and after it. */
  readonly children?: ReactNode;
  readonly after?: ReactNode;
}

/** A form that is sent only with a reason; where that is missing it says so. */
export function ReasonedForm({
  button,
  variant,
  className,
  label,
  mayBeMissing = false,
  longest,
  busy,
  error,
  send,
  tried: tell,
  children,
  after,
}: ReasonedFormProps) {
  const t = useTexts(handleTexts);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = !mayBeMissing && !reason.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    tell?.();
    if (!isMissing) send(reason);
  };
  return (
    <form onSubmit={submit} noValidate className={className}>
      {children}
      <ProseField
        label={label ?? t.reason}
        value={reason}
        change={setReason}
        longest={longest}
        fault={tried && isMissing ? t.reasonMissing : undefined}
      />
      {after}
      <Failure error={error} />
      <Button type="submit" disabled={busy} {...(variant ? { variant } : {})}>
        {button}
      </Button>
    </form>
  );
}
