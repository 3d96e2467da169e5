/** `/welcome`: the first minutes of an administrator: sample data to look at, or one's own work to begin. */
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Read } from '../../parts/states.tsx';
import { Sample } from './sample.tsx';
import { Steps } from './steps.tsx';
import './welcome.css';

export function Page() {
  const t = useT();
  const state = useApi('getSampleData', {});
  const title = t({ zh: '开始', en: 'Begin' });
  return (
    <>
      <PageHead title={title} />
      <div className="page">
        <Read of={state}>
          {(sample) => (
            <>
              <header className="welcome-head">
                <h2>
                  {sample.loaded
                    ? t({ zh: '演示数据已经装入', en: 'The sample data is loaded' })
                    : t({ zh: '系统已经装好，可以开始了', en: 'Everything is ready' })}
                </h2>
                <p className="soft">
                  {sample.loaded
                    ? t({
                        zh: '页面顶部有“演示数据”的标记，移除以前一直在。',
                        en: 'The bar at the top says so until it is removed.',
                      })
                    : t({
                        zh: '可以先装入演示数据，看一遍填报、复核和总览是怎样的，用完一键移除；也可以直接开始自己的工作。',
                        en: 'Load sample data to see how filing, review and the overview work, and remove it whole; or begin your own work.',
                      })}
                </p>
              </header>
              <div className="welcome">
                <Sample state={sample} />
                <Steps />
              </div>
            </>
          )}
        </Read>
      </div>
    </>
  );
}
