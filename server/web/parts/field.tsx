/** Fields with their label, unit, hint and error. Numbers are text: what is typed goes to the server as it is. */
import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { useT } from '../data/language.ts';
import { StateShape } from './state-shape.tsx';
import { Apart, Theirs } from './theirs.tsx';
import './field.css';

export interface FieldProps {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  /** Below the field, in a small hand. */
  hint?: ReactNode;
  /** What is known of the field whatever stands in it; below all else. */
  note?: ReactNode;
  /** Why what stands there cannot be taken. */
  error?: ReactNode;
  /** Something is owed here; the words are the hint. */
  isOwed?: boolean;
  /** After the field, and read with its label. */
  unit?: string;
  name?: string;
  type?: 'text' | 'password';
  autoComplete?: string;
  /** A number is aligned right, and a phone shows its keys for numbers. */
  isNumber?: boolean;
  isReadOnly?: boolean;
  isRequired?: boolean;
  autoFocus?: boolean;
  /** An input method begins or ends composing. */
  onCompose?: (isComposing: boolean) => void;
  onLeave?: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  inputRef?: Ref<HTMLInputElement>;
  /** Marks the input for jumps: `data-cell`. */
  cell?: string;
  placeholder?: string;
}

const whenError = { zh: '错误：', en: 'Error: ' };

/** Why something cannot be taken, begun with a shape that is seen and a word that is heard. */
export function Wrong({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <>
      <StateShape shape="error" label={null} /> <span className="vh">{t(whenError)}</span>
      {children}
    </>
  );
}

/** One line of text with its label above it. */
export function TextField(props: FieldProps) {
  const { label, hint, note, error, unit, isOwed, isNumber } = props;
  const id = useId();
  // What is wrong takes the place of the hint.
  const hintId = hint && !error ? `${id}hint` : undefined;
  const errorId = error ? `${id}error` : undefined;
  const noteId = note ? `${id}note` : undefined;
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        <Apart>{label}</Apart>
        {unit ? (
          <span className="vh">
            （<Theirs>{unit}</Theirs>）
          </span>
        ) : null}
      </label>
      <span className={['inp', isNumber ? 'n' : '', error ? 'bad' : isOwed ? 'owed' : ''].join(' ')}>
        <Input
          {...props}
          id={id}
          describedBy={[errorId, hintId, noteId].filter(Boolean).join(' ') || undefined}
        />
        {unit ? (
          <span className="u" aria-hidden="true">
            <Theirs>{unit}</Theirs>
          </span>
        ) : null}
      </span>
      {error ? (
        <span className="hint bad" id={errorId} role="alert">
          <Wrong>{error}</Wrong>
        </span>
      ) : null}
      {hintId ? (
        <span className={`hint ${isOwed ? 'owed' : ''}`} id={hintId}>
          <Apart>{hint}</Apart>
        </span>
      ) : null}
      {note ? (
        <span className="hint" id={noteId}>
          <Apart>{note}</Apart>
        </span>
      ) : null}
    </div>
  );
}

/** A cell of a table: an input whose label is heard but not seen. */
export function CellInput(
  props: Omit<FieldProps, 'label' | 'hint' | 'error'> & {
    label: string;
    isBad?: boolean;
    describedBy?: string;
  },
) {
  const { isNumber, isOwed, isBad, label } = props;
  return (
    <span className={['inp cell', isNumber ? 'n' : '', isBad ? 'bad' : isOwed ? 'owed' : ''].join(' ')}>
      <Input {...props} name={props.name} ariaLabel={label} isInvalid={isBad} />
    </span>
  );
}

/** A cell for a number. */
export const NumberCell = (props: Omit<Parameters<typeof CellInput>[0], 'isNumber'>) => (
  <CellInput {...props} isNumber />
);

function Input({
  id,
  ariaLabel,
  describedBy,
  isInvalid,
  ...props
}: Omit<FieldProps, 'label'> & {
  id?: string;
  ariaLabel?: string;
  describedBy?: string;
  isInvalid?: boolean;
}) {
  const { value, onChange, onCompose, onLeave, isNumber, error } = props;
  return (
    <input
      id={id}
      ref={props.inputRef}
      aria-label={ariaLabel}
      aria-describedby={describedBy}
      aria-invalid={error || isInvalid ? true : undefined}
      type={props.type ?? 'text'}
      inputMode={isNumber ? 'decimal' : undefined}
      name={props.name}
      value={value}
      placeholder={props.placeholder}
      autoComplete={props.autoComplete ?? 'off'}
      spellCheck={false}
      // biome-ignore lint/a11y/noAutofocus: only where a page is about one field.
      autoFocus={props.autoFocus}
      readOnly={props.isReadOnly}
      required={props.isRequired}
      data-cell={props.cell}
      onChange={(event) => onChange(event.currentTarget.value)}
      onCompositionStart={() => onCompose?.(true)}
      onCompositionEnd={() => onCompose?.(false)}
      onBlur={onLeave}
      onKeyDown={props.onKeyDown}
    />
  );
}

/** Many lines of text, with how many letters there are. */
export function LongTextField({
  label,
  value,
  onChange,
  hint,
  error,
  isOwed,
  rows = 3,
  onCompose,
  onLeave,
  cell,
  isReadOnly,
  isLeftByEscape = false,
}: FieldProps & {
  rows?: number;
  /** Escape leaves the text for the keys of the page. */
  isLeftByEscape?: boolean;
}) {
  const t = useT();
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        <Apart>{label}</Apart>
      </label>
      <span className={`inp long ${error ? 'bad' : isOwed ? 'owed' : ''}`}>
        <textarea
          id={id}
          rows={rows}
          value={value}
          readOnly={isReadOnly}
          aria-describedby={`${id}hint`}
          aria-invalid={error ? true : undefined}
          data-cell={cell}
          onChange={(event) => onChange(event.currentTarget.value)}
          onCompositionStart={() => onCompose?.(true)}
          onCompositionEnd={() => onCompose?.(false)}
          onBlur={onLeave}
          onKeyDown={(event) => {
            if (isLeftByEscape && event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </span>
      <span className={`hint ${error ? 'bad' : isOwed ? 'owed' : ''}`} id={`${id}hint`}>
        {error ?? hint}{' '}
        <span className="count">
          {t({ zh: `${[...value].length} 字`, en: `${[...value].length} letters` })}
        </span>
      </span>
    </div>
  );
}
