/** One line of the document: its clause, how it is scored, how the clause is read, and its curve. */
import type { LineBand, LineCurve, LineSource, Schemas } from '../../../../schemas/generated/types.ts';
import { type Bilingual, useT } from '../../data/language.ts';
import { word } from '../../data/words.ts';
import { Curve } from '../../parts/curve.tsx';
import { Quoting, Ruled, Theirs } from '../../parts/theirs.tsx';

interface Rule {
  method?: Bilingual | undefined;
  sentence?: Bilingual | undefined;
  bands: readonly LineBand[];
  metric?: string | undefined;
  text?: string | undefined;
  source?: LineSource | undefined;
  reading?: string | undefined;
  inferred?: boolean | undefined;
  curve?: LineCurve | undefined;
}

export function Indicator({ line, number }: { line: Schemas['listedLine']; number: number }) {
  const t = useT();
  return (
    <section className="indicator" id={line.line}>
      <h4>
        <span className="no">{number}</span>
        <span className="grow">
          <Theirs>{line.name}</Theirs>{' '}
          {line.method ? (
            <span className="tag">
              <Quoting>{line.method}</Quoting>
            </span>
          ) : null}
        </span>
        {line.weight === undefined ? null : (
          <span className="points">{t({ zh: `${line.weight} 分`, en: `${line.weight} points` })}</span>
        )}
      </h4>
      <HowScored rule={line} />
      {line.targets.map((target) => (
        <div className="target" key={target.kind}>
          <h5>
            {t({
              zh: `目标为${word('targetKind', target.kind).zh}`,
              en: `Target: ${word('targetKind', target.kind).en}`,
            })}{' '}
            <span className="tag">
              <Quoting>{target.method}</Quoting>
            </span>
          </h5>
          <HowScored
            rule={target}
            example={
              target.target === undefined || target.weight === undefined
                ? undefined
                : {
                    zh: `曲线按分值 ${target.weight}、目标 ${target.target} 画`,
                    en: `drawn for a weight of ${target.weight} and a target of ${target.target}`,
                  }
            }
          />
        </div>
      ))}
    </section>
  );
}

function HowScored({ rule, example }: { rule: Rule; example?: Bilingual | undefined }) {
  const t = useT();
  const { sentence, bands, metric, text, source, reading, inferred, curve } = rule;
  const told = bands.map((band) => t(band.text)).join(t({ zh: '；', en: '; ' }));
  return (
    <div className={curve ? 'how with-curve' : 'how'}>
      <dl>
        {text ? (
          <>
            <dt>{t({ zh: '条文', en: 'Clause' })}</dt>
            <dd className="quote">
              <blockquote>
                <Ruled>{text}</Ruled>
              </blockquote>
              {source ? <Source source={source} /> : null}
            </dd>
          </>
        ) : null}
        {sentence || metric || told ? (
          <>
            <dt>{t({ zh: '怎样计分', en: 'How it is scored' })}</dt>
            <dd>
              {metric ? (
                <p className="formula">
                  <Theirs>{metric}</Theirs>
                </p>
              ) : null}
              {sentence ? (
                <p>
                  <Quoting>{sentence}</Quoting>
                </p>
              ) : null}
              {bands.length > 0 ? (
                <ul className="bands">
                  {bands.map((band) => (
                    <li key={band.text.zh}>
                      {band.name ? (
                        <b>
                          <Theirs>{band.name}</Theirs>
                          {t({ zh: '：', en: ': ' })}
                        </b>
                      ) : null}
                      <Quoting>{band.text}</Quoting>
                    </li>
                  ))}
                </ul>
              ) : null}
            </dd>
          </>
        ) : null}
        {reading ? (
          <>
            <dt>
              {t({ zh: '口径', en: 'Reading' })}{' '}
              {inferred ? <span className="tag warn">{t({ zh: '推定', en: 'inferred' })}</span> : null}
            </dt>
            <dd className="soft">
              <Ruled>{reading}</Ruled>
            </dd>
          </>
        ) : null}
      </dl>
      {curve ? (
        <div className="drawing">
          <Curve
            curve={curve}
            sentence={told || (sentence ? t(sentence) : t(curve.axis))}
            width={260}
            height={170}
          />
          {example ? (
            <p className="small muted">
              <Quoting>{example}</Quoting>
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

const Source = ({ source: { title, issuer, number, date } }: { source: LineSource }) => (
  <span className="src">
    <Theirs>{[title, issuer, number, date].filter(Boolean).join('，')}</Theirs>
  </span>
);
