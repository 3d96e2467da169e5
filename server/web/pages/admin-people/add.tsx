/** A new person, with a password that is made and told once. */
import { type FormEvent, useState } from 'react';
import type { Role, Unit } from '../../../../schemas/generated/types.ts';
import { call } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useSending } from '../../parts/sending.ts';
import { Failed } from '../../parts/states.tsx';
import { Password } from './password.tsx';
import { Place, RoleChoice } from './place.tsx';

export function AddPerson({ units, done }: { units: readonly Unit[]; done: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<Role>();
  const [unitId, setUnit] = useState<string>();
  const [made, setMade] = useState<{ name: string; password: string }>();
  const { isPending, failure, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!role || !unitId) return;
    void send(async () => {
      const { value: person } = await call('createPerson', { body: { name, displayName, role, unitId } });
      await changed('listPeople');
      const { value } = await call('makePassword', {
        path: { person: person.id },
        headers: { 'If-Match': `"${person.version}"` },
      });
      setMade({ name: person.name, password: value.password });
      setName('');
      setDisplayName('');
      await changed('listPeople');
    });
  };
  return (
    <form className="card edit" onSubmit={submit} noValidate>
      <div className="edit-fields">
        <TextField
          label={t({ zh: '登录名', en: 'Name to sign in with' })}
          value={name}
          onChange={setName}
          hint={t({ zh: '至少两个字，可用字母、数字', en: 'letters and digits, at least two' })}
          autoFocus
        />
        <TextField label={t({ zh: '姓名', en: 'Name' })} value={displayName} onChange={setDisplayName} />
        <RoleChoice value={role} onChange={setRole} />
        <Place units={units} value={unitId} onChange={setUnit} />
      </div>
      {failure === undefined ? null : <Failed error={failure} />}
      {made ? <Password {...made} /> : null}
      <div className="row wrap">
        <Button
          look="primary"
          type="submit"
          isPending={isPending}
          isDisabled={!name || !displayName || !role || !unitId}
          describedBy="person-owed"
        >
          {t({ zh: '添加并拟密码', en: 'Add, and make a password' })}
        </Button>
        <Button onPress={done}>{t({ zh: '收起', en: 'Close' })}</Button>
        <span id="person-owed" className="small muted">
          {t({ zh: '四项都要填', en: 'all four are needed' })}
        </span>
      </div>
    </form>
  );
}
