/** A list pasted from a spreadsheet: looked at first, line by line, then made. Passwords that were made are shown this once. */
import { useId, useState } from 'react';
import type { PastedList, PastedOutcome } from '../../../schemas/generated/types.ts';
import { type Bilingual, useT } from '../data/language.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { LongTextField } from './field.tsx';
import { useSending } from './sending.ts';
import { StateShape } from './state-shape.tsx';
import { Failed } from './states.tsx';
import { Table } from './table.tsx';
import { Quoting } from './theirs.tsx';
import './edit.css';

const shapes = { done: 'done', unchanged: 'info', refused: 'error' } as const;

export function PasteList({
  title,
  columns,
  canMakePasswords = false,
  send: sendList,
  close,
}: {
  title: string;
  columns: readonly Bilingual[];
  canMakePasswords?: boolean;
  send: (list: PastedList) => Promise<PastedOutcome>;
  close: () => void;
}) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [makePasswords, setMakePasswords] = useState(canMakePasswords);
  const [outcome, setOutcome] = useState<PastedOutcome>();
  const { isPending, failure, send } = useSending();
  const ask = (preview: boolean) =>
    void send(async () => {
      const list = { text, preview, ...(canMakePasswords ? { makePasswords } : {}) };
      setOutcome(await sendList(list));
    });
  const isLooked = outcome?.preview === true;
  return (
    <section className="card edit" aria-labelledby={id}>
      <h2 id={id} className="b">
        {title}
      </h2>
      <p className="s13 soft">
        {t({
          zh: `从表格里复制，每行一个，依次为：${columns.map(({ zh }) => zh).join('、')}。`,
          en: `Copied from a spreadsheet, one a line, in this order: ${columns.map(({ en }) => en).join(', ')}.`,
        })}
      </p>
      <div className="edit-whole">
        <LongTextField
          label={t({ zh: '名单', en: 'The list' })}
          rows={6}
          value={text}
          onChange={(next) => {
            setText(next);
            setOutcome(undefined);
          }}
        />
      </div>
      {canMakePasswords ? (
        <label className="row s13">
          <input
            type="checkbox"
            checked={makePasswords}
            onChange={(event) => setMakePasswords(event.currentTarget.checked)}
          />
          {t({
            zh: '没有写密码的，代拟一个，只显示这一次',
            en: 'Make a password where none is given, shown this once',
          })}
        </label>
      ) : null}
      {failure === undefined ? null : <Failed error={failure} />}
      {outcome ? <Outcome outcome={outcome} /> : null}
      <div className="row wrap">
        {isLooked && outcome.done > 0 ? (
          <Button look="primary" isPending={isPending} onPress={() => ask(false)}>
            {t({ zh: `建立这 ${outcome.done} 个`, en: `Make these ${outcome.done}` })}
          </Button>
        ) : (
          <Button
            look={outcome ? 'plain' : 'primary'}
            isPending={isPending}
            isDisabled={text.trim() === ''}
            onPress={() => ask(true)}
          >
            {t({ zh: '先看一遍', en: 'Look first' })}
          </Button>
        )}
        <Button onPress={close}>{t({ zh: '收起', en: 'Close' })}</Button>
      </div>
    </section>
  );
}

function Outcome({ outcome: { preview, done, unchanged, refused, rows } }: { outcome: PastedOutcome }) {
  const t = useT();
  const passwords = rows.flatMap(({ name, password }) => (password ? [`${name}\t${password}`] : []));
  const words = {
    done: preview ? { zh: '会建立', en: 'will be made' } : { zh: '已建立', en: 'made' },
    unchanged: { zh: '已有', en: 'is there already' },
    refused: { zh: '不能建', en: 'cannot be made' },
  };
  return (
    <>
      <p className="s13" role="status">
        {t({
          zh: `${words.done.zh} ${done} 个，已有 ${unchanged} 个，不能建 ${refused} 个。`,
          en: `${done} ${words.done.en}, ${unchanged} there already, ${refused} cannot be made.`,
        })}
      </p>
      {passwords.length > 0 ? (
        <div className="note warn">
          <StateShape shape="warning" label={null} />
          <span className="grow">
            {t({
              zh: '下面的密码只显示这一次，离开就看不到了；请分别交给本人，登录后在“账户”里换掉。',
              en: 'These passwords are shown this once. Hand each to its person, who changes it under “Account”.',
            })}
          </span>
          <CopyButton text={passwords.join('\n')}>{t({ zh: '复制密码', en: 'Copy them' })}</CopyButton>
        </div>
      ) : null}
      <Table
        label={t({ zh: '各行的结果', en: 'What came of each line' })}
        className="pasted"
        head={
          <>
            <th scope="col" className="num">
              {t({ zh: '行', en: 'Line' })}
            </th>
            <th scope="col">{t({ zh: '名称', en: 'Name' })}</th>
            <th scope="col">{t({ zh: '结果', en: 'Outcome' })}</th>
            {passwords.length > 0 ? <th scope="col">{t({ zh: '密码', en: 'Password' })}</th> : null}
          </>
        }
      >
        {rows.map(({ line, text, name, outcome, reason, password }) => (
          <tr key={line}>
            <td className="num muted">{line}</td>
            <td>{name ?? text}</td>
            <td>
              <StateShape shape={shapes[outcome]} label={null} /> {t(words[outcome])}
              {reason ? (
                <div className="small soft">
                  <Quoting>{reason}</Quoting>
                </div>
              ) : null}
            </td>
            {passwords.length > 0 ? <td className="secret">{password ?? ''}</td> : null}
          </tr>
        ))}
      </Table>
    </>
  );
}
