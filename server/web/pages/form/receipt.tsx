/** What a unit has in hand once it has filed: when, what it scored, and the hash it can be checked by. */
import type { Receipt } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { momentOf } from '../../data/times.ts';
import { LinkButton } from '../../parts/button.tsx';
import { signed } from '../../parts/points.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { addressOf } from '../addresses.ts';

export function ReceiptNote({ receipt }: { receipt: Receipt }) {
  const t = useT();
  const { number, filedAt, total, outOf, grade, hash, errors, warnings } = receipt;
  const rows: [string, string][] = [
    [t({ zh: '第几次申报', en: 'Filing' }), t({ zh: `第 ${number} 次`, en: `no. ${number}` })],
    [t({ zh: '时间', en: 'Time' }), t(momentOf(filedAt))],
    [t({ zh: '总分', en: 'Total' }), `${signed(total)} / ${outOf}${grade ? `　${grade}` : ''}`],
    [
      t({ zh: '疑点', en: 'Findings' }),
      t({ zh: `错误 ${errors}，提醒 ${warnings}`, en: `${errors} errors, ${warnings} warnings` }),
    ],
    [t({ zh: '内容摘要（SHA-256）', en: 'SHA-256' }), hash],
  ];
  return (
    <section className="receipt" aria-label={t({ zh: '回执', en: 'Receipt' })}>
      <h2 tabIndex={-1} ref={(heading) => heading?.focus()}>
        <StateShape shape="done" label={null} /> {t({ zh: '已申报', en: 'Filed' })}
      </h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={value === hash ? 'hash' : ''}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">
        {t({
          zh: '日志里记有同一摘要，可查验报送的内容有没有被改过。审核结果会显示在“我的自评”里。',
          en: 'The log holds the same hash: it shows whether what was filed was altered. The outcome appears under “My forms”.',
        })}
      </p>
      <div className="row">
        <LinkButton to={addressOf('tasks')}>{t({ zh: '回到我的自评', en: 'Back to my forms' })}</LinkButton>
      </div>
    </section>
  );
}
