import { useId } from 'react';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What it is called where none is chosen; without, one always is. */
  readonly all?: string;
  /** What is wrong with the choice. */
  readonly fault?: string | undefined;
  readonly children: readonly (readonly [value: string, text: string])[];
}

/** One of several, or all of them. */
export function Choice({ label, value, change, all, fault, children }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault && `${id}-fault`}
        onChange={(event) => change(event.currentTarget.value)}
      >
        {all !== undefined && <option value="">{all}</option>}
        {children.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
      {fault && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}
