/** `/admin/people`: who may sign in and as what; add, change, take out of use, new passwords, paste a list. */

import type { Person, Unit } from '../../../../schemas/generated/types.ts';
import type { Operations } from '../../../client/operations.generated.ts';
import { ask } from '../../data/api.ts';
import { useFilters } from '../../data/filters.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { useRight } from '../../data/session.ts';
import { useWhole } from '../../data/whole.ts';
import { wordsOf } from '../../data/words.ts';
import { AddingButtons, useAdding } from '../../parts/adding.tsx';
import { TextField } from '../../parts/field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PasteList } from '../../parts/paste-list.tsx';
import { Select } from '../../parts/select.tsx';
import { NothingFound, Read } from '../../parts/states.tsx';
import { inTree } from '../../parts/unit-rows.ts';
import { AddPerson } from './add.tsx';
import { People } from './people.tsx';
import '../../parts/edit.css';
import './admin-people.css';

/** What may be written as a role. */
const roleList = {
  zh: wordsOf('role')
    .map(({ name }) => name.zh)
    .join('、'),
  en: wordsOf('role')
    .map(({ name }) => name.en)
    .join(', '),
};

type PeopleSort = Operations['listPeople']['query']['sort'];

export function Page() {
  const t = useT();
  const [{ sort }] = useFilters('sort');
  const people = useWhole('listPeople', { sort: sort as PeopleSort }, { isKept: true });
  const units = useWhole('listUnits', {});
  const mayWrite = useRight('manage-people');
  const { doing, toggle, done } = useAdding();
  return (
    <>
      <PageHead
        title={t({ zh: '人员', en: 'People' })}
        actions={mayWrite ? <AddingButtons doing={doing} toggle={toggle} /> : null}
      />
      <div className="page admin-people">
        <Read of={units}>
          {(all) => (
            <>
              {doing === 'add' ? <AddPerson units={all} done={done} /> : null}
              {doing === 'paste' ? (
                <PasteList
                  title={t({ zh: '粘贴人员名单', en: 'Paste a list of people' })}
                  columns={[
                    { zh: '登录名', en: 'name to sign in with' },
                    { zh: '姓名', en: 'displayed name' },
                    { zh: `角色（${roleList.zh}）`, en: `role (${roleList.en})` },
                    { zh: '所在（名称、代码）', en: 'place (name, code)' },
                    { zh: '密码（可空）', en: 'password (may be empty)' },
                  ]}
                  canMakePasswords
                  send={async (body) => {
                    const outcome = await ask('pastePeople', { body });
                    if (!outcome.preview) await changed('listPeople');
                    return outcome;
                  }}
                  close={done}
                />
              ) : null}
              <Read of={people} lines={8}>
                {(everybody) => <Filtered people={everybody} units={all} />}
              </Read>
            </>
          )}
        </Read>
      </div>
    </>
  );
}

const all = '*';

function Filtered({ people, units }: { people: readonly Person[]; units: readonly Unit[] }) {
  const t = useT();
  const [{ q = '', role, unit, active }, setFilters] = useFilters('q', 'role', 'unit', 'active');
  const rows = inTree(units);
  const within = new Set(
    rows
      .filter((row) => unit === undefined || row.unit.id === unit || row.above.includes(unit))
      .map((row) => row.unit.id),
  );
  const shown = people.filter(
    (one) =>
      (one.displayName.includes(q) || one.name.includes(q)) &&
      (role === undefined || one.role === role) &&
      (unit === undefined || within.has(one.unit.id)) &&
      (active === 'all' || one.active),
  );
  return (
    <>
      <div className="people-filters">
        <TextField
          label={t({ zh: '查找', en: 'Find' })}
          value={q}
          onChange={(words) => setFilters({ q: words })}
        />
        <Select
          label={t({ zh: '角色', en: 'Role' })}
          value={role ?? all}
          onChange={(id) => setFilters({ role: id === all ? '' : id })}
          options={[
            { id: all, name: t({ zh: '全部角色', en: 'All roles' }) },
            ...wordsOf('role').map(({ id, name }) => ({ id, name: t(name) })),
          ]}
        />
        <Select
          label={t({ zh: '所在', en: 'Place' })}
          value={unit ?? all}
          onChange={(id) => setFilters({ unit: id === all ? '' : id })}
          options={[
            { id: all, name: t({ zh: '全部单位', en: 'All units' }) },
            ...rows.map((row) => ({
              id: row.unit.id,
              name: `${'\u3000'.repeat(row.depth)}${row.unit.name}`,
            })),
          ]}
        />
        <Select
          label={t({ zh: '状态', en: 'State' })}
          value={active ?? 'yes'}
          onChange={(id) => setFilters({ active: id === 'yes' ? '' : id })}
          options={[
            { id: 'yes', name: t({ zh: '在用', en: 'In use' }) },
            { id: 'all', name: t({ zh: '连同停用的', en: 'With those out of use' }) },
          ]}
        />
      </div>
      {shown.length > 0 ? (
        <People people={shown} units={units} />
      ) : (
        <NothingFound
          words={q}
          among={t({
            zh: `${people.length} 人里没有合这些条件的。`,
            en: `None of ${people.length} people fits.`,
          })}
          clear={() => setFilters({ q: '', role: '', unit: '', active: '' })}
        />
      )}
    </>
  );
}
