/** `/rulebooks/:region/:edition`: the rulebook as a printed document. */
import { useParams } from 'wouter';
import type { Schemas } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { LeftPane, Panes, RightPane, WorkPane } from '../../parts/panes.tsx';
import { PrintButton } from '../../parts/print.tsx';
import { Failed, Loading, Read } from '../../parts/states.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';
import { Editions, Sources } from './beside.tsx';
import { Head } from './head.tsx';
import { Indicator } from './indicator.tsx';
import './rulebook.css';
import './rulebook-print.css';

type Line = Schemas['listedLine'];

export function Page() {
  const t = useT();
  const { region = '', edition = '' } = useParams<{ region: string; edition: string }>();
  const path = { rulebook: region, edition };
  const rulebook = useApi('getRulebook', { path });
  const lines = useApi('listLines', { path });
  const crumbs = [{ name: t({ zh: '评分规则', en: 'Rulebooks' }), to: addressOf('rulebooks') }];
  if (rulebook.data === undefined)
    return (
      <>
        <PageHead crumbs={crumbs} title={`${region} ${edition}`} />
        <div className="page">
          {rulebook.error ? (
            <Failed error={rulebook.error} retry={() => void rulebook.refetch()} />
          ) : (
            <Loading lines={8} retry={() => void rulebook.refetch()} />
          )}
        </div>
      </>
    );
  const { data } = rulebook;
  const items = lines.data?.items ?? [];
  return (
    <>
      <PageHead crumbs={crumbs} title={`${data.title} · ${data.edition}`} actions={<PrintButton />} />
      <Panes columns="rulebook-panes">
        <LeftPane label={t({ zh: '目录', en: 'Contents' })}>
          <Contents lines={items} />
        </LeftPane>
        <WorkPane label={t({ zh: '规则文本', en: 'The rulebook' })}>
          <article className="sheet">
            <Head document={data} lines={items} />
            <Read of={lines} lines={12}>
              {(read) => <Body lines={read.items} />}
            </Read>
          </article>
        </WorkPane>
        <RightPane label={t({ zh: '版本与出处', en: 'Editions and sources' })}>
          <Editions document={data} />
          <Sources document={data} />
        </RightPane>
      </Panes>
    </>
  );
}

function Contents({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="contents">
      {lines.map(({ line, name, depth, weight }) => (
        <li key={line} className={`d${depth}`}>
          <a href={`#${line}`}>
            <span className="ell grow" title={name}>
              <Theirs>{name}</Theirs>
            </span>
            <span className="num">{weight ?? ''}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Groups are headings; what is scored is an article of its own. */
function Body({ lines }: { lines: readonly Line[] }) {
  const scored = lines.filter(({ shape }) => shape !== 'group');
  return lines.map((line) => {
    const { line: id, name, depth, weight } = line;
    if (line.shape !== 'group') return <Indicator key={id} line={line} number={scored.indexOf(line) + 1} />;
    return depth === 1 ? (
      <h2 key={id} id={id}>
        <span className="grow">
          <Theirs>{name}</Theirs>
        </span>
        <Weight weight={weight} />
      </h2>
    ) : (
      <h3 key={id} id={id}>
        <span className="grow">
          <Theirs>{name}</Theirs>
        </span>
        <Weight weight={weight} />
      </h3>
    );
  });
}

function Weight({ weight }: { weight: string | undefined }) {
  const t = useT();
  return weight === undefined ? null : (
    <span className="points">{t({ zh: `${weight} 分`, en: `${weight} points` })}</span>
  );
}
