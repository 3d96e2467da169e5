/** A fixed line as an article: what is typed at the left, the published rule at the right, how the points come about below. */
import { memo } from 'react';
import type { FormLine } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { word } from '../../data/words.ts';
import { useCell } from '../../form/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { isSome, signed } from '../../parts/points.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { InputCell, SaidText, useFieldOf } from './cells.tsx';
import { useFormPage, useSaid } from './context.tsx';
import { Derivation } from './derivation.tsx';
import { JudgementCells } from './judgement.tsx';
import { RemarkOf } from './remark.tsx';

export const Article = memo(function Article({ line }: { line: FormLine }) {
  const { layout, open } = useFormPage();
  const isOpen = open === line.id;
  return (
    <article className={`ind ${isOpen ? 'cur' : ''}`} data-line={line.id}>
      <ArticleHead line={line} isOpen={isOpen} />
      <RemarkOf line={line.id} />
      <div className="two">
        <div>
          <Inputs
            line={line}
            ids={[...line.inputs, ...(layout.beside.get(line.id) ?? [])].filter((id) =>
              layout.inputs.has(id),
            )}
          />
          {line.judgement ? <JudgementCells line={line} /> : null}
          <Claim line={line} />
          {line.declaresNotApplicable ? <NotApplicable line={line} /> : null}
        </div>
        <Rule line={line} />
      </div>
      {isOpen ? <Derivation line={line.id} fixed={line} /> : null}
      <Reason line={line} />
      <LineFindings line={line} />
    </article>
  );
});

function ArticleHead({ line, isOpen }: { line: FormLine; isOpen: boolean }) {
  const t = useT();
  const { toggle } = useFormPage();
  const { line: now } = useSaid(line.id);
  return (
    <div className="ih">
      <h3>
        <Theirs>{line.name}</Theirs>
      </h3>
      {line.weight ? (
        <span className="muted s13">{t({ zh: `${line.weight}分`, en: `${line.weight} points` })}</span>
      ) : null}
      {line.sign ? <span className="tag">{t(word('lineSign', line.sign))}</span> : null}
      {line.optional ? <span className="tag line">{t({ zh: '可不评', en: 'optional' })}</span> : null}
      <span className="grow" />
      <Standing id={line.id} />
      {now ? (
        <Button
          look="text"
          size="small"
          expanded={isOpen}
          onPress={() => toggle(line.id)}
          label={t({ zh: `${line.name}：怎样算`, en: `${line.name}: how it is scored` })}
        >
          {isOpen ? t({ zh: '收起算法', en: 'Close' }) : t({ zh: '看怎样算', en: 'How it is scored' })}
          <Icon name={isOpen ? 'up' : 'down'} />
        </Button>
      ) : null}
    </div>
  );
}

/** What a line has won and lost by now. */
export function Standing({ id }: { id: string }) {
  const t = useT();
  const { line } = useSaid(id);
  if (!line) return null;
  if (line.status !== 'scored' && line.status !== 'missing')
    return <span className="tag">{t(word('lineStatus', line.status))}</span>;
  return (
    <>
      {line.status === 'scored' ? (
        <span className="res">
          <b>{t({ zh: `得 ${signed(line.points)}`, en: `won ${signed(line.points)}` })}</b>
          {isSome(line.lost) ? (
            <span className="lost">{t({ zh: `失 ${line.lost}`, en: `lost ${line.lost}` })}</span>
          ) : line.unscored ? null : (
            <span className="won">{t({ zh: '未失分', en: 'nothing lost' })}</span>
          )}
        </span>
      ) : null}
      {line.unscored ? (
        <span className="tag warn">
          <StateShape shape="empty" label={null} />
          {t({ zh: `缺数据，${line.unscored} 分未计`, en: `no data: ${line.unscored} not scored` })}
        </span>
      ) : null}
    </>
  );
}

