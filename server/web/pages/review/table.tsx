/** The lines of the form under their groups: claimed, recomputed, the difference, findings, the reviewer's own, the reason. */

import { type RefObject, useMemo } from 'react';
import type { ComparisonRow } from '../../../../schemas/generated/types.ts';
import { counted, useT } from '../../data/language.ts';
import { decimalsOf, Points } from '../../parts/points.tsx';
import { Empty } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Apart } from '../../parts/theirs.tsx';
import type { ReviewDraft } from './draft.ts';
import type { ReviewKeys } from './keys.ts';
import { Line } from './line.tsx';
import { type Group, isLeftOut, type Show } from './lines.ts';

export function Lines({
  boxRef,
  groups,
  rows,
  show,
  draft,
  isOpen,
  current,
  take,
  move,
}: {
  boxRef: RefObject<HTMLDivElement | null>;
  groups: readonly Group[];
  rows: readonly ComparisonRow[];
  show: Show;
  draft: ReviewDraft;
  isOpen: boolean;
  current: string | undefined;
  take: (line: string) => void;
  move: ReviewKeys['move'];
}) {
  const t = useT();
  const decimals = useMemo(
    () => ({
      claimed: decimalsOf(rows.map(({ claimed }) => claimed)),
      computed: decimalsOf(rows.map(({ computed }) => computed)),
      difference: decimalsOf(rows.map(({ difference }) => difference)),
      reviewed: decimalsOf(rows.map(({ reviewed, computed }) => reviewed ?? computed)),
    }),
    [rows],
  );
  const head = [
    { name: { zh: '指标', en: 'Line' } },
    { name: { zh: '目标 → 完成', en: 'Target → actual' } },
    { name: { zh: '分值', en: 'Weight' }, isNumber: true },
    { name: { zh: '自评', en: 'Claimed' }, isNumber: true },
    { name: { zh: '复算', en: 'Computed' }, isNumber: true },
    {
      name: { zh: '差', en: 'Difference' },
      isNumber: true,
      title: { zh: '自评 − 复算', en: 'claimed less recomputed' },
    },
    { name: { zh: '疑点', en: 'Findings' } },
    { name: { zh: '复核', en: 'Own' }, isNumber: true },
    { name: { zh: '理由', en: 'Reason' } },
  ];
  if (groups.length === 0)
    return (
      <div className="review-lines page">
        <Empty
          title={
            show === 'difference'
              ? t({ zh: '自评与复算逐行相同', en: 'Every line claims what was recomputed' })
              : t({ zh: '各行都没有疑点', en: 'No line has findings' })
          }
        >
          {t({ zh: '要逐行看，选“全部”。', en: 'Choose “All” to see every line.' })}
        </Empty>
      </div>
    );
  return (
    <div ref={boxRef} className="review-lines">
      <Table
        label={t({ zh: '各行的自评、复算与复核', en: 'Lines: claimed, recomputed, reviewed' })}
        head={head.map(({ name, isNumber, title }) => (
          <th key={name.en} scope="col" className={isNumber ? 'num' : ''} title={title && t(title)}>
            {t(name)}
          </th>
        ))}
      >
        {groups.map(({ group, told, lines }) => (
          <GroupLines key={lines[0]!.line} group={group} told={told} computedDecimals={decimals.computed}>
            {lines.map((row) => (
              <Line
                key={row.line}
                row={row}
                draft={draft}
                isOpen={isOpen}
                isCurrent={row.line === current}
                decimals={decimals}
                take={take}
                move={move}
              />
            ))}
          </GroupLines>
        ))}
        {show === 'all' ? <LeftOut rows={rows} /> : null}
      </Table>
    </div>
  );
}

/** The lines the unit left out: named, not to be gone through. */
function LeftOut({ rows }: { rows: readonly ComparisonRow[] }) {
  const t = useT();
  const out = rows.filter((row) => row.leaf && isLeftOut(row));
  if (out.length === 0) return null;
  return (
    <tr className="left-out">
      <td colSpan={9} className="small muted">
        {t({ zh: `不评的 ${out.length} 行：`, en: `Left out, ${counted(out.length, 'line')}: ` })}
        <Apart>{out.map(({ name }) => name).join(t({ zh: '、', en: ', ' }))}</Apart>
      </td>
    </tr>
  );
}

function GroupLines({
  group,
  told,
  computedDecimals,
  children,
}: Pick<Group, 'group' | 'told'> & { computedDecimals: number; children: React.ReactNode }) {
  const t = useT();
  return (
    <>
      <tr className="g2">
        <th scope="colgroup" colSpan={2}>
          <Apart>
            {told.length > 0 ? told.join(' › ') : t({ zh: '直接计分的行', en: 'Lines outside groups' })}
          </Apart>
        </th>
        <td className="num">{group?.weight}</td>
        <td />
        <td className="num">
          {group ? <Points value={group.computed} decimals={computedDecimals} /> : null}
        </td>
        <td colSpan={4} />
      </tr>
      {children}
    </>
  );
}
