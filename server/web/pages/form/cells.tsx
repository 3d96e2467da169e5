/** Cells of the form that stand alone: an input of the rulebook, a text, points. */
import type { ReactNode } from 'react';
import type { FormInput } from '../../../../schemas/generated/types.ts';
import { type Bilingual, useT } from '../../data/language.ts';
import { useCell, useForm } from '../../form/hooks.ts';
import type { Json } from '../../form/values.ts';
import { LongTextField, TextField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Quoting } from '../../parts/theirs.tsx';
import { useFormPage, useSaid } from './context.tsx';
import type { Said } from './said.ts';

export const shown = (value: Json | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);

/** What is typed, as it goes into the form: nothing where the field is empty. */
export const typed = (text: string): Json | undefined => (text === '' ? undefined : text);

/** What belongs to a field whatever it holds. */
export function useFieldOf(cell: string) {
  const store = useForm();
  const [value, type] = useCell(cell);
  const { session, isReadOnly } = useFormPage();
  return {
    value: shown(value),
    onChange: (text: string) => type(typed(text)),
    onCompose: (isComposing: boolean) => store.compose(isComposing),
    onLeave: () => {
      store.leave();
      if (!isReadOnly) void session.autosave.now();
    },
    cell,
    isReadOnly,
  };
}

const answers = { yes: ['true', '是'], no: ['false', '否'] } as const;

/** An input of the rulebook. `read` says how what was typed was read. */
export function InputCell({ input, read }: { input: FormInput; read?: Bilingual }) {
  const cell = `/inputs/${input.id}`;
  switch (input.type) {
    case 'yesNo':
      return <YesNoCell input={input} cell={cell} />;
    case 'choice':
      return <ChoiceCell input={input} cell={cell} />;
    default:
      return <TypedCell input={input} cell={cell} read={read} />;
  }
}

const isNumeric: { readonly [type in FormInput['type']]?: boolean } = {
  amount: true,
  count: true,
  rate: true,
  number: true,
};

function TypedCell({ input, cell, read }: { input: FormInput; cell: string; read?: Bilingual }) {
  const t = useT();
  const field = useFieldOf(cell);
  const { said } = useSaid(cell);
  const error = said.find(({ kind }) => kind === 'unreadable');
  const lacks = said.some(({ kind }) => kind === 'lacking');
  const bad = said.find(({ kind, severity }) => kind === 'finding' && severity === 'error');
  return (
    <TextField
      {...field}
      label={input.name}
      unit={input.unit}
      isNumber={isNumeric[input.type]}
      isOwed={lacks && field.value === ''}
      placeholder={input.type === 'date' ? t({ zh: '年月日', en: 'year, month, day' }) : undefined}
      error={error || bad ? <SaidText said={(error ?? bad)!} /> : undefined}
      note={hintOf(input, t, read)}
    />
  );
}

function hintOf(input: FormInput, t: (text: Bilingual) => string, read?: Bilingual): ReactNode {
  const blank =
    input.blank === undefined
      ? ''
      : t({ zh: `空着按 ${input.blank} 计`, en: `counted as ${input.blank} if left empty` });
  const parts = [read ? t(read) : '', input.note ?? '', blank].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function YesNoCell({ input, cell }: { input: FormInput; cell: string }) {
  const t = useT();
  const [value, type] = useCell(cell);
  const { session, isReadOnly } = useFormPage();
  const { said } = useSaid(cell);
  const text = shown(value);
  const chosen = (['yes', 'no'] as const).find((one) => (answers[one] as readonly string[]).includes(text));
  return (
    <div className="field">
      <Segments
        label={input.name}
        cell={cell}
        isReadOnly={isReadOnly}
        isOwed={said.some(({ kind }) => kind === 'lacking') && chosen === undefined}
        value={chosen}
        options={[
          { id: 'yes', name: t({ zh: '是', en: 'Yes' }) },
          { id: 'no', name: t({ zh: '否', en: 'No' }) },
        ]}
        onChange={(answer) => {
          type(answer === undefined ? undefined : answer === 'yes');
          void session.autosave.now();
        }}
      />
      <span className="hint">{hintOf(input, t)}</span>
    </div>
  );
}

function ChoiceCell({ input, cell }: { input: FormInput; cell: string }) {
  const t = useT();
  const [value, type] = useCell(cell);
  const { isReadOnly } = useFormPage();
  return (
    <div className="field">
      <Segments
        label={input.name}
        cell={cell}
        isReadOnly={isReadOnly}
        value={value === undefined ? undefined : shown(value)}
        options={(input.options ?? []).map((option) => ({ id: option, name: option }))}
        onChange={type}
      />
      <span className="hint">{hintOf(input, t)}</span>
    </div>
  );
}

/** A long text of the form. */
export function TextCell({ cell, label, rows }: { cell: string; label: ReactNode; rows?: number }) {
  return <LongTextField {...useFieldOf(cell)} label={label} rows={rows} />;
}

/** What a finding says and what to do, in one line. */
export function SaidText({ said: { message, help } }: { said: Said }) {
  return (
    <>
      <Quoting>{message}</Quoting>
      {help ? (
        <span className="soft">
          {' '}
          <Quoting>{help}</Quoting>
        </span>
      ) : null}
    </>
  );
}