function Inputs({ line, ids }: { line: FormLine; ids: readonly string[] }) {
  const { layout } = useFormPage();
  const { line: now } = useSaid(line.id);
  if (ids.length === 0) return null;
  return (
    <div className={`ins ${ids.length > 2 ? 'three' : ''}`}>
      {ids.map((id) => {
        const input = layout.inputs.get(id)!;
        return (
          <InputCell key={id} input={input} read={now?.read?.find(({ name }) => name === input.name)?.text} />
        );
      })}
    </div>
  );
}

function Rule({ line }: { line: FormLine }) {
  const t = useT();
  return (
    <div>
      <div className="ql">{t({ zh: '评分标准', en: 'The rule' })}</div>
      {line.text ? (
        <blockquote className="quote lines">
          <Theirs>{line.text}</Theirs>
        </blockquote>
      ) : (
        <p className="small muted">
          {t({ zh: '印发文件没有写明计分办法，按口径计分。', en: 'No rule was published; see the reading.' })}
        </p>
      )}
    </div>
  );
}

/** Points the unit gives itself: where there are no data to score by, or where it writes them down anyway. */
function Claim({ line }: { line: FormLine }) {
  const t = useT();
  const { withClaims } = useFormPage();
  const field = useFieldOf(`/claimed/points/${line.id}`);
  const { line: now } = useSaid(line.id);
  const isOffered = line.claimable === true;
  if (!isOffered && !withClaims && field.value === '') return null;
  return (
    <div className="claim">
      <TextField
        {...field}
        isNumber
        label={t({ zh: '自评得分', en: 'Points claimed' })}
        unit={t({ zh: '分', en: 'points' })}
        isOwed={isOffered && now?.status === 'missing' && field.value === ''}
        note={
          isOffered
            ? t({
                zh: '没有数据的，可以只填自评得分；复核时会提示缺少依据。',
                en: 'Where there are no data, points may be claimed; the review says that evidence is missing.',
              })
            : undefined
        }
      />
    </div>
  );
}

function NotApplicable({ line }: { line: FormLine }) {
  const t = useT();
  const { isReadOnly } = useFormPage();
  const [value, type] = useCell('/notApplicable');
  const ids = Array.isArray(value) ? (value as readonly string[]) : [];
  const others = ids.filter((id) => id !== line.id);
  const set = (isOn: boolean) => {
    const next = isOn ? [...others, line.id] : others;
    type(next.length > 0 ? next : undefined);
  };
  return (
    <label className="check">
      <input
        type="checkbox"
        disabled={isReadOnly}
        checked={ids.includes(line.id)}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      {t({ zh: '本项不适用', en: 'Does not apply' })}
      {line.notApplicable ? (
        <span className="muted small">{t(word('notApplicablePolicy', line.notApplicable))}</span>
      ) : null}
    </label>
  );
}

/** The reason appears when points are lost or one is owed, and stays while there is something in it. */
function Reason({ line }: { line: FormLine }) {
  const t = useT();
  const field = useFieldOf(`/reasons/${line.id}`);
  const { line: now, said } = useSaid(line.id);
  const owed = said.find(({ kind }) => kind === 'owed');
  const isLost = now?.status === 'scored' && isSome(now.lost);
  if (!owed && !isLost && field.value === '') return null;
  return (
    <div className="reason">
      <TextField
        {...field}
        label={t({ zh: '扣分原因', en: 'Reason for points lost' })}
        isOwed={owed !== undefined}
        hint={owed ? <SaidText said={owed} /> : undefined}
      />
    </div>
  );
}

/** Findings about the line that no field above has shown already. */
function LineFindings({ line }: { line: FormLine }) {
  const { said } = useSaid(line.id);
  const left = said.filter(
    ({ kind, severity, place }) =>
      kind === 'finding' &&
      !(severity === 'error' && place?.inputs?.length && place.pointer?.startsWith('/inputs/')),
  );
  if (left.length === 0) return null;
  return (
    <ul className="saids">
      {left.map((one) => (
        <li key={one.message.zh} className={one.severity}>
          <StateShape shape={one.severity} label={word('severity', one.severity)} /> <SaidText said={one} />
        </li>
      ))}
    </ul>
  );
}
