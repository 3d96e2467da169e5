/** The right: the total, what it can still become, and what is to be done, each a way to its cell. */
import type { ReactNode } from 'react';
import type { Loss, Preview } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useForm } from '../../form/hooks.ts';
import { LedgerBar, LedgerLegend } from '../../parts/ledger-bar.tsx';
import { signed } from '../../parts/points.tsx';
import { type Shape, StateShape } from '../../parts/state-shape.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { Apart, Quoting, Theirs } from '../../parts/theirs.tsx';
import { Claims } from './claims.tsx';
import { useFormPage, useSessionState } from './context.tsx';
import { groupsOf, titles } from './groups.ts';
import { placeOfLine } from './jump.ts';
import { type Said, usePreview } from './said.ts';
import { Weights } from './weights.tsx';

export function Result() {
  const store = useForm();
  const { session, isChecked } = useFormPage();
  const { whole, isStale } = usePreview(session.scores);
  const failure = useSessionState(session, (one) => one.failure);
  if (!whole) return failure ? <Failed error={failure} retry={() => session.rescore()} /> : <Loading />;
  const { pending, refusing, warning, notes } = groupsOf(whole, { isChecked, store });
  return (
    <>
      {failure ? <Failed error={failure} retry={() => session.rescore()} /> : null}
      <Total whole={whole} isStale={isStale} />
      <Weights />
      <Claims />
      <Saids title={titles.refusing} said={refusing} />
      <Saids title={titles.pending} said={pending} isLack />
      <Saids title={titles.warning} said={warning} />
      <Losses losses={whole.losses.filter(({ unscored }) => !unscored)} />
      <Saids title={titles.notes} said={notes} />
    </>
  );
}

function Total({ whole: { score }, isStale }: { whole: Preview; isStale: boolean }) {
  const t = useT();
  if (!score) return null;
  const { total, outOf, fullMarks = outOf, unwritten, lost, unscored = '0', range } = score;
  const { grade, gradeWithheld, status } = score;
  const isOpen = status === 'incomplete';
  return (
    <div className={`tot ${isStale ? 'stale' : ''}`}>
      <div className="row between">
        <span className="muted s13">
          {isStale
            ? t({ zh: '断开前的总分', en: 'total before the connection was lost' })
            : isOpen
              ? t({ zh: '暂计总分', en: 'Total so far' })
              : t({ zh: '总分', en: 'Total' })}
        </span>
        <span className="tag" role="status">
          <Apart>
            {grade ??
              (isOpen
                ? t({ zh: '等次：补齐后给出', en: 'grade: once complete' })
                : gradeWithheld
                  ? t({ zh: '不给等次', en: 'no grade' })
                  : t({ zh: '不设等次', en: 'not graded' }))}
          </Apart>
        </span>
      </div>
      <div className="row total" aria-live="polite" aria-atomic="true">
        <span className="big">{signed(total)}</span>
        <span className="muted">{t({ zh: `/ ${fullMarks} 分`, en: `of ${fullMarks}` })}</span>
      </div>
      <LedgerBar won={total} lost={lost} open={unscored} unwritten={unwritten} />
      <LedgerLegend won={total} lost={lost} open={unscored} unwritten={unwritten} />
      {range && !unwritten ? (
        <p className="small soft range">
          {t({ zh: '补齐后总分在 ', en: 'Once complete, between ' })}
          <b>{range.least}</b>
          {t({ zh: ' 到 ', en: ' and ' })}
          <b>{range.most}</b>
          {t({ zh: ' 之间。', en: '.' })}
        </p>
      ) : null}
      {gradeWithheld && !isOpen ? (
        <p className="small soft">
          <Quoting>{gradeWithheld}</Quoting>
        </p>
      ) : null}
    </div>
  );
}

interface Titled {
  title: { zh: string; en: string };
}

export function Section({ title, count, children }: Titled & { count: string; children: ReactNode }) {
  const t = useT();
  return (
    <section aria-label={t(title)}>
      <div className="sec">
        <h2 className="sect">
          {t(title)} <span className="c">{count}</span>
        </h2>
      </div>
      <ul>{children}</ul>
    </section>
  );
}

const looks = { error: 'e', warning: 'w', info: 'n' } as const;

/** What is said, each a button to its cell. */
export function Saids({ title, said, isLack = false }: Titled & { said: readonly Said[]; isLack?: boolean }) {
  const t = useT();
  if (said.length === 0) return null;
  return (
    <Section title={title} count={t({ zh: `${said.length} 项`, en: `${said.length}` })}>
      {said.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said twice.
        <SaidItem key={`${one.code} ${index}`} said={one} isLack={isLack} />
      ))}
    </Section>
  );
}

export function SaidItem({ said, isLack = false }: { said: Said; isLack?: boolean }) {
  const t = useT();
  const { go, isReadOnly } = useFormPage();
  const { message, help, place, severity } = said;
  const shape: Shape = isLack ? 'empty' : severity;
  const look = isLack ? looks.info : looks[severity];
  const text = (
    <>
      <StateShape shape={shape} />
      <span>
        {isLack && said.kind === 'lacking' && place?.name ? (
          <>
            <Theirs>{place.name}</Theirs>
            <br />
            <span className="small muted">{t(help ?? message)}</span>
          </>
        ) : (
          <>
            <Quoting>{message}</Quoting>
            {help ? (
              <span className="small muted">
                {' '}
                <Quoting>{help}</Quoting>
              </span>
            ) : null}
          </>
        )}
      </span>
    </>
  );
  const isSomewhere = place?.pointer ?? place?.indicator ?? place?.inputs?.[0];
  return (
    <li>
      {isSomewhere ? (
        <button type="button" className={`find ${look}`} onClick={() => go(place!)}>
          {text}
          <span className="go">
            {isReadOnly ? t({ zh: '去看', en: 'see' }) : t({ zh: '去填', en: 'go' })}
          </span>
        </button>
      ) : (
        <div className={`find ${look}`}>{text}</div>
      )}
    </li>
  );
}

function Losses({ losses }: { losses: readonly Loss[] }) {
  const t = useT();
  const store = useForm();
  const { go, layout } = useFormPage();
  if (losses.length === 0) return null;
  return (
    <Section
      title={{ zh: '失分', en: 'Points lost' }}
      count={t({ zh: `${losses.length} 项`, en: `${losses.length}` })}
    >
      {losses.map(({ id, name, lost, because }) => (
        <li key={id}>
          <button
            type="button"
            className="find n"
            onClick={() =>
              go(layout.lines.has(id) ? { indicator: id } : placeOfLine(id, layout, store), { open: true })
            }
          >
            <span />
            <span>
              <Theirs>{name}</Theirs>
              {because ? (
                <span className="small muted">
                  {' '}
                  <Quoting>{because}</Quoting>
                </span>
              ) : null}
            </span>
            <span className="num lost">{signed(`-${lost}`.replace('--', ''))}</span>
          </button>
        </li>
      ))}
    </Section>
  );
}
