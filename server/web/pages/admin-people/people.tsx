/** The people as a table; each row opens to be changed. */

import { useState } from 'react';
import type { Person, Unit } from '../../../../schemas/generated/types.ts';
import { type Bilingual, useT } from '../../data/language.ts';
import { momentOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { Button } from '../../parts/button.tsx';
import { SortHead } from '../../parts/sort-head.tsx';
import { Table } from '../../parts/table.tsx';
import { ChangePerson } from './change.tsx';

const columns: readonly { sort: string; name: Bilingual; className?: string }[] = [
  { sort: 'name', name: { zh: '姓名', en: 'Name' } },
  { sort: 'login', name: { zh: '登录名', en: 'Signs in as' }, className: 'wide-only' },
  { sort: 'role', name: { zh: '角色', en: 'Role' } },
  { sort: 'unit', name: { zh: '所在', en: 'Place' } },
  { sort: '-signedIn', name: { zh: '最近登录', en: 'Last signed in' }, className: 'wide-only' },
];

export function People({ people, units }: { people: readonly Person[]; units: readonly Unit[] }) {
  const t = useT();
  const [changing, setChanging] = useState<string>();
  return (
    <div className="card">
      <Table
        label={t({ zh: '人员', en: 'People' })}
        head={
          <>
            {columns.map((column) => (
              <SortHead key={column.sort} {...column} usual="unit" />
            ))}
            <th scope="col" className="wide-only">
              {t({ zh: '状态', en: 'State' })}
            </th>
            <th scope="col">
              <span className="vh">{t({ zh: '操作', en: 'Actions' })}</span>
            </th>
          </>
        }
      >
        {people.map((person) =>
          changing === person.id ? (
            <tr key={person.id} className="edited">
              <td colSpan={7}>
                <ChangePerson person={person} units={units} done={() => setChanging(undefined)} />
              </td>
            </tr>
          ) : (
            <tr key={person.id}>
              <th scope="row">{person.displayName}</th>
              <td className="wide-only">{person.name}</td>
              <td className="nowrap">{t(word('role', person.role))}</td>
              <td>{person.unit.name}</td>
              <td className="nowrap wide-only">
                {person.signedInAt ? (
                  t(momentOf(person.signedInAt))
                ) : (
                  <span className="muted">{t({ zh: '还没有', en: 'never' })}</span>
                )}
              </td>
              <td className="nowrap wide-only">
                {person.active ? (
                  t({ zh: '在用', en: 'in use' })
                ) : (
                  <span className="tag">{t({ zh: '已停用', en: 'out of use' })}</span>
                )}
              </td>
              <td className="num">
                <Button
                  look="text"
                  size="small"
                  label={t({ zh: `更改 ${person.displayName}`, en: `Change ${person.displayName}` })}
                  onPress={() => setChanging(person.id)}
                >
                  {t({ zh: '更改', en: 'Change' })}
                </Button>
              </td>
            </tr>
          ),
        )}
      </Table>
    </div>
  );
}
