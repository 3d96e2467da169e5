/** `/queue/:submission`: a form gone through line by line, then returned or accepted; the queue stays at the left. */
import { useParams } from 'wouter';
import { useT } from '../../data/language.ts';
import { useReviewed } from '../../data/review.ts';
import { useAddressQuery } from '../../parts/address-query.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { LeftPane, Panes, WorkPane } from '../../parts/panes.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { useNeighbours } from './neighbours.ts';
import { QueuePane } from './queue-pane.tsx';
import { Review } from './review.tsx';
import './review.css';

export function Page() {
  const t = useT();
  const { submission = '' } = useParams<{ submission: string }>();
  const [query, change] = useAddressQuery();
  const neighbours = useNeighbours(submission, query);
  const reviewed = useReviewed(submission);
  const { data } = reviewed;
  return (
    <Panes columns="review-panes">
      <LeftPane label={t({ zh: '队列', en: 'Queue' })} className="review-queue">
        <QueuePane submission={submission} query={query} change={change} neighbours={neighbours} />
      </LeftPane>
      {data?.comparison ? (
        <Review
          key={`${submission} ${data.comparison.number}`}
          reviewed={data}
          comparison={data.comparison}
          neighbours={neighbours}
        />
      ) : (
        <WorkPane label={t({ zh: '自评表', en: 'Form' })} className="review-told">
          <PageHead title={data?.record.name ?? t({ zh: '复核', en: 'Review' })} />
          <div className="page">
            {data ? (
              <Empty title={t({ zh: '还没有申报', en: 'Nothing is filed yet' })}>
                {t({
                  zh: '单位申报之后才能复核。',
                  en: 'It can be reviewed once the unit has filed it.',
                })}
              </Empty>
            ) : reviewed.error ? (
              <Failed error={reviewed.error} retry={() => void reviewed.refetch()} />
            ) : (
              <Loading lines={10} retry={() => void reviewed.refetch()} />
            )}
          </div>
        </WorkPane>
      )}
    </Panes>
  );
}
