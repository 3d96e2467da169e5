/** How the points of a line come about, opened in place: what was read, the formula, the band, what would win more. */
import type { ReactNode } from 'react';
import type { FormLine, LineDocument, LineExplanation } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { Curve } from '../../parts/curve.tsx';
import { isSome, signed } from '../../parts/points.tsx';
import { Loading } from '../../parts/states.tsx';
import { Quoting, Theirs } from '../../parts/theirs.tsx';
import { useFormPage } from './context.tsx';
import { usePreview } from './said.ts';

/** `fixed` is the line of the rulebook, or the group that a row is in. */
export function Derivation({ line, fixed }: { line: string; fixed: FormLine | undefined }) {
  const t = useT();
  const { session } = useFormPage();
  const { whole } = usePreview(session.scores);
  const { rulebook, edition } = session.record;
  const document = useApi('getLine', { path: { rulebook, edition, line: fixed?.id ?? line } });
  const explained = whole?.explained?.line === line ? whole.explained : undefined;
  return (
    <section className="deriv" aria-label={t({ zh: '怎样算', en: 'How it is scored' })}>
      {explained ? <Account explained={explained} document={document.data} /> : <Loading lines={3} />}
    </section>
  );
}

function Account({
  explained,
  document,
}: {
  explained: LineExplanation;
  document: LineDocument | undefined;
}) {
  const t = useT();
  const { reading, source, inferred, next } = explained;
  // The points themselves are told below.
  const sentences = explained.sentences.filter(({ zh }) => zh !== explained.points);
  const target = document?.targets.find(({ kind }) => kind === explained.target);
  const said = target ?? (document?.shape === 'leaf' ? document : undefined);
  const curve = explained.curve ?? said?.curve;
  return (
    <>
      <dl>
        {said?.sentence ? (
          <Part name={t({ zh: '办法', en: 'Method' })}>
            <Quoting>{said.sentence}</Quoting>
          </Part>
        ) : null}
        {sentences.length > 0 ? (
          <Part name={t({ zh: '算式', en: 'Steps' })}>
            <ol className="steps">
              {sentences.map((one) => (
                <li key={one.zh}>
                  <Quoting>{one}</Quoting>
                </li>
              ))}
            </ol>
          </Part>
        ) : null}
        {said && said.bands.length > 0 ? (
          <Part name={t({ zh: '对照', en: 'Bands' })}>
            <Bands bands={said.bands} hits={explained.bands.map(({ index }) => index)} />
          </Part>
        ) : null}
        <Part name={t({ zh: '得分', en: 'Points' })}>
          <Points explained={explained} />
          {next ? (
            <span className="gain">
              {' '}
              <Quoting>{next.message}</Quoting>
              {t({ zh: '。', en: '.' })}
            </span>
          ) : null}
        </Part>
        {reading ? (
          <Part name={t({ zh: '口径', en: 'Reading' })}>
            <span className="soft">
              <Theirs>{reading}</Theirs>
            </span>
            {inferred ? <span className="tag line">{t({ zh: '推定', en: 'inferred' })}</span> : null}
          </Part>
        ) : null}
        {source ? (
          <Part name={t({ zh: '出处', en: 'Source' })}>
            <span className="soft">
              <Theirs>{source}</Theirs>
            </span>
          </Part>
        ) : null}
      </dl>
      {curve ? (
        <Curve
          curve={{ ...curve, here: hereOf(explained) }}
          sentence={said?.sentence ? t(said.sentence) : explained.name}
          width={236}
          height={150}
        />
      ) : null}
    </>
  );
}

const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

function Points({
  explained: { points, weight, lost, because, status, unscored },
}: {
  explained: LineExplanation;
}) {
  const t = useT();
  if (status === 'missing')
    return t({
      zh: `缺数据，${unscored ?? weight} 分未计。`,
      en: `no data: ${unscored ?? weight} not scored.`,
    });
  return (
    <>
      {t({ zh: '得 ', en: 'won ' })}
      <b>{signed(points)}</b>
      {t({ zh: ` 分，满分 ${weight} 分`, en: ` of ${weight}` })}
      {isSome(lost) ? (
        <span className="lost">
          {t({ zh: `，失 ${lost} 分`, en: `, lost ${lost}` })}
          {because ? t({ zh: `（${because.zh}）`, en: ` (${because.en})` }) : ''}
        </span>
      ) : null}
      {t({ zh: '。', en: '.' })}
    </>
  );
}

function Bands({ bands, hits }: { bands: LineDocument['bands']; hits: readonly number[] }) {
  return (
    <ul className="bands">
      {bands.map(({ text }, index) => {
        const isHit = hits.includes(index);
        return (
          <li key={text.zh} className={isHit ? 'hit' : ''} aria-current={isHit ? 'true' : undefined}>
            <Quoting>{text}</Quoting>
          </li>
        );
      })}
    </ul>
  );
}

/** Where the form stands on the curve. */
function hereOf({ standing }: LineExplanation) {
  if (standing?.y === undefined) return undefined;
  return { at: standing.x, points: standing.y, text: standing.shown };
}
