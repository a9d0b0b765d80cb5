import { useId } from 'react';
import { Textarea } from 'suomifi-ui-components';
import { closingPlace } from './places.ts';

interface CorrectedFieldProps {
  readonly place: string;
  readonly label: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly fault: string | undefined;
}

/** One text of a call as it is to read; when it closes is a time. */
export function CorrectedField({ place, label, value, change, fault }: CorrectedFieldProps) {
  const id = useId();
  if (place === closingPlace) {
    return (
      <div className="fields">
        <div>
          <label htmlFor={id}>{label}</label>
          <input
            id={id}
            className="select"
            type="datetime-local"
            value={value}
            aria-invalid={fault !== undefined}
            aria-describedby={fault && `${id}-fault`}
            onChange={(event) => change(event.currentTarget.value)}
          />
          {fault && (
            <p id={`${id}-fault`} className="fault">
              {fault}
            </p>
          )}
        </div>
      </div>
    );
  }
  return (
    <Textarea
      labelText={label}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      status={fault ? 'error' : 'default'}
      statusText={fault ?? ''}
      maxLength={4000}
      fullWidth
      mb="m"
    />
  );
}
