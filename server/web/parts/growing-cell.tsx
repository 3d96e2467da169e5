/** A cell of a table for a sentence: it grows with its words. Its label is heard but not seen. */
import type { KeyboardEvent } from 'react';
import './field.css';
import './growing-cell.css';

export function GrowingCell({
  label,
  value,
  onChange,
  isOwed = false,
  placeholder,
  cell,
  onKeyDown,
  onLeave,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isOwed?: boolean;
  placeholder?: string | undefined;
  /** Marks the field for jumps: `data-cell`. */
  cell?: string;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onLeave?: () => void;
}) {
  return (
    <span className={`inp cell growing ${isOwed ? 'owed' : ''}`} data-text={value || placeholder}>
      <textarea
        rows={1}
        aria-label={label}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        data-cell={cell}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
    </span>
  );
}
