import { TextInput } from 'suomifi-ui-components';

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (typed: string) => void;
  readonly hint?: string;
  /** What is wrong with what was typed. */
  readonly fault?: string | undefined;
}

/** A number, or a sum of money, as people type it. */
export function NumberField({ label, value, change, hint, fault }: NumberFieldProps) {
  return (
    <TextInput
      labelText={label}
      value={value}
      inputMode="decimal"
      onChange={(typed) => change(String(typed ?? ''))}
      status={fault ? 'error' : 'default'}
      statusText={fault ?? ''}
      {...(hint ? { hintText: hint } : {})}
    />
  );
}
