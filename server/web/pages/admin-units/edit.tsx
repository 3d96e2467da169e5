/** Making a region or a unit, and changing one. */
import { type FormEvent, useState } from 'react';
import type { Unit } from '../../../../schemas/generated/types.ts';
import { call } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { word } from '../../data/words.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { SegmentedFilter } from '../../parts/segmented.tsx';
import { Select } from '../../parts/select.tsx';
import { useSending } from '../../parts/sending.ts';
import { Failed } from '../../parts/states.tsx';
import { inTree } from '../../parts/unit-rows.ts';

interface Called {
  name: string;
  code: string;
}

/** How a region or a unit is called. */
function NameAndCode({ form, change }: { form: Called; change: (form: Called) => void }) {
  const t = useT();
  return (
    <>
      <TextField
        label={t({ zh: '名称', en: 'Name' })}
        value={form.name}
        onChange={(name) => change({ ...form, name })}
        autoFocus
      />
      <TextField
        label={t({ zh: '代码（可空）', en: 'Code (optional)' })}
        value={form.code}
        onChange={(code) => change({ ...form, code })}
      />
    </>
  );
}

export function AddUnit({ units, done }: { units: readonly Unit[]; done: () => void }) {
  const t = useT();
  const regions = inTree(units.filter(({ kind }) => kind === 'region'));
  const [form, setForm] = useState({ name: '', code: '' });
  const [kind, setKind] = useState<Unit['kind']>('unit');
  const [parentId, setParent] = useState(regions[0]?.unit.id);
  const { isPending, failure, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!parentId) return;
    void send(async () => {
      const { name, code } = form;
      await call('createUnit', { body: { kind, name, parentId, ...(code ? { code } : {}) } });
      await changed('listUnits');
      setForm({ name: '', code: '' });
    });
  };
  return (
    <form className="card edit" onSubmit={submit} noValidate>
      <SegmentedFilter
        label={t({ zh: '种类', en: 'Kind' })}
        value={kind}
        onChange={(id) => setKind(id as Unit['kind'])}
        options={(['unit', 'region'] as const).map((id) => ({ id, name: t(word('unitKind', id)) }))}
      />
      <div className="edit-fields">
        <NameAndCode form={form} change={setForm} />
        <Select
          label={t({ zh: '上级', en: 'Belongs to' })}
          value={parentId}
          onChange={setParent}
          options={regions.map(({ unit, depth }) => ({
            id: unit.id,
            name: `${'\u3000'.repeat(depth)}${unit.name}`,
          }))}
        />
      </div>
      {failure === undefined ? null : <Failed error={failure} />}
      <div className="row">
        <Button look="primary" type="submit" isPending={isPending} isDisabled={form.name.trim() === ''}>
          {t({ zh: '添加', en: 'Add' })}
        </Button>
        <Button onPress={done}>{t({ zh: '完成', en: 'Done' })}</Button>
      </div>
    </form>
  );
}

export function ChangeUnit({ unit, done }: { unit: Unit; done: () => void }) {
  const t = useT();
  const [form, setForm] = useState({ name: unit.name, code: unit.code ?? '' });
  const { isPending, failure, send } = useSending();
  const save = (active: boolean) =>
    send(async () => {
      const { name, code } = form;
      await call('changeUnit', {
        path: { unit: unit.id },
        headers: { 'If-Match': `"${unit.version}"` },
        body: { name, active, ...(code ? { code } : {}) },
      });
      await changed('listUnits');
      done();
    });
  return (
    <form
      className="edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save(unit.active);
      }}
      noValidate
    >
      <div className="edit-fields">
        <NameAndCode form={form} change={setForm} />
      </div>
      {failure === undefined ? null : <Failed error={failure} />}
      <div className="row wrap">
        <Button look="primary" type="submit" isPending={isPending}>
          {t({ zh: '保存', en: 'Save' })}
        </Button>
        <Button
          look={unit.active ? 'danger' : 'plain'}
          isPending={isPending}
          onPress={() => void save(!unit.active)}
        >
          {unit.active ? t({ zh: '停用', en: 'Take out of use' }) : t({ zh: '恢复使用', en: 'Use again' })}
        </Button>
        <Button onPress={done}>{t({ zh: '不改了', en: 'Leave it' })}</Button>
        <span className="small muted">
          {t({
            zh: '停用的单位不再列入任务，已报的表还在。',
            en: 'A unit out of use is asked no more; its forms stay.',
          })}
        </span>
      </div>
    </form>
  );
}
