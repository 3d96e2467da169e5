/** A whole form on A4: what it is, every line with what was filled in, what is said of it, its texts, and how it was scored. */
import { type ReactNode, useLayoutEffect } from 'react';
import { useT } from '../../data/language.ts';
import { clockOf, localDay } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { signed } from '../points.tsx';
import { Account } from './account.tsx';
import { inputsOf, inputText, type PaperForm, typedAt } from './form.ts';
import { LineTable } from './line-table.tsx';
import { Said } from './said.tsx';
import { Texts } from './texts.tsx';
import './paper.css';

/** `isShown` draws it on the screen as well. */
export function Paper({ of, isShown = false }: { of: PaperForm; isShown?: boolean }) {
  const t = useT();
  const { record, description } = of;
  useFoot(of);
  return (
    <article className={`paper ${isShown ? 'shown' : ''}`}>
      <header>
        <p className="over">{description.title}</p>
        <h1>
          {t({ zh: `${record.year}年度绩效自评表`, en: `Performance self-evaluation ${record.year}` })}
          <small>（{t(word('subject', record.subject))}）</small>
        </h1>
      </header>
      <Facts of={of} />
      <LineTable of={of} />
      <Others of={of} />
      <Texts of={of} />
      <Signatures />
      <Account of={of} />
      <Said of={of} />
    </article>
  );
}

/** A text as a style sheet writes it. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\\n\r\f]/g, (one) => `\\${one.codePointAt(0)!.toString(16)} `)}"`;

/** The foot of each sheet, by which rules and printed when: sheets take after the root of the document. */
function useFoot({ description: { title, edition } }: PaperForm): void {
  const foot = quoted(`${title} ${edition} · ${timeOf(new Date())}`);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--paper-foot', foot);
    return () => void style.removeProperty('--paper-foot');
  }, [foot]);
}

/** Day and time in full: paper is read in another year. */
const timeOf = (at: Date): string => `${localDay(at)} ${clockOf(at)}`;

/** Who answers for the form signs here, and the unit sets its seal. */
function Signatures() {
  const t = useT();
  const lines = [
    t({ zh: '填报人', en: 'Filled in by' }),
    t({ zh: '审核人', en: 'Checked by' }),
    t({ zh: '负责人', en: 'In charge' }),
    t({ zh: '单位（盖章）', en: 'Unit (seal)' }),
    t({ zh: '日期', en: 'Date' }),
  ];
  return (
    <ul className="signatures">
      {lines.map((name) => (
        <li key={name}>{t({ zh: `${name}：`, en: `${name}: ` })}</li>
      ))}
    </ul>
  );
}

function Facts({ of }: { of: PaperForm }) {
  const t = useT();
  const { record, description, preview, filing, review, form } = of;
  const { score } = preview ?? {};
  const claimed = typedAt(form, 'claimed', 'total');
  const given = typedAt(form, 'claimed', 'grade');
  const total = (points: string | undefined, outOf: string | undefined) =>
    points === undefined ? '—' : `${signed(points)}${outOf ? ` / ${outOf}` : ''}`;
  const grade =
    score?.grade ??
    (score?.status === 'incomplete'
      ? t({ zh: '补齐后给出', en: 'once complete' })
      : score?.gradeWithheld
        ? t({ zh: '不给等次', en: 'no grade' })
        : t({ zh: '不设等次', en: 'not graded' }));
  const facts: readonly (readonly [string, ReactNode, isWide?: boolean])[] = [
    [t({ zh: '填报单位', en: 'Unit' }), record.unit.name],
    [
      record.subject === 'project'
        ? t({ zh: '项目名称', en: 'Project' })
        : t({ zh: '部门名称', en: 'Department' }),
      record.name,
    ],
    [t({ zh: '年度', en: 'Year' }), record.year],
    [t({ zh: '规则版本', en: 'Edition' }), `${description.rulebook} ${description.edition}`],
    [t({ zh: '状态', en: 'State' }), t(word('submissionState', record.state))],
    [
      score?.status === 'incomplete'
        ? t({ zh: '暂计总分', en: 'Total so far' })
        : t({ zh: '总分', en: 'Total' }),
      <b key="total">{total(score?.total, score?.fullMarks ?? score?.outOf)}</b>,
    ],
    [t({ zh: '等次', en: 'Grade' }), <b key="grade">{grade}</b>],
    [t({ zh: '自评总分', en: 'Claimed' }), claimed === '' ? '—' : `${claimed}${given ? `　${given}` : ''}`],
    ...(review?.total
      ? ([
          [t({ zh: '复核总分', en: 'Reviewed' }), <b key="reviewed">{total(review.total, score?.outOf)}</b>],
          [t({ zh: '复核人', en: 'Reviewer' }), review.by ?? '—'],
        ] as const)
      : []),
    ...(filing
      ? ([
          [
            t({ zh: '申报', en: 'Filed' }),
            `${t({ zh: `第 ${filing.number} 次`, en: `no. ${filing.number}` })}　${timeOf(new Date(filing.filedAt))}　${filing.filedBy?.name ?? ''}`,
            true,
          ],
          [
            t({ zh: '内容摘要（SHA-256）', en: 'SHA-256' }),
            <span key="hash" className="hash">
              {filing.hash}
            </span>,
            true,
          ],
        ] as const)
      : []),
    ...(review?.note ? ([[t({ zh: '复核意见', en: 'The reviewer says' }), review.note, true]] as const) : []),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value, isWide]) => (
        <div key={name} className={isWide ? 'wide' : ''}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Inputs that no line is scored by. */
function Others({ of }: { of: PaperForm }) {
  const t = useT();
  const others = inputsOf(of).filter(({ lines }) => lines.length === 0);
  if (others.length === 0) return null;
  return (
    <section>
      <h2>
        {t({ zh: '其他数据', en: 'Other data' })}
        <small>{t({ zh: '不计分，供核对', en: 'not scored; checked against the rest' })}</small>
      </h2>
      <dl className="others">
        {others.map((input) => (
          <div key={input.id} data-input={input.id}>
            <dt>{input.name}</dt>
            <dd>{inputText(of.form, input, t)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
