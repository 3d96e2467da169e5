/** The state of a thing as a shape with a word: it can be told without its colour. */
import { type Bilingual, useT } from '../data/language.ts';

export type Shape = 'done' | 'empty' | 'begun' | 'sent' | 'back' | 'error' | 'warning' | 'info';

const told: { readonly [shape in Shape]: Bilingual } = {
  done: { zh: '已填', en: 'done' },
  empty: { zh: '未填', en: 'nothing entered' },
  begun: { zh: '未填完', en: 'begun' },
  sent: { zh: '已报', en: 'filed' },
  back: { zh: '已退回', en: 'returned' },
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  info: { zh: '说明', en: 'note' },
};

const colours: { readonly [shape in Shape]: string } = {
  done: 'won',
  empty: 'muted',
  begun: 'muted',
  sent: 'acc',
  back: 'warn',
  error: 'lost',
  warning: 'warn',
  info: 'muted',
};

const drawings: { readonly [shape in Shape]: React.ReactNode } = {
  done: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path d="M4 7.2l2.1 2.1L10.2 5" stroke="#fff" strokeWidth="1.5" fill="none" />
    </>
  ),
  empty: (
    <circle
      cx="7"
      cy="7"
      r="5.3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeDasharray="2.2 1.6"
    />
  ),
  begun: (
    <>
      <circle cx="7" cy="7" r="5.3" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M7 1.7a5.3 5.3 0 0 1 0 10.6z" fill="currentColor" />
    </>
  ),
  sent: (
    <>
      <circle cx="7" cy="7" r="5.3" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M7 10V4.4M4.6 6.6L7 4.2l2.4 2.4" stroke="currentColor" strokeWidth="1.4" fill="none" />
    </>
  ),
  back: (
    <>
      <rect x="1" y="1" width="12" height="12" rx="2" fill="currentColor" />
      <path d="M10.4 7H4M6.4 4.4L3.8 7l2.6 2.6" stroke="#fff" strokeWidth="1.5" fill="none" />
    </>
  ),
  error: (
    <>
      <rect x="1" y="1" width="12" height="12" rx="2" fill="currentColor" />
      <path d="M4.5 4.5l5 5m0-5l-5 5" stroke="#fff" strokeWidth="1.5" />
    </>
  ),
  warning: (
    <>
      <path d="M7 1l6.3 11.6H.7z" fill="currentColor" />
      <path d="M7 5v4M7 10.2v1.3" stroke="#fff" strokeWidth="1.4" />
    </>
  ),
  info: (
    <>
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M7 6.2v4M7 3.7v1.4" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
};

/** Where a form stands, each with a shape of its own. */
export const stateShapes = {
  draft: 'begun',
  filed: 'sent',
  returned: 'back',
  accepted: 'done',
} as const satisfies { readonly [state: string]: Shape };

/** `label` says it in other words; `null` hides it where the word stands beside it. */
export function StateShape({ shape, label = told[shape] }: { shape: Shape; label?: Bilingual | null }) {
  const t = useT();
  const looks = { className: `i ${colours[shape]}`, viewBox: '0 0 14 14' };
  return label ? (
    <svg {...looks} role="img" aria-label={t(label)}>
      {drawings[shape]}
    </svg>
  ) : (
    <svg {...looks} aria-hidden="true">
      {drawings[shape]}
    </svg>
  );
}
