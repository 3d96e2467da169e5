/** A day of the calendar, typed or picked; its value is the day as `2000-12-31`. */
import { type ReactNode, useId } from 'react';
import { Wrong } from './field.tsx';
import './field.css';

export function DayField({
  label,
  value,
  onChange,
  hint,
  error,
}: {
  label: ReactNode;
  value: string;
  onChange: (day: string) => void;
  hint?: ReactNode;
  error?: ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <span className={`inp ${error ? 'bad' : ''}`}>
        <input
          id={id}
          type="date"
          value={value}
          aria-describedby={hint || error ? `${id}hint` : undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </span>
      {error || hint ? (
        <span className={`hint ${error ? 'bad' : ''}`} id={`${id}hint`}>
          {error ? <Wrong>{error}</Wrong> : hint}
        </span>
      ) : null}
    </div>
  );
}
