/** The units a task asks, each with how far its form is. */
import { Link } from 'wouter';
import type { TaskProgress } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useRight } from '../../data/session.ts';
import { dayOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { type Shape, StateShape, stateShapes } from '../../parts/state-shape.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';

type OfUnit = TaskProgress['units'][number];

const shapes: { readonly [state in OfUnit['state']]: Shape } = {
  none: 'empty',
  excused: 'info',
  ...stateShapes,
};

export function Units({ units }: { units: readonly OfUnit[] }) {
  const t = useT();
  const maySee = useRight('read-forms');
  return (
    <Table
      label={t({ zh: '各单位的进度', en: 'Progress of each unit' })}
      head={
        <>
          <th scope="col">{t({ zh: '单位', en: 'Unit' })}</th>
          <th scope="col">{t({ zh: '状态', en: 'State' })}</th>
          <th scope="col">{t({ zh: '首次申报', en: 'First filed' })}</th>
          <th scope="col" className="num">
            {t({ zh: '张数', en: 'Forms' })}
          </th>
        </>
      }
    >
      {units.map(({ unit, state, late, due, filedAt, forms, submissionId }) => (
        <tr key={unit.id}>
          <th scope="row">
            {maySee && submissionId !== undefined && filedAt !== undefined ? (
              <Link href={addressOf('review', { submission: submissionId })}>
                <Theirs>{unit.name}</Theirs>
              </Link>
            ) : (
              <Theirs>{unit.name}</Theirs>
            )}
          </th>
          <td className="nowrap">
            <StateShape shape={shapes[state]} label={null} /> {t(word('submissionState', state))}{' '}
            {late ? (
              <span className="tag lost">
                {filedAt === undefined
                  ? t({ zh: '逾期未报', en: 'overdue' })
                  : t({ zh: '逾期才报', en: 'filed late' })}
              </span>
            ) : null}
            {due ? (
              <div className="small muted">
                {t({ zh: `延至 ${dayOf(due).zh}`, en: `until ${dayOf(due).en}` })}
              </div>
            ) : null}
          </td>
          <td className="nowrap">{filedAt === undefined ? '' : t(dayOf(filedAt))}</td>
          <td className="num">{forms}</td>
        </tr>
      ))}
    </Table>
  );
}
