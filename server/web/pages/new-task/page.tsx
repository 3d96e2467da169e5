/** `/tasks/new`: which units file, by which edition, by what day. */
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { RulebookSummary, Unit } from '../../../../schemas/generated/types.ts';
import { call } from '../../data/api.ts';
import { counted, useT } from '../../data/language.ts';
import { changed, useApi } from '../../data/queries.ts';
import { useWhole } from '../../data/whole.ts';
import { word } from '../../data/words.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { LongTextField, TextField } from '../../parts/field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Select } from '../../parts/select.tsx';
import { Empty, Failed, Read } from '../../parts/states.tsx';
import { addressOf } from '../addresses.ts';
import { UnitChoice } from './unit-choice.tsx';
import './new-task.css';

export function Page() {
  const t = useT();
  const rulebooks = useApi('listRulebooks', {});
  const units = useWhole('listUnits', {});
  const title = t({ zh: '布置任务', en: 'Ask units to file' });
  return (
    <>
      <PageHead title={title} crumbs={[{ name: t({ zh: '任务', en: 'Tasks' }), to: addressOf('tasks') }]} />
      <div className="page">
        <Read of={units}>
          {(all) => (
            <Read of={rulebooks}>
              {(list) => (
                <NewTask
                  units={all}
                  rulebooks={list.rulebooks.filter(({ usable, status }) => usable && status === 'published')}
                />
              )}
            </Read>
          )}
        </Read>
      </div>
    </>
  );
}

const keyOf = ({ rulebook, edition }: RulebookSummary): string => `${rulebook}/${edition}`;

function NewTask({ units, rulebooks }: { units: readonly Unit[]; rulebooks: readonly RulebookSummary[] }) {
  const t = useT();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [edition, setEdition] = useState<string>();
  const [subject, setSubject] = useState<'project' | 'department'>();
  const [form, setForm] = useState({ title: '', year: '', due: '', note: '' });
  const [failure, setFailure] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const rulebook = rulebooks.find((one) => keyOf(one) === edition);
  const subjects = rulebook?.subjects ?? [];
  const about = subjects.length === 1 ? subjects[0] : subject;
  const field = (key: keyof typeof form) => ({
    value: form[key],
    onChange: (value: string) => setForm((now) => ({ ...now, [key]: value })),
  });
  const owed = [
    chosen.size === 0 ? { zh: '选填报单位', en: 'choose units' } : undefined,
    rulebook ? undefined : { zh: '选评分规则', en: 'choose a rulebook' },
    rulebook && !about ? { zh: '选申报对象', en: 'choose what is filed' } : undefined,
    form.title ? undefined : { zh: '写名称', en: 'give it a title' },
    form.year ? undefined : { zh: '写年度', en: 'give the year' },
    form.due ? undefined : { zh: '定截止日期', en: 'set the day it is due' },
  ].flatMap((one) => one ?? []);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending || owed.length > 0 || !rulebook || !about) return;
    setPending(true);
    setFailure(undefined);
    try {
      const { note, ...rest } = form;
      const { value } = await call('createTask', {
        body: {
          ...rest,
          ...(note.trim() ? { note } : {}),
          rulebook: rulebook.rulebook,
          edition: rulebook.edition,
          subject: about,
          units: [...chosen],
        },
      });
      await changed('listTasks');
      go(addressOf('task', { task: value.id }));
    } catch (error) {
      setFailure(error);
      setPending(false);
    }
  };
  if (!units.some(({ kind }) => kind === 'unit'))
    return (
      <Empty title={t({ zh: '还没有单位', en: 'There are no units yet' })}>
        {t({
          zh: '先由管理员建立单位，再布置任务。',
          en: 'An administrator makes the units first; then they can be asked to file.',
        })}
      </Empty>
    );
  return (
    <form className="new-task" onSubmit={(event) => void send(event)} noValidate>
      <section className="card">
        <div className="hd">
          <h2>{t({ zh: '报什么', en: 'What is filed' })}</h2>
        </div>
        <div className="bd fields">
          <TextField {...field('title')} label={t({ zh: '名称', en: 'Title' })} autoFocus />
          <Select
            label={t({ zh: '评分规则', en: 'Rulebook' })}
            value={edition}
            onChange={setEdition}
            options={rulebooks.map((one) => ({
              id: keyOf(one),
              name: `${one.title ?? one.rulebook}（${one.edition}）`,
            }))}
            hint={
              rulebook ? (
                <a
                  href={addressOf('rulebook', { region: rulebook.rulebook, edition: rulebook.edition })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t({ zh: '看这一版规则', en: 'Read this edition' })}
                </a>
              ) : undefined
            }
          />
          {subjects.length > 1 ? (
            <Select
              label={t({ zh: '申报对象', en: 'Subject' })}
              value={subject}
              onChange={(id) => setSubject(id as 'project' | 'department')}
              options={subjects.map((id) => ({ id, name: t(word('subject', id)) }))}
            />
          ) : null}
          <div className="pair">
            <TextField
              {...field('year')}
              label={t({ zh: '年度', en: 'Year' })}
              isNumber
              hint={t({ zh: '四位年份', en: 'four digits' })}
            />
            <DayField
              {...field('due')}
              label={t({ zh: '截止日期', en: 'Due day' })}
              hint={t({ zh: '含当日，北京时间', en: 'counts in full, China time' })}
            />
          </div>
          <LongTextField
            {...field('note')}
            label={t({ zh: '要求（可不写）', en: 'Note (optional)' })}
            rows={3}
          />
        </div>
      </section>
      <section className="card">
        <div className="hd">
          <h2>{t({ zh: '谁来报', en: 'Who files' })}</h2>
          <span className="small muted" aria-live="polite">
            {t({ zh: `已选 ${chosen.size} 个单位`, en: `${counted(chosen.size, 'unit')} chosen` })}
          </span>
        </div>
        <UnitChoice units={units} chosen={chosen} onChange={setChosen} />
      </section>
      <div className="end">
        {failure === undefined ? null : <Failed error={failure} />}
        <div className="row wrap">
          <Button
            look="primary"
            type="submit"
            isPending={isPending}
            isDisabled={owed.length > 0}
            describedBy="owed"
          >
            {chosen.size === 0
              ? t({ zh: '布置', en: 'Ask them' })
              : t({ zh: `布置给 ${chosen.size} 个单位`, en: `Ask ${counted(chosen.size, 'unit')}` })}
          </Button>
          <LinkButton to={addressOf('tasks')}>{t({ zh: '不布置了', en: 'Leave it' })}</LinkButton>
          <span id="owed" className="small muted">
            {owed.length > 0
              ? t({
                  zh: `还要：${owed.map(({ zh }) => zh).join('、')}`,
                  en: `Still to do: ${owed.map(({ en }) => en).join(', ')}`,
                })
              : ''}
          </span>
        </div>
      </div>
    </form>
  );
}
