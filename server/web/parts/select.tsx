/** One choice of a few, with the keyboard and a list that opens below. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as Choice, SelectValue } from 'react-aria-components/Select';
import { useT } from '../data/language.ts';
import { Icon } from './icon.tsx';
import { Theirs } from './theirs.tsx';
import './select.css';

export interface Option {
  id: string;
  name: string;
}

/** `label` is above it; with `isLabelHidden` it is only heard. */
export function Select({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  hint,
  cell,
  isDisabled,
}: {
  label: string;
  isLabelHidden?: boolean;
  options: readonly Option[];
  value: string | undefined;
  onChange: (id: string) => void;
  hint?: ReactNode;
  cell?: string;
  isDisabled?: boolean;
}) {
  const t = useT();
  return (
    <Choice
      className="field select"
      value={value ?? null}
      onChange={(id) => {
        if (id !== null) onChange(String(id));
      }}
      isDisabled={isDisabled}
      aria-label={isLabelHidden ? label : undefined}
      placeholder={t({ zh: '请选', en: 'Choose' })}
    >
      {isLabelHidden ? null : <Label className="lab">{label}</Label>}
      <Button className="inp" data-cell={cell}>
        <span className="chosen ell grow" title={options.find(({ id }) => id === value)?.name}>
          <SelectValue />
        </span>
        <Icon name="down" />
      </Button>
      {hint ? <span className="hint">{hint}</span> : null}
      <Popover className="popover">
        <ListBox className="choices">
          {options.map(({ id, name }) => (
            <ListBoxItem key={id} id={id} textValue={name} className="choice">
              <Theirs>{name}</Theirs>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Choice>
  );
}
