/** A form that is still empty is offered what the unit filed before: what it would bring in is listed first. */
import { useState } from 'react';
import type { EarlierForm } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { useForm } from '../../form/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { useFormPage } from './context.tsx';
import { declared, newRowId, rowCell } from './rows.ts';

export function Earlier() {
  const { session, isReadOnly } = useFormPage();
  const [isEmpty] = useState(() => session.store.cellNames().length === 0);
  const [isDone, setDone] = useState(false);
  const isAsked = isEmpty && !isReadOnly && !isDone;
  const path = { submission: session.record.id };
  const { data } = useApi('getEarlierForm', { path }, { enabled: isAsked });
  if (!isAsked || !data?.from || (data.values.length === 0 && data.rows.length === 0)) return null;
  return <Offer earlier={data} close={() => setDone(true)} />;
}

function Offer({ earlier, close }: { earlier: EarlierForm; close: () => void }) {
  const t = useT();
  const store = useForm();
  const [isListed, setListed] = useState(false);
  const { from, values, rows } = earlier;
  /** Fills in what is still empty, in one step that can be undone. */
  const take = () => {
    const keys = store.rows(declared).length > 0 ? [] : rows.map(() => store.newKey());
    const cells = keys.flatMap((key, index) => {
      const { under, name, target, weight } = rows[index]!;
      return Object.entries({ id: newRowId(), under, name, target, weight }).map(([column, value]) => ({
        cell: rowCell(key, column),
        value,
      }));
    });
    const empty = values.filter(({ pointer }) => store.value(pointer) === undefined);
    store.change(
      [...empty.map(({ pointer, value }) => ({ cell: pointer, value })), ...cells],
      keys.length > 0 ? [{ list: declared, keys }] : [],
    );
    close();
  };
  return (
    <div className="strip earlier">
      <StateShape shape="info" label={null} />
      <span className="grow">
        {t({
          zh: `${from!.year} 年度报过《${from!.name}》：可带入 ${values.length} 项数据、${rows.length} 行指标（不含完成值）。`,
          en: `“${from!.name}” was filed for ${from!.year}: ${values.length} values and ${rows.length} rows can be brought in, without what was achieved.`,
        })}
      </span>
      <Button look="text" size="small" expanded={isListed} onPress={() => setListed(!isListed)}>
        {isListed ? t({ zh: '收起', en: 'Close the list' }) : t({ zh: '看是哪些', en: 'See which' })}
      </Button>
      <Button size="small" onPress={take}>
        {t({ zh: '带入空着的', en: 'Bring in' })}
      </Button>
      <Button look="text" size="small" onPress={close}>
        {t({ zh: '不用', en: 'No' })}
      </Button>
      {isListed ? <List earlier={earlier} /> : null}
    </div>
  );
}

/** Each value with where it comes from. */
function List({ earlier: { values, rows } }: { earlier: EarlierForm }) {
  const t = useT();
  return (
    <Table
      label={t({ zh: '可带入的', en: 'What can be brought in' })}
      className="listed"
      head={
        <>
          <th scope="col">{t({ zh: '填报项', en: 'Cell' })}</th>
          <th scope="col">{t({ zh: '上次所填', en: 'As filed' })}</th>
          <th scope="col">{t({ zh: '上次叫什么', en: 'What it was called' })}</th>
        </>
      }
    >
      {values.map(({ pointer, name, value, was }) => (
        <tr key={pointer}>
          <th scope="row">
            <Theirs>{name}</Theirs>
          </th>
          <td>{value}</td>
          <td>
            <Theirs>{was.name}</Theirs>
          </td>
        </tr>
      ))}
      {rows.map(({ name, target = '—', was }) => (
        <tr key={was.index}>
          <th scope="row">
            <Theirs>{name}</Theirs>
          </th>
          <td>
            <Theirs>{target}</Theirs>
          </td>
          <td>
            <Theirs>{was.under}</Theirs>
          </td>
        </tr>
      ))}
    </Table>
  );
}
