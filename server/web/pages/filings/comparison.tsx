/** Two filings of a form beside each other: only the cells that differ, each by its name. */
import type { FormDescription, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { cellName } from '../../data/cell-names.ts';
import { useLanguage, useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { differences, type Sides } from './differences.ts';

export function Comparison({
  record,
  earlier,
  later,
}: {
  record: SubmissionRecord;
  earlier: string;
  later: string;
}) {
  const { id, rulebook, edition } = record;
  const before = useApi('getFiling', { path: { submission: id, number: earlier } });
  const after = useApi('getFiling', { path: { submission: id, number: later } });
  const form = useApi('getForm', { path: { rulebook, edition } });
  return (
    <Read of={form}>
      {(description) => (
        <Read of={before}>
          {(one) => (
            <Read of={after}>
              {(other) => (
                <Cells
                  description={description}
                  sides={differences(one.form, other.form)}
                  earlier={earlier}
                  later={later}
                />
              )}
            </Read>
          )}
        </Read>
      )}
    </Read>
  );
}

function Cells({
  description,
  sides: { cells, reader },
  earlier,
  later,
}: {
  description: FormDescription;
  sides: Sides;
  earlier: string;
  later: string;
}) {
  const t = useT();
  const language = useLanguage();
  if (cells.length === 0)
    return <p className="note">{t({ zh: '两次填报的内容完全一样。', en: 'Both filings say the same.' })}</p>;
  return (
    <section className="card compared">
      <div className="hd">
        <h2>{t({ zh: `${cells.length} 格不同`, en: `${cells.length} cells differ` })}</h2>
      </div>
      <Table
        label={t({ zh: '不同的各格', en: 'Cells that differ' })}
        head={
          <>
            <th scope="col">{t({ zh: '哪一格', en: 'Cell' })}</th>
            <th scope="col">{t({ zh: `第 ${earlier} 次`, en: `no. ${earlier}` })}</th>
            <th scope="col">{t({ zh: `第 ${later} 次`, en: `no. ${later}` })}</th>
          </>
        }
      >
        {cells.map(({ cell, before, after }) => (
          <tr key={cell}>
            <th scope="row">{cellName(cell, { description, store: reader, language })}</th>
            <td>
              {before === '' ? (
                '—'
              ) : (
                <del>
                  <Theirs>{before}</Theirs>
                </del>
              )}
            </td>
            <td>
              {after === '' ? (
                '—'
              ) : (
                <ins>
                  <Theirs>{after}</Theirs>
                </ins>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
