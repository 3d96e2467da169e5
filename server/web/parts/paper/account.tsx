/** The annex: for each line that has points of its own, how they came about, and the reading of the rule. */
import { useT } from '../../data/language.ts';
import { isSome, signed } from '../points.tsx';
import { linesOf, type PaperForm, type PaperLine } from './form.ts';

type Told = PaperLine & { now: NonNullable<PaperLine['now']> };

const isTold = (line: PaperLine): line is Told =>
  line.now !== undefined && (line.row !== undefined || line.fixed?.shape === 'leaf');

export function Account({ of }: { of: PaperForm }) {
  const t = useT();
  const lines = linesOf(of).filter(isTold);
  if (lines.length === 0) return null;
  return (
    <section className="account sheet">
      <h2>{t({ zh: '附：得分说明', en: 'Annex: how the points came about' })}</h2>
      <Basis of={of} />
      <table>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '指标', en: 'Indicator' })}</th>
            <th scope="col">{t({ zh: '怎样算', en: 'How it is scored' })}</th>
            <th scope="col" className="num">
              {t({ zh: '得分', en: 'Points' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.name}</th>
              <td>
                <How line={line} />
              </td>
              <td className="num">
                {signed(line.now.points)} / {line.now.weight}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** By which text of the rules, and by which engine: enough to score it again. */
function Basis({ of: { description, filing } }: { of: PaperForm }) {
  const t = useT();
  const { rulebook, edition, hash } = description;
  const engine = filing?.evaluation.engine;
  return (
    <p className="soft">
      {t({ zh: '所用规则：', en: 'Rules: ' })}
      {rulebook} {edition}
      {t({ zh: `，摘要 ${hash.slice(0, 12)}`, en: `, hash ${hash.slice(0, 12)}` })}
      {engine ? t({ zh: `，引擎 ${engine}`, en: `, engine ${engine}` }) : null}
    </p>
  );
}

function How({ line: { now, fixed } }: { line: Told }) {
  const t = useT();
  const { read = [], computed, chosen, because, lost, unscored } = now;
  return (
    <>
      {read.map(({ name, text }) => (
        <p key={name}>
          {name} {t(text)}
        </p>
      ))}
      {computed ? (
        <p>
          {t({ zh: '算式：', en: 'Formula: ' })}
          {t(computed)}
        </p>
      ) : null}
      {chosen ? <p>{t(chosen)}</p> : null}
      {isSome(lost) ? (
        <p>
          {t({ zh: `失 ${lost} 分`, en: `lost ${lost}` })}
          {because ? t({ zh: `：${because.zh}`, en: `: ${because.en}` }) : ''}
        </p>
      ) : null}
      {unscored ? (
        <p>{t({ zh: `缺数据，${unscored} 分未计`, en: `no data: ${unscored} not scored` })}</p>
      ) : null}
      {fixed?.reading ? (
        <p className="soft">
          {t({ zh: '口径：', en: 'Reading: ' })}
          {fixed.reading}
          {fixed.inferred ? t({ zh: '（推定）', en: ' (inferred)' }) : ''}
        </p>
      ) : null}
    </>
  );
}
