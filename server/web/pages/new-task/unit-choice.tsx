/** The tree of regions and units, each with a box to tick; a region's box stands for all its units in use. */

import { useEffect, useRef, useState } from 'react';
import type { Unit } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { inTree, type UnitInTree } from '../../parts/unit-rows.ts';

export function UnitChoice({
  units,
  chosen,
  onChange,
}: {
  units: readonly Unit[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const t = useT();
  const [words, setWords] = useState('');
  const rows = inTree(units.filter(({ active }) => active));
  const fits = ({ unit }: UnitInTree): boolean =>
    unit.name.includes(words.trim()) || (unit.code ?? '').startsWith(words.trim());
  const kept = new Set(rows.filter(fits).flatMap(({ unit, above }) => [unit.id, ...above]));
  const shown = rows.filter(({ unit }) => kept.has(unit.id));
  const below = (row: UnitInTree): string[] =>
    shown
      .filter(
        ({ unit, above }) => unit.kind === 'unit' && (unit.id === row.unit.id || above.includes(row.unit.id)),
      )
      .map(({ unit }) => unit.id);
  const set = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (isOn) next.add(id);
      else next.delete(id);
    onChange(next);
  };
  const listed = shown.filter(({ unit }) => unit.kind === 'unit').map(({ unit }) => unit.id);
  return (
    <div className="bd">
      <TextField
        label={t({ zh: '查找单位', en: 'Find a unit' })}
        value={words}
        onChange={setWords}
        hint={
          words.trim()
            ? t({ zh: '勾选只及于列出的', en: 'ticks reach only what is listed' })
            : t({ zh: '名称里的几个字，或代码的开头', en: 'a part of its name, or how its code begins' })
        }
      />
      <div className="row">
        <Button
          size="small"
          isDisabled={listed.every((id) => chosen.has(id))}
          onPress={() => set(listed, true)}
        >
          {words.trim() ? t({ zh: '全选列出的', en: 'Tick all listed' }) : t({ zh: '全选', en: 'Tick all' })}
        </Button>
        <Button size="small" isDisabled={chosen.size === 0} onPress={() => onChange(new Set())}>
          {t({ zh: '全不选', en: 'Tick none' })}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className="soft s13">
          {t({ zh: `没有名称含“${words}”的单位。`, en: `No unit is called “${words}”.` })}
        </p>
      ) : null}
      <ul className="unit-choice" aria-label={t({ zh: '填报单位', en: 'Units' })}>
        {shown.map((row) => {
          const ids = below(row);
          const on = ids.filter((id) => chosen.has(id)).length;
          if (ids.length === 0) return null;
          return (
            <li key={row.unit.id} style={{ paddingInlineStart: row.depth * 20 }}>
              <Tick
                label={row.unit.name}
                isOn={on === ids.length}
                isMixed={on > 0 && on < ids.length}
                onChange={(isOn) => set(ids, isOn)}
              />
              {row.unit.kind === 'region' ? (
                <span className="small muted">
                  {on} / {ids.length}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Tick({
  label,
  isOn,
  isMixed,
  onChange,
}: {
  label: string;
  isOn: boolean;
  isMixed: boolean;
  onChange: (isOn: boolean) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <label className="tick">
      <input
        ref={box}
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Theirs>{label}</Theirs>
    </label>
  );
}
