/** `/overview`: where the forms stand, how they scored, what was found, what lost most. Every figure leads to its forms. */
import type { Statistics } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { useScope } from '../../data/scope.ts';
import { LinkButton } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { DownloadLink, PrintButton } from '../../parts/print.tsx';
import { ScopeBar } from '../../parts/scope-bar.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { addressOf } from '../addresses.ts';
import { Findings } from './findings.tsx';
import { Grades } from './grades.tsx';
import { Lines } from './lines.tsx';
import { Progress } from './progress.tsx';
import { Rates } from './rates.tsx';
import { Top } from './top.tsx';
import './overview.css';

export function Page() {
  const t = useT();
  const scope = useScope();
  const statistics = useApi('getStatistics', { query: scope.filters });
  return (
    <>
      <PageHead
        title={t({ zh: '总览', en: 'Overview' })}
        state={<ScopeBar scope={scope} />}
        actions={
          <>
            <LinkButton to={scope.at(addressOf('rollUp'))}>{t({ zh: '汇总', en: 'Roll up' })}</LinkButton>
            <DownloadLink operation="statistics" query={scope.filters} />
            <PrintButton />
          </>
        }
      />
      <div className="page overview">
        <Read of={statistics} lines={8}>
          {(value) =>
            isNothing(value.states) ? (
              <Empty
                title={t({ zh: '还没有自评表', en: 'There are no forms yet' })}
                actions={
                  <LinkButton look="primary" to={addressOf('tasks')}>
                    {t({ zh: '看任务', en: 'See the tasks' })}
                  </LinkButton>
                }
              >
                {t({
                  zh: '单位动笔之后，进度、分数与疑点会出现在这里。',
                  en: 'Once units begin to fill in forms, their progress, scores and findings are told here.',
                })}
              </Empty>
            ) : (
              <>
                <Progress statistics={value} scope={scope} />
                <div className="column wide">
                  <Rates statistics={value} scope={scope} />
                  <Findings statistics={value} />
                </div>
                <div className="column">
                  <Grades statistics={value} />
                  <Lines statistics={value} />
                  <Top scope={scope} />
                </div>
              </>
            )
          }
        </Read>
      </div>
    </>
  );
}

const isNothing = (states: Statistics['states']): boolean =>
  Object.values(states).every((count) => count === 0);
