/** Every line in one table: groups, lines of the rulebook with their inputs, rows of the unit, each with weight and points. */
import { type Bilingual, useT } from '../../data/language.ts';
import { word } from '../../data/words.ts';
import { Points } from '../points.tsx';
import {
  type Columns,
  inputsOf,
  inputText,
  linesOf,
  type PaperForm,
  type PaperLine,
  rowsAt,
  typedAt,
  writtenOf,
} from './form.ts';
import { Sum } from './sum.tsx';

const isFilled = (text: string | undefined): boolean => text !== undefined && text !== '';

function columnsOf({ reviewed, form }: PaperForm, lines: readonly PaperLine[]): Columns {
  return {
    hasTargets: lines.some(({ row }) => row !== undefined),
    hasClaims: lines.some(({ id, row }) => isFilled(claimedOf(form, id, row))),
    hasReview: [...(reviewed?.values() ?? [])].some(({ points }) => isFilled(points)),
  };
}

const claimedOf = (form: unknown, id: string, row: unknown): string =>
  row === undefined ? typedAt(form, 'claimed', 'points', id) : typedAt(row, 'claimed');

export function LineTable({ of }: { of: PaperForm }) {
  const t = useT();
  const lines = writtenOf(linesOf(of));
  const columns = columnsOf(of, lines);
  const { hasTargets, hasClaims, hasReview } = columns;
  return (
    <table className="lines">
      <colgroup>
        <col className="c-name" />
        {hasTargets ? <col className="c-data" /> : null}
        <col className={hasTargets ? 'c-data' : 'c-wide'} />
        <col className="c-num" />
        {hasClaims ? <col className="c-num" /> : null}
        <col className="c-num" />
        {hasReview ? <col className="c-num" /> : null}
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t({ zh: '指标', en: 'Indicator' })}</th>
          {hasTargets ? (
            <>
              <th scope="col">{t({ zh: '年度指标值', en: 'Target' })}</th>
              <th scope="col">{t({ zh: '实际完成值', en: 'Achieved' })}</th>
            </>
          ) : (
            <th scope="col">{t({ zh: '填报', en: 'Filled in' })}</th>
          )}
          <th scope="col" className="num">
            {t({ zh: '分值', en: 'Weight' })}
          </th>
          {hasClaims ? (
            <th scope="col" className="num">
              {t({ zh: '自评', en: 'Claimed' })}
            </th>
          ) : null}
          <th scope="col" className="num">
            {t({ zh: '得分', en: 'Points' })}
          </th>
          {hasReview ? (
            <th scope="col" className="num">
              {t({ zh: '复核', en: 'Review' })}
            </th>
          ) : null}
          <th scope="col">{t({ zh: '原因和说明', en: 'Reasons' })}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} of={of} line={line} columns={columns} />
        ))}
      </tbody>
      <Sum of={of} columns={columns} />
    </table>
  );
}

/** Whether other lines stand below it. */
const isGroup = ({ fixed, row }: PaperLine): boolean => row === undefined && fixed?.shape !== 'leaf';

function Line({ of, line, columns }: { of: PaperForm; line: PaperLine; columns: Columns }) {
  const { id, name, depth, now, fixed, row } = line;
  const { hasTargets, hasClaims, hasReview } = columns;
  const { decimals } = of.description;
  const own = of.reviewed?.get(id);
  const weight = now?.weight ?? (row === undefined ? fixed?.weight : typedAt(row, 'weight'));
  return (
    <tr className={isGroup(line) ? `g g${depth}` : ''} data-line={id}>
      <th scope="row" className={`in${Math.min(depth, 4)}`}>
        {name}
      </th>
      {row === undefined ? (
        <td colSpan={hasTargets ? 2 : 1}>
          <Filled of={of} line={line} />
        </td>
      ) : (
        <>
          <td>{typedAt(row, 'target') || '—'}</td>
          <td>{typedAt(row, 'actual') || '—'}</td>
        </>
      )}
      <td className="num">{weight ? <Points value={weight} /> : '—'}</td>
      {hasClaims ? (
        <td className="num">
          <Given points={claimedOf(of.form, id, row)} isGroup={isGroup(line)} decimals={decimals} />
        </td>
      ) : null}
      <td className="num">
        <Won now={now} decimals={decimals} />
      </td>
      {hasReview ? (
        <td className="num">
          <Given points={own?.points} isGroup={isGroup(line)} decimals={decimals} />
        </td>
      ) : null}
      <td>
        <Reasons of={of} line={line} />
      </td>
    </tr>
  );
}

/** Points that a person gave; a group has none of its own. */
function Given({
  points,
  isGroup,
  decimals,
}: {
  points: string | undefined;
  isGroup: boolean;
  decimals: number | undefined;
}) {
  if (isFilled(points)) return <Points value={points} decimals={decimals} />;
  return isGroup ? null : '—';
}

function Won({ now, decimals }: { now: PaperLine['now']; decimals: number | undefined }) {
  const t = useT();
  if (!now) return '—';
  if (now.status !== 'scored') return t(word('lineStatus', now.status));
  return <Points value={now.points} decimals={decimals} />;
}

/** What was filled in for a line of the rulebook: its inputs, each with its unit, and what a person judged. */
function Filled({ of, line: { id } }: { of: PaperForm; line: PaperLine }) {
  const t = useT();
  const inputs = inputsOf(of).filter(({ lines }) => lines.includes(id));
  const judged = judgedOf(of, id).map(({ cell, text }) => ({ name: t(word('cell', cell)), text: t(text) }));
  const isOut = rowsAt(of.form, 'notApplicable').includes(id);
  return (
    <>
      {inputs.length > 0 || judged.length > 0 ? (
        <dl>
          {inputs.map((input) => (
            <div key={input.id} data-input={input.id}>
              <dt>{input.name}</dt>
              <dd>{inputText(of.form, input, t)}</dd>
            </div>
          ))}
          {judged.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {isOut ? t({ zh: '单位申明：本项不适用', en: 'The unit says that this does not apply' }) : null}
    </>
  );
}

/** What a person judged on a line, in words: the tier by its label. */
function judgedOf({ form, description }: PaperForm, id: string): { cell: string; text: Bilingual }[] {
  const choices = description.lines.find((line) => line.id === id)?.judgement?.choices ?? [];
  return (['tier', 'points', 'share'] as const).flatMap((cell) => {
    const text = typedAt(form, 'judgements', id, cell);
    if (text === '') return [];
    const choice = cell === 'tier' ? choices.find(({ name }) => name === text) : undefined;
    return [{ cell, text: choice?.label ?? { zh: text, en: text } }];
  });
}

/** Why points were lost as the unit says it, and what the reviewer answered. */
function Reasons({ of: { form, reviewed }, line: { id, row } }: { of: PaperForm; line: PaperLine }) {
  const t = useT();
  const said =
    row === undefined
      ? [typedAt(form, 'reasons', id), typedAt(form, 'judgements', id, 'reason')]
      : [typedAt(row, 'reason'), typedAt(row, 'judgement', 'reason'), typedAt(row, 'note')];
  const answer = reviewed?.get(id)?.reason;
  return (
    <>
      {said.filter(Boolean).map((one) => (
        <p key={one}>{one}</p>
      ))}
      {answer ? (
        <p className="answer">
          <b>{t({ zh: '复核：', en: 'Reviewer: ' })}</b>
          {answer}
        </p>
      ) : null}
    </>
  );
}
