/** How the points of a line come about, opened in place. */
import type { FormLine } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useSaid } from './context.tsx';

/** `fixed` is the line as the rulebook describes it. */
export function Derivation({ line, fixed }: { line: string; fixed: FormLine | undefined }) {
  const t = useT();
  const { line: now } = useSaid(line);
  const { reading, source, inferred, method } = fixed ?? {};
  return (
    <section className="deriv" aria-label={t({ zh: '怎样算', en: 'How it is scored' })}>
      <dl>
        {now?.read?.length ? (
          <>
            <dt>{t({ zh: '取数', en: 'Read' })}</dt>
            <dd>
              {now.read.map(({ name, text }) => (
                <div key={name}>
                  {name} <span className="soft">{t(text)}</span>
                </div>
              ))}
            </dd>
          </>
        ) : null}
        {now?.computed ? (
          <>
            <dt>{t({ zh: '算式', en: 'Formula' })}</dt>
            <dd>{t(now.computed)}</dd>
          </>
        ) : null}
        {now?.because ? (
          <>
            <dt>{t({ zh: '失分', en: 'Lost' })}</dt>
            <dd>{t(now.because)}</dd>
          </>
        ) : null}
        {method ? (
          <>
            <dt>{t({ zh: '方法', en: 'Method' })}</dt>
            <dd>{t(method)}</dd>
          </>
        ) : null}
        {reading ? (
          <>
            <dt>{t({ zh: '口径', en: 'Reading' })}</dt>
            <dd className="soft">
              {reading}
              {inferred ? <span className="tag line">{t({ zh: '推定', en: 'inferred' })}</span> : null}
            </dd>
          </>
        ) : null}
        {source ? (
          <>
            <dt>{t({ zh: '出处', en: 'Source' })}</dt>
            <dd className="soft">{source}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
