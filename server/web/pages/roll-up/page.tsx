/** `/roll-up`: the forms of a region made into one by the rules of an edition, with what it scores and what went in. */
import { Redirect } from 'wouter';
import type { RolledUp } from '../../../../schemas/generated/types.ts';
import { useFilters } from '../../data/filters.ts';
import { counted, useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { type Scope, useScope } from '../../data/scope.ts';
import { word } from '../../data/words.ts';
import { Finding, Findings } from '../../parts/finding.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PrintButton } from '../../parts/print.tsx';
import { ScopeBar } from '../../parts/scope-bar.tsx';
import { SegmentedFilter } from '../../parts/segmented.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { Quoting, Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';
import { Ledger } from './ledger.tsx';
import { Parts } from './parts.tsx';
import { type RolledState, states } from './states.ts';
import './roll-up.css';

export function Page() {
  const t = useT();
  const scope = useScope();
  const [filters, setFilters] = useFilters('state');
  const state = states.find((one) => one === filters.state) ?? 'accepted';
  const { rulebook, edition } = scope.filters;
  const [only, another] = scope.editions;
  // Where there is one edition to choose, it is meant.
  if (only && !another && !(rulebook && edition)) {
    const { rulebook: known, edition: its } = only;
    return <Redirect to={scope.at(addressOf('rollUp'), { rulebook: known, edition: its })} replace />;
  }
  return (
    <>
      <PageHead
        crumbs={[{ name: t({ zh: '总览', en: 'Overview' }), to: scope.at(addressOf('overview')) }]}
        title={t({ zh: '汇总', en: 'Roll-up' })}
        state={<ScopeBar scope={scope} needsEdition />}
        actions={rulebook && edition ? <PrintButton /> : null}
      />
      <div className="page roll-up">
        <div className="row wrap noprint states">
          <SegmentedFilter
            label={t({ zh: '汇总哪些表', en: 'Which forms' })}
            value={state}
            onChange={(id) => setFilters({ state: id === 'accepted' ? '' : id })}
            options={states.map((id) => ({ id, name: t(word('submissionState', id)) }))}
          />
          <span className="small muted">
            {t({
              zh: '按规则写明的办法，把各表的数据合成一张，再计分。',
              en: 'The data of the forms is put together as the rulebook says, then scored.',
            })}
          </span>
        </div>
        {rulebook && edition ? (
          <Rolled scope={scope} rulebook={rulebook} edition={edition} state={state} />
        ) : (
          <Empty title={t({ zh: '选一版评分规则', en: 'Choose an edition' })}>
            {t({
              zh: '只有按同一版规则填的表才能汇总；在上面选定评分规则与年度。',
              en: 'Only forms of one edition can be rolled up; choose it above, and the year.',
            })}
          </Empty>
        )}
      </div>
    </>
  );
}

function Rolled({
  scope,
  rulebook,
  edition,
  state,
}: {
  scope: Scope;
  rulebook: string;
  edition: string;
  state: RolledState;
}) {
  const t = useT();
  const { unit, year } = scope.filters;
  const query = { unit, year, rulebook, edition, state };
  const rolled = useApi('getRollup', { query });
  return (
    <Read of={rolled} lines={8}>
      {(value) => (
        <div className="rolled">
          <div className="column">
            <Total rolled={value} />
            <Ledger rolled={value} />
          </div>
          <div className="column">
            <Parts query={query} />
            {value.diagnostics.length > 0 ? (
              <section className="card">
                <div className="hd">
                  <h2>{t({ zh: '汇总时的说明', en: 'Notes on the roll-up' })}</h2>
                </div>
                <Findings label={t({ zh: '汇总时的说明', en: 'Notes on the roll-up' })}>
                  {value.diagnostics.map(({ severity, message, help }, index) => (
                    <Finding
                      // biome-ignore lint/suspicious/noArrayIndexKey: notes never change places.
                      key={index}
                      severity={severity}
                      message={message}
                      help={help}
                    />
                  ))}
                </Findings>
              </section>
            ) : null}
          </div>
        </div>
      )}
    </Read>
  );
}

function Total({ rolled: { submission, evaluation, forms } }: { rolled: RolledUp }) {
  const t = useT();
  return (
    <section className="card total">
      <div>
        <div className="soft s13">
          <Theirs>{submission.name}</Theirs>
        </div>
        <div>
          <span className="big">{evaluation.total}</span> <span className="muted">/ {evaluation.outOf}</span>{' '}
          {evaluation.grade ? (
            <span className="tag acc">
              <Theirs>{evaluation.grade}</Theirs>
            </span>
          ) : null}
        </div>
        {evaluation.gradeWithheld ? (
          <p className="small soft">
            <Quoting>{evaluation.gradeWithheld}</Quoting>
          </p>
        ) : null}
      </div>
      <div className="small muted">
        {t({ zh: `由 ${forms} 张表汇成`, en: `made of ${counted(forms, 'form')}` })}
        <br />
        <Theirs>{evaluation.rulebook.title}</Theirs>
      </div>
    </section>
  );
}
