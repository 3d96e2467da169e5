/** How many forms lie at which rate, over the grades where they are known; a sentence says the same. */
import { useT } from '../data/language.ts';
import { barsOf, drawn, placeOf, shadesOf } from './distribution-geometry.ts';
import { Theirs } from './theirs.tsx';
import './distribution.css';

interface Counted {
  from: string;
  to: string;
  count: number;
}

export function Distribution({
  bands,
  grades = [],
  mean,
}: {
  bands: readonly Counted[];
  /** From the highest down. */
  grades?: readonly { name: string; from: string }[];
  mean?: string;
}) {
  const t = useT();
  const [width, height] = [740, 240];
  const box = { left: 16, right: width - 16, top: 44, bottom: height - 24 };
  const shown = drawn(bands);
  const bars = barsOf(shown, box);
  const sentence = t({
    zh: `得分率分布：${shown.map(({ from, to, count }) => `${from} 至 ${to}：${count} 张`).join('；')}。`,
    en: `Distribution of rates: ${shown.map(({ from, to, count }) => `${from} to ${to}: ${count}`).join('; ')}.`,
  });
  return (
    <svg className="ch distribution" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
      {shadesOf(grades, shown, box).map(({ name, x, width }, index) => (
        <g key={name} className={`grade ${index % 2 ? 'odd' : 'even'}`}>
          <rect x={x} y={8} width={width} height={box.bottom - 8} />
          <text className="lab" x={x + 8} y={24}>
            <Theirs>{name}</Theirs>
          </text>
        </g>
      ))}
      {bars.map(({ band: { from, count }, x, y, width, height }) => (
        <g key={from}>
          <rect className="bar-of" x={x} y={y} width={width} height={height} />
          {count > 0 ? (
            <text className="count" x={x + width / 2} y={y - 5} textAnchor="middle">
              {count}
            </text>
          ) : null}
        </g>
      ))}
      {mean === undefined ? null : (
        <g className="mean">
          {['under', 'over'].map((line) => (
            <line
              key={line}
              className={line}
              x1={placeOf(mean, shown, box)}
              x2={placeOf(mean, shown, box)}
              y1={34}
              y2={box.bottom}
            />
          ))}
          <text className="lab" x={placeOf(mean, shown, box) - 5} y={40} textAnchor="end">
            {t({ zh: `平均 ${mean}`, en: `mean ${mean}` })}
          </text>
        </g>
      )}
      <line className="ax" x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
      {[...shown.map(({ from }) => from), shown.at(-1)?.to ?? '100'].map((rate) => (
        <text key={rate} x={placeOf(rate, shown, box)} y={height - 6} textAnchor="middle">
          {rate}
        </text>
      ))}
    </svg>
  );
}
