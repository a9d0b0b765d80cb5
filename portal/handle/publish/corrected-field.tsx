import { useId } from 'react';
import { ProseField } from '../../frame/prose-field.tsx';
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
  return <ProseField label={label} value={value} change={change} fault={fault} />;
}
