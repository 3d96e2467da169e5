/** `/admin/units`: the tree of regions and units; add, rename, take out of use, paste a list. */
import { useState } from 'react';
import type { Unit } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { useFilters } from '../../data/filters.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { useRight } from '../../data/session.ts';
import { useWhole } from '../../data/whole.ts';
import { word } from '../../data/words.ts';
import { AddingButtons, useAdding } from '../../parts/adding.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PasteList } from '../../parts/paste-list.tsx';
import { NothingFound, Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { inTree } from '../../parts/unit-rows.ts';
import { AddUnit, ChangeUnit } from './edit.tsx';
import '../../parts/edit.css';
import './admin-units.css';

export function Page() {
  const t = useT();
  const units = useWhole('listUnits', {});
  const mayWrite = useRight('manage-units');
  const { doing, toggle, done } = useAdding();
  return (
    <>
      <PageHead
        title={t({ zh: '地区与单位', en: 'Regions and units' })}
        actions={mayWrite ? <AddingButtons doing={doing} toggle={toggle} /> : null}
      />
      <div className="page admin-units">
        <Read of={units} lines={8}>
          {(all) => (
            <>
              {doing === 'add' ? <AddUnit units={all} done={done} /> : null}
              {doing === 'paste' ? (
                <PasteList
                  title={t({ zh: '粘贴单位名单', en: 'Paste a list of units' })}
                  columns={[
                    { zh: '名称', en: 'name' },
                    { zh: '代码', en: 'code' },
                    { zh: '种类（单位或地区，空为单位）', en: 'kind (unit or region)' },
                    { zh: '上级（名称、代码）', en: 'parent (name, code)' },
                  ]}
                  send={async (body) => {
                    const outcome = await ask('pasteUnits', { body });
                    if (!outcome.preview) await changed('listUnits');
                    return outcome;
                  }}
                  close={done}
                />
              ) : null}
              <Tree units={all} mayWrite={mayWrite} />
            </>
          )}
        </Read>
      </div>
    </>
  );
}

function Tree({ units, mayWrite }: { units: readonly Unit[]; mayWrite: boolean }) {
  const t = useT();
  const [{ q = '' }, setFilters] = useFilters('q');
  const [changing, setChanging] = useState<string>();
  const rows = inTree(units);
  const kept = new Set(
    rows
      .filter(({ unit }) => unit.name.includes(q) || (unit.code ?? '').includes(q))
      .flatMap(({ unit, above }) => [unit.id, ...above]),
  );
  const shown = rows.filter(({ unit }) => kept.has(unit.id));
  return (
    <>
      <div className="find-unit">
        <TextField
          label={t({ zh: '查找', en: 'Find' })}
          value={q}
          onChange={(words) => setFilters({ q: words })}
          hint={t({ zh: `共 ${units.length} 个`, en: `${units.length} in all` })}
        />
      </div>
      {shown.length === 0 ? (
        <NothingFound
          words={q}
          among={t({
            zh: `${units.length} 个地区与单位里没有名称或代码含这几个字的。`,
            en: `None of ${units.length} regions and units has it in its name or code.`,
          })}
          clear={() => setFilters({ q: '' })}
        />
      ) : (
        <div className="card">
          <Table
            label={t({ zh: '地区与单位', en: 'Regions and units' })}
            head={
              <>
                <th scope="col">{t({ zh: '名称', en: 'Name' })}</th>
                <th scope="col">{t({ zh: '代码', en: 'Code' })}</th>
                <th scope="col" className="wide-only">
                  {t({ zh: '种类', en: 'Kind' })}
                </th>
                <th scope="col" className="wide-only">
                  {t({ zh: '状态', en: 'State' })}
                </th>
                <th scope="col">
                  <span className="vh">{t({ zh: '操作', en: 'Actions' })}</span>
                </th>
              </>
            }
          >
            {shown.map(({ unit, depth }) =>
              changing === unit.id ? (
                <tr key={unit.id} className="edited">
                  <td colSpan={5}>
                    <ChangeUnit unit={unit} done={() => setChanging(undefined)} />
                  </td>
                </tr>
              ) : (
                <tr key={unit.id}>
                  <th scope="row">
                    <span
                      className={unit.kind === 'region' ? 'b' : ''}
                      style={{ paddingInlineStart: depth * 20 }}
                    >
                      <Theirs>{unit.name}</Theirs>
                    </span>
                  </th>
                  <td>{unit.code ?? ''}</td>
                  <td className="wide-only">{t(word('unitKind', unit.kind))}</td>
                  <td className="nowrap wide-only">
                    {unit.active ? (
                      t({ zh: '在用', en: 'in use' })
                    ) : (
                      <span className="tag">{t({ zh: '已停用', en: 'out of use' })}</span>
                    )}
                  </td>
                  <td className="num">
                    {mayWrite ? (
                      <Button
                        look="text"
                        size="small"
                        label={t({ zh: `更改 ${unit.name}`, en: `Change ${unit.name}` })}
                        onPress={() => setChanging(unit.id)}
                      >
                        {t({ zh: '更改', en: 'Change' })}
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ),
            )}
          </Table>
        </div>
      )}
    </>
  );
}
