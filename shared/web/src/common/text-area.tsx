import { Field, type FieldProps } from './view';

/** Several lines of text. */
export function TextArea({
  id,
  label,
  hint,
  error,
  value,
  change,
  rows = 3,
}: FieldProps & { value: string; change: (value: string) => void; rows?: number }) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(aria) => (
        <textarea
          id={id}
          name={id}
          rows={rows}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
          {...aria}
        />
      )}
    </Field>
  );
}
