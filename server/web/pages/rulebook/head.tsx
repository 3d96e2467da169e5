/** The head of the document: what it is for, how its points are shared out, its grades. */
import type { RulebookDocument, Schemas } from '../../../../schemas/generated/types.ts';
import { type Bilingual, useT } from '../../data/language.ts';
import { word } from '../../data/words.ts';
import { Ruled, Theirs } from '../../parts/theirs.tsx';

export function Head({
  document: { title, edition, content },
  lines,
}: {
  document: RulebookDocument;
  lines: readonly Schemas['listedLine'][];
}) {
  const t = useT();
  const top = lines.filter(({ depth, weight }) => depth === 1 && weight !== undefined);
  const subjects = content.subjects.map((one) => word('subject', one));
  const { decimals, mode } = content.rounding;
  return (
    <header>
      <p className="small muted">
        {t({
          zh: `${edition}年度版本 · 申报对象：${subjects.map(({ zh }) => zh).join('、')} · 满分 ${content.total} · 得分保留 ${decimals} 位，${word('roundingMode', mode).zh}`,
          en: `${edition} edition · for: ${subjects.map(({ en }) => en).join(', ')} · out of ${content.total} · points to ${decimals} decimals, ${word('roundingMode', mode).en}`,
        })}
      </p>
      <h1 className="title">
        <Theirs>{title}</Theirs>
      </h1>
      {top.length > 1 ? (
        <ul className="weights" aria-label={t({ zh: '各部分的分值', en: 'How the points are shared out' })}>
          {top.map(({ line, name, weight = '1' }) => (
            <li key={line} style={{ flex: `${weight} 1 0px` }}>
              <a href={`#${line}`}>
                <Theirs>{name}</Theirs> <b>{weight}</b>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="grade-line">
        <span className="muted">{t({ zh: '等次', en: 'Grades' })}</span>{' '}
        {content.grades
          ? content.grades.map(({ name, from }, index) => (
              <span key={name}>
                <b>
                  <Theirs>{name}</Theirs>
                </b>{' '}
                {t(boundsOf(content.grades!, index, from))}
              </span>
            ))
          : t({ zh: '本规则没有写等次', en: 'this rulebook names none' })}
      </p>
      {content.note ? (
        <p className="soft s13 lead">
          <Ruled>{content.note}</Ruled>
        </p>
      ) : null}
    </header>
  );
}

/** A grade from its own bound up to that of the one before it; the last has none below. */
function boundsOf(
  grades: readonly { from: string | number }[],
  index: number,
  from: string | number,
): Bilingual {
  const above = grades[index - 1]?.from;
  if (above === undefined) return { zh: `${from} 分及以上`, en: `${from} and above` };
  if (index === grades.length - 1) return { zh: `${above} 分以下`, en: `below ${above}` };
  return { zh: `${from}—${above} 分`, en: `${from} to ${above}` };
}
