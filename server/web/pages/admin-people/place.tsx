/** The role and the place of a person. */

import type { Role, Unit } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { wordsOf } from '../../data/words.ts';
import { Select } from '../../parts/select.tsx';
import { inTree } from '../../parts/unit-rows.ts';

export function RoleChoice({ value, onChange }: { value: Role | undefined; onChange: (role: Role) => void }) {
  const t = useT();
  return (
    <Select
      label={t({ zh: '角色', en: 'Role' })}
      value={value}
      onChange={(id) => onChange(id as Role)}
      options={wordsOf('role').map(({ id, name }) => ({ id, name: t(name) }))}
    />
  );
}

export function Place({
  units,
  value,
  onChange,
}: {
  units: readonly Unit[];
  value: string | undefined;
  onChange: (id: string) => void;
}) {
  const t = useT();
  return (
    <Select
      label={t({ zh: '所在', en: 'Place' })}
      value={value}
      onChange={onChange}
      options={inTree(units).map(({ unit, depth }) => ({
        id: unit.id,
        name: `${'\u3000'.repeat(depth)}${unit.name}`,
      }))}
      hint={t({ zh: '权限及于它与它之下', en: 'rights reach it and what is below' })}
    />
  );
}
