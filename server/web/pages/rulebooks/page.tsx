/** `/rulebooks`: every rulebook with its editions, each to be read as a document. */

import { Link } from 'wouter';
import type { RulebookSummary } from '../../../../schemas/generated/types.ts';
import { useFilters } from '../../data/filters.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { word } from '../../data/words.ts';
import { TextField } from '../../parts/field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { NothingFound, Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Apart, Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';
import './rulebooks.css';

const looks = { published: 'won', draft: 'acc', retired: '' } as const;

export function Page() {
  const t = useT();
  const [{ q = '' }, setFilters] = useFilters('q');
  const list = useApi('listRulebooks', {});
  return (
    <>
      <PageHead title={t({ zh: '评分规则', en: 'Rulebooks' })} />
      <div className="page rulebooks">
        <Read of={list} lines={8}>
          {({ rulebooks }) => {
            const usable = rulebooks.filter(({ usable }) => usable);
            const shown = usable.filter(
              ({ rulebook, title = '', edition }) =>
                title.includes(q) || rulebook.includes(q) || edition.includes(q),
            );
            return (
              <>
                <div className="find-rulebook">
                  <TextField
                    label={t({ zh: '查找评分规则', en: 'Find a rulebook' })}
                    value={q}
                    onChange={(words) => setFilters({ q: words })}
                  />
                </div>
                {shown.length > 0 ? (
                  <List rulebooks={shown} />
                ) : (
                  <NothingFound
                    words={q}
                    among={t({
                      zh: `${usable.length} 版评分规则里没有标题含这几个字的。`,
                      en: `None of ${usable.length} editions has this in its title.`,
                    })}
                    clear={() => setFilters({ q: '' })}
                  />
                )}
              </>
            );
          }}
        </Read>
      </div>
    </>
  );
}

function List({ rulebooks }: { rulebooks: readonly RulebookSummary[] }) {
  const t = useT();
  return (
    <div className="card">
      <Table
        label={t({ zh: '评分规则', en: 'Rulebooks' })}
        head={
          <>
            <th scope="col">{t({ zh: '评分规则', en: 'Rulebook' })}</th>
            <th scope="col">{t({ zh: '年度版本', en: 'Edition' })}</th>
            <th scope="col" className="wide-only">
              {t({ zh: '申报对象', en: 'Subject' })}
            </th>
            <th scope="col" className="num wide-only">
              {t({ zh: '满分', en: 'Out of' })}
            </th>
            <th scope="col" className="wide-only">
              {t({ zh: '等次', en: 'Grades' })}
            </th>
            <th scope="col">{t({ zh: '状态', en: 'State' })}</th>
          </>
        }
      >
        {rulebooks.map(({ rulebook, edition, title, subjects = [], total, grades = [], status }) => (
          <tr key={`${rulebook} ${edition}`}>
            <th scope="row">
              <Link href={addressOf('rulebook', { region: rulebook, edition })}>
                <Theirs>{title ?? rulebook}</Theirs>
              </Link>
            </th>
            <td>{edition}</td>
            <td className="wide-only">
              {subjects.map((one) => t(word('subject', one))).join(t({ zh: '、', en: ', ' }))}
            </td>
            <td className="num wide-only">{total}</td>
            <td className="wide-only">
              <Apart>
                {grades.length > 0
                  ? (grades as { name: string }[]).map(({ name }) => name).join(t({ zh: '、', en: ', ' }))
                  : '—'}
              </Apart>
            </td>
            <td className="nowrap">
              {status ? (
                <span className={`tag ${looks[status]}`}>{t(word('rulebookStatus', status))}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
