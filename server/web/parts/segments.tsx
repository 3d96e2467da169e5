/** One answer of a few that all stand there: one press chooses, another takes it back. */
import { useId } from 'react';
import { useT } from '../data/language.ts';
import { Theirs } from './theirs.tsx';
import './segments.css';

export interface Segment {
  id: string;
  name: string;
}

/** Keys that take the chosen answer back. */
const takesBack: ReadonlySet<string> = new Set([' ', 'Delete', 'Backspace']);

export function Segments({
  label,
  options,
  value,
  onChange,
  cell,
  isReadOnly = false,
  isOwed = false,
}: {
  label: string;
  options: readonly Segment[];
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  /** Marks the first answer for jumps: `data-cell`. */
  cell?: string;
  isReadOnly?: boolean;
  isOwed?: boolean;
}) {
  const t = useT();
  const name = useId();
  const clear = t({ zh: '再按一次取消', en: 'press again to take it back' });
  return (
    <fieldset className={`segments ${isOwed ? 'owed' : ''}`} disabled={isReadOnly}>
      <legend className="lab">{label}</legend>
      <span className="seg">
        {options.map((option, index) => {
          const isChosen = option.id === value;
          return (
            <label key={option.id} className={isChosen ? 'on' : ''} title={isChosen ? clear : undefined}>
              <input
                type="radio"
                className="vh"
                name={name}
                checked={isChosen}
                data-cell={index === 0 ? cell : undefined}
                onChange={() => onChange(option.id)}
                onClick={() => {
                  if (isChosen) onChange(undefined);
                }}
                onKeyDown={(event) => {
                  // The space bar presses no radio that is chosen already.
                  if (!isChosen || !takesBack.has(event.key)) return;
                  event.preventDefault();
                  onChange(undefined);
                }}
              />
              <Theirs>{option.name}</Theirs>
            </label>
          );
        })}
      </span>
    </fieldset>
  );
}
