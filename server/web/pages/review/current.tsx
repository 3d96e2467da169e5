/** The line in hand: how its points came about, what was found on it, what was said before, and words for the unit. */
import { useSyncExternalStore } from 'react';
import type { ComparisonRow, LineExplanation } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { dayOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { Button } from '../../parts/button.tsx';
import { Curve } from '../../parts/curve.tsx';
import { LongTextField } from '../../parts/field.tsx';
import { Finding, Findings } from '../../parts/finding.tsx';
import { Read } from '../../parts/states.tsx';
import { Quoting, Ruled, Theirs } from '../../parts/theirs.tsx';
import type { ReviewDraft } from './draft.ts';

export function Current({
  submission,
  number,
  row,
  rows,
  draft,
  isOpen,
}: {
  submission: string;
  number: number;
  row: ComparisonRow;
  rows: readonly ComparisonRow[];
  draft: ReviewDraft;
  isOpen: boolean;
}) {
  const t = useT();
  const entry = useSyncExternalStore(draft.subscribe, () => draft.entry(row.line));
  const explained = useApi('explainFiledLine', { path: { submission, number, line: row.line } });
  const group = rows.find(({ line }) => line === row.parent);
  return (
    <section className="current" aria-label={t({ zh: '当前行', en: 'The line in hand' })}>
      <div className="sect">
        {t({ zh: '当前行', en: 'This line' })}{' '}
        <span className="c ell">
          <Theirs>{group?.name}</Theirs>
        </span>
        {isOpen ? (
          <Button size="small" onPress={() => draft.type(row.line, { points: row.computed ?? '' })}>
            {t({ zh: `采用复算 ${row.computed ?? ''}`, en: `Take ${row.computed ?? ''}` })} <kbd>A</kbd>
          </Button>
        ) : null}
      </div>
      <h2 className="b">
        <Theirs>{row.name}</Theirs>
      </h2>
      <Read of={explained} lines={3}>
        {(value) => <Derivation row={row} explained={value} />}
      </Read>
      {row.findings.length > 0 ? (
        <Findings label={t({ zh: '这一行的疑点', en: 'Findings on this line' })}>
          {row.findings.map((finding) => (
            <Finding key={finding.code + finding.message.zh} {...finding} />
          ))}
        </Findings>
      ) : null}
      {row.earlier?.map((one) => (
        <p key={one.number} className="small soft earlier">
          {t({
            zh: `第 ${one.number} 次申报${one.outcome === 'returned' ? '退回' : '通过'}时（${dayOf(one.at).zh}）：`,
            en: `When filing ${one.number} was ${word('submissionState', one.outcome).en} (${dayOf(one.at).en}): `,
          })}
          {one.reason ?? t({ zh: `给 ${one.points} 分`, en: `${one.points} points` })}
        </p>
      ))}
      {isOpen ? (
        <LongTextField
          label={
            <>
              {t({ zh: '理由与批注，单位看得到', en: 'Reason and remark; the unit sees it' })} <kbd>C</kbd>
            </>
          }
          value={entry.reason ?? ''}
          onChange={(reason) => draft.type(row.line, { reason })}
          onLeave={() => void draft.save()}
          cell={`${row.line} words`}
          isLeftByEscape
          rows={2}
        />
      ) : null}
    </section>
  );
}

function Derivation({ row, explained }: { row: ComparisonRow; explained: LineExplanation }) {
  const t = useT();
  const { sentences, bands, reading, inferred, text, source, curve, standing, because } = explained;
  const pairs = [
    [t({ zh: '目标', en: 'Target' }), row.target],
    [t({ zh: '完成', en: 'Actual' }), row.actual],
    [t({ zh: '自评', en: 'Claimed' }), row.claimed],
  ] as const;
  const told = bands.map(({ label }) => t(label)).join(t({ zh: '；', en: '; ' }));
  return (
    <>
      <dl>
        {pairs.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value || t({ zh: '未填写', en: 'left blank' })}</dd>
            </div>
          ),
        )}
        {sentences.length > 0 ? (
          <div>
            <dt>{t({ zh: '复算', en: 'Worked out' })}</dt>
            <dd>
              <ol>
                {sentences.map((sentence) => (
                  <li key={sentence.zh}>
                    <Quoting>{sentence}</Quoting>
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        ) : null}
        {told ? (
          <div>
            <dt>{t({ zh: '所在档', en: 'Band' })}</dt>
            <dd className="b">{told}</dd>
          </div>
        ) : null}
        {because && !told ? (
          <div>
            <dt>{t({ zh: '失分', en: 'Lost' })}</dt>
            <dd>
              <Quoting>{because}</Quoting>
            </dd>
          </div>
        ) : null}
        {reading ? (
          <div>
            <dt>{t({ zh: '口径', en: 'Reading' })}</dt>
            <dd className="soft">
              {inferred ? t({ zh: '推定：', en: 'inferred: ' }) : ''}
              <Ruled>{reading}</Ruled>
            </dd>
          </div>
        ) : null}
        {text ? (
          <div>
            <dt>{t({ zh: '条文', en: 'Clause' })}</dt>
            <dd className="soft">
              <Ruled>{text}</Ruled>
              {source ? <span className="small muted">（{source}）</span> : null}
            </dd>
          </div>
        ) : null}
        {row.unitReason ? (
          <div>
            <dt>{t({ zh: '单位说明', en: 'Unit says' })}</dt>
            <dd className="soft">
              <Theirs>{row.unitReason}</Theirs>
            </dd>
          </div>
        ) : null}
      </dl>
      {curve ? (
        <Curve
          curve={{
            ...curve,
            ...(standing?.y === undefined
              ? {}
              : { here: { at: standing.x, points: standing.y, text: standing.shown } }),
          }}
          sentence={t({
            zh: `得分随${curve.axis.zh}变化，最多 ${curve.top} 分${standing ? `；这张表在 ${standing.shown}` : ''}`,
            en: `Points by ${curve.axis.en}, at most ${curve.top}${standing ? `; this form is at ${standing.shown}` : ''}`,
          })}
          width={252}
          height={120}
        />
      ) : null}
    </>
  );
}
