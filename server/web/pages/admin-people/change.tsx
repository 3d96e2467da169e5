/** Changing a person: name, role, place, whether they may sign in; and a new password, told once. */
import { type FormEvent, useState } from 'react';
import type { Person, Role, Unit } from '../../../../schemas/generated/types.ts';
import { call } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useSending } from '../../parts/sending.ts';
import { Failed } from '../../parts/states.tsx';
import { Password } from './password.tsx';
import { Place, RoleChoice } from './place.tsx';

export function ChangePerson({
  person,
  units,
  done,
}: {
  person: Person;
  units: readonly Unit[];
  done: () => void;
}) {
  const t = useT();
  const [displayName, setDisplayName] = useState(person.displayName);
  const [role, setRole] = useState<Role>(person.role);
  const [unitId, setUnit] = useState(person.unit.id);
  const [password, setPassword] = useState<string>();
  const { isPending, failure, send } = useSending();
  const at = { path: { person: person.id }, headers: { 'If-Match': `"${person.version}"` } };
  const save = (active: boolean) =>
    send(async () => {
      await call('changePerson', { ...at, body: { displayName, role, unitId, active } });
      await changed('listPeople');
      done();
    });
  const renew = () =>
    send(async () => {
      const { value } = await call('makePassword', at);
      setPassword(value.password);
      await changed('listPeople');
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(person.active);
  };
  return (
    <form className="edit" onSubmit={submit} noValidate>
      <div className="edit-fields">
        <TextField
          label={t({ zh: '姓名', en: 'Name' })}
          value={displayName}
          onChange={setDisplayName}
          autoFocus
        />
        <RoleChoice value={role} onChange={setRole} />
        <Place units={units} value={unitId} onChange={setUnit} />
      </div>
      {failure === undefined ? null : <Failed error={failure} />}
      {password === undefined ? null : <Password name={person.name} password={password} />}
      <div className="row wrap">
        <Button look="primary" type="submit" isPending={isPending}>
          {t({ zh: '保存', en: 'Save' })}
        </Button>
        <Button isPending={isPending} onPress={() => void renew()}>
          {t({ zh: '换新密码', en: 'New password' })}
        </Button>
        <Button
          look={person.active ? 'danger' : 'plain'}
          isPending={isPending}
          onPress={() => void save(!person.active)}
        >
          {person.active ? t({ zh: '停用', en: 'Take out of use' }) : t({ zh: '恢复使用', en: 'Use again' })}
        </Button>
        <Button onPress={done}>{t({ zh: '收起', en: 'Close' })}</Button>
        <span className="small muted">
          {t({
            zh: '停用、换角色、换所在或换密码后，此人各处的登录立即失效。',
            en: 'A new role, place or password, or being out of use, ends all sessions at once.',
          })}
        </span>
      </div>
    </form>
  );
}
