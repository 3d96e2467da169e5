/** One of two to five short choices that stand side by side; arrow keys go from one to the next. */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { Option } from './select.tsx';
import { Theirs } from './theirs.tsx';
import './segmented.css';

export const SegmentedFilter = ({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (id: string) => void;
}) => (
  <ToggleButtonGroup
    className="seg"
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[keyOf(value)]}
    onSelectionChange={(keys) => {
      for (const key of keys) onChange(String(key).slice(1));
    }}
  >
    {options.map(({ id, name }) => (
      <ToggleButton key={id} id={keyOf(id)} className="seg-choice">
        <Theirs>{name}</Theirs>
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);

/** Keys are never empty, so that "all" may be. */
const keyOf = (id: string): string => `=${id}`;
