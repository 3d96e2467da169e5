/** The sample data: what it shows, loading it whole, who can be tried, and removing it whole. */

import { useState } from 'react';
import type { LoadedSample, SampleState } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { type Bilingual, useT } from '../../data/language.ts';
import { queryClient } from '../../data/queries.ts';
import { word } from '../../data/words.ts';
import { Button } from '../../parts/button.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Failed } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';

const shown: readonly [Bilingual, Bilingual][] = [
  [
    { zh: '地区与单位', en: 'Regions' },
    { zh: '两个地区，各有单位和各种角色的人', en: 'two regions with units, and people of every role' },
  ],
  [
    { zh: '自评表', en: 'Forms' },
    {
      zh: '各地公开的自评表，在填、已报、退回、通过的都有',
      en: 'forms that were really filed: drafts, filed, returned and accepted ones',
    },
  ],
  [
    { zh: '复核', en: 'Reviews' },
    { zh: '写有意见的复核与退回', en: 'reviews and returns with what the reviewer wrote' },
  ],
  [
    { zh: '去年', en: 'Last year' },
    { zh: '去年的任务与自评表，可拿来比较', en: 'the tasks and forms of last year, to compare with' },
  ],
];

type Doing = 'rest' | 'loading' | 'asking' | 'removing';

export function Sample({ state }: { state: SampleState }) {
  const t = useT();
  const [doing, setDoing] = useState<Doing>('rest');
  const [loaded, setLoaded] = useState<LoadedSample>();
  const [failure, setFailure] = useState<unknown>();
  const run = async (kind: Doing, work: () => Promise<LoadedSample | undefined>) => {
    setDoing(kind);
    setFailure(undefined);
    try {
      setLoaded(await work());
      // Everything that was read may have changed, and who is signed in is told of it.
      await queryClient.invalidateQueries();
    } catch (error) {
      setFailure(error);
    }
    setDoing('rest');
  };
  const load = () => void run('loading', () => ask('loadSampleData', {}));
  const remove = () =>
    void run('removing', async () => {
      await ask('removeSampleData', {});
      return undefined;
    });
  return (
    <section className="card" aria-labelledby="welcome-sample">
      <div className="hd">
        <h2 id="welcome-sample">{t({ zh: '演示数据', en: 'Sample data' })}</h2>
        <span className="grow" />
        <span className="small muted">
          {t({ zh: '不与正式数据混放', en: 'kept apart from your own data' })}
        </span>
      </div>
      <div className="bd">
        {state.loaded ? <Counts state={state} /> : <Shown />}
        {failure === undefined ? null : <Failed error={failure} />}
        {state.available ? (
          <div className="row">
            <Button look="primary" size="large" onPress={load} isPending={doing === 'loading'}>
              {t({ zh: '装入演示数据', en: 'Load the sample data' })}
            </Button>
            <span className="small muted" role="status">
              {doing === 'loading'
                ? t({
                    zh: '正在装入并逐张计分，约几秒。',
                    en: 'Loading and scoring every form; a few seconds.',
                  })
                : t({ zh: '可随时一键移除。', en: 'It can be removed whole at any time.' })}
            </span>
          </div>
        ) : null}
        {loaded ? <Passwords loaded={loaded} /> : null}
        {state.loaded && !state.trial ? (
          <Remove
            doing={doing}
            ask={() => setDoing('asking')}
            keep={() => setDoing('rest')}
            remove={remove}
          />
        ) : null}
      </div>
    </section>
  );
}

function Shown() {
  const t = useT();
  return (
    <ul className="shown">
      {shown.map(([name, about]) => (
        <li key={name.en}>
          <b>{t(name)}</b>
          <span>{t(about)}</span>
        </li>
      ))}
    </ul>
  );
}

function Counts({ state: { regions, units, people, tasks, submissions } }: { state: SampleState }) {
  const t = useT();
  const names = regions.map(({ name }) => name);
  return (
    <p className="shown">
      {t({
        zh: `${names.join('、')}：${units} 个单位，${people} 人，${tasks} 项任务，${submissions} 张自评表。`,
        en: `${names.join(', ')}: ${units} units, ${people} people, ${tasks} tasks, ${submissions} forms.`,
      })}
    </p>
  );
}

/** Told once: whom to sign in as. */
function Passwords({ loaded: { password, people } }: { loaded: LoadedSample }) {
  const t = useT();
  const title = t({ zh: '可以用来登录的人', en: 'Whom to sign in as' });
  return (
    <>
      <div className="note won" role="status">
        <StateShape shape="done" label={null} />
        <span>
          {t({
            zh: '已装入。退出后可用下列登录名进入，密码都是',
            en: 'Loaded. Sign out and in again with one of these names; the password of all is',
          })}{' '}
          <code className="secret">{password}</code>
          {t({ zh: '，只显示这一次。', en: ', shown only this once.' })}
        </span>
      </div>
      <Table
        label={title}
        head={
          <>
            <th scope="col">{t({ zh: '登录名', en: 'Name' })}</th>
            <th scope="col">{t({ zh: '姓名', en: 'Person' })}</th>
            <th scope="col">{t({ zh: '角色', en: 'Role' })}</th>
            <th scope="col">{t({ zh: '所在', en: 'Belongs to' })}</th>
          </>
        }
      >
        {people.map(({ name, displayName, role, unit }) => (
          <tr key={name}>
            <td>{name}</td>
            <td>{displayName}</td>
            <td>{t(word('role', role))}</td>
            <td>{unit.name}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

/** It cannot be undone, so it is asked for twice, in place. */
function Remove({
  doing,
  ask,
  keep,
  remove,
}: {
  doing: Doing;
  ask: () => void;
  keep: () => void;
  remove: () => void;
}) {
  const t = useT();
  if (doing !== 'asking' && doing !== 'removing')
    return (
      <div className="row">
        <Button onPress={ask}>{t({ zh: '移除演示数据', en: 'Remove the sample data' })}</Button>
      </div>
    );
  return (
    <section className="note warn" aria-label={t({ zh: '移除演示数据', en: 'Remove the sample data' })}>
      <StateShape shape="warning" label={null} />
      <span className="grow">
        {t({
          zh: '演示地区及其下的一切都会移除，在里面新建的也在内，不能撤销。正式数据不受影响。',
          en: 'All of its regions goes, also what was made in them since. This cannot be undone. Your own data stays.',
        })}
      </span>
      <Button look="danger" size="small" onPress={remove} isPending={doing === 'removing'}>
        {t({ zh: '全部移除', en: 'Remove it all' })}
      </Button>
      <Button size="small" onPress={keep}>
        {t({ zh: '留着', en: 'Keep it' })}
      </Button>
    </section>
  );
}
