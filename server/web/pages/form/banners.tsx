/** Lines under the head that say where a form stands: filed, accepted, returned with remarks. */
import { useSyncExternalStore } from 'react';
import { useT } from '../../data/language.ts';
import { momentOf } from '../../data/times.ts';
import { useForm } from '../../form/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Apart, Theirs } from '../../parts/theirs.tsx';
import { Anew, TakenUp } from './anew.tsx';
import { useFormPage } from './context.tsx';
import { placeOfLine } from './jump.ts';
import { hasChanged, isOfLine } from './remarks.ts';
import { rowWithId } from './rows.ts';

export function Banners() {
  const { session } = useFormPage();
  const { state, filings } = session.record;
  if (state === 'returned') return <Returned />;
  if (state === 'filed' || state === 'accepted') return <Stamp />;
  if (filings > 0) return <TakenUp />;
  return null;
}

/** Read-only, with who has it and since when. */
function Stamp() {
  const t = useT();
  const { session, description } = useFormPage();
  const { state, filings, filedAt, total, outOf, grade, reviewer } = session.record;
  const score = total === undefined ? '' : `${total} / ${outOf}${grade ? ` ${grade}` : ''}`;
  return (
    <div className="strip stamp">
      <StateShape shape={state === 'accepted' ? 'done' : 'begun'} label={null} />
      <span className="grow">
        <b>
          {state === 'accepted'
            ? t({ zh: '已通过', en: 'Accepted' })
            : t({ zh: '已申报，待复核', en: 'Filed, to be reviewed' })}
        </b>
        {t({ zh: `　第 ${filings} 次申报`, en: ` · filing no. ${filings}` })}
        {filedAt ? t({ zh: `，${momentOf(filedAt).zh}`, en: `, ${momentOf(filedAt).en}` }) : ''}
        {score ? t({ zh: `，${score}`, en: `, ${score}` }) : ''}
        <Apart>
          {reviewer ? t({ zh: `，审核人 ${reviewer.name}`, en: `, reviewed by ${reviewer.name}` }) : ''}
        </Apart>
        <span className="muted edition">
          <Theirs>{description.title}</Theirs> {description.edition}
        </span>
      </span>
      <Anew />
    </div>
  );
}

function Returned() {
  const t = useT();
  const store = useForm();
  const { remarks, layout, go, at } = useFormPage();
  const rows = remarks?.rows ?? [];
  const mended = useSyncExternalStore(store.onChange, () =>
    remarks
      ? rows.filter(({ line }) =>
          hasChanged(
            store,
            remarks.filed,
            isOfLine(layout, line, (id) => rowWithId(store, id)),
          ),
        ).length
      : 0,
  );
  const left = rows.filter(
    ({ line }) =>
      !remarks ||
      !hasChanged(
        store,
        remarks.filed,
        isOfLine(layout, line, (id) => rowWithId(store, id)),
      ),
  );
  // The one after that which was gone to last, and round again.
  const next = left[left.findIndex(({ line }) => line === at) + 1] ?? left[0];
  return (
    <div className="strip warn" role="status">
      <StateShape shape="warning" label={null} />
      <span className="grow">
        <b>{t({ zh: '已退回修改', en: 'Returned' })}</b>
        <Apart>
          {remarks?.reviewer ? t({ zh: `（${remarks.reviewer}）`, en: ` (${remarks.reviewer})` }) : ''}
        </Apart>
        {t({
          zh: `：${rows.length} 行有审核意见，已改 ${mended} 行。`,
          en: `: ${rows.length} rows have remarks, ${mended} were changed.`,
        })}
        {remarks?.note ? (
          <span>
            {' '}
            <Theirs>{remarks.note}</Theirs>
          </span>
        ) : null}{' '}
        <span className="lost b">
          {t({ zh: '改动还没有重新申报。', en: 'What you change counts only once it is filed again.' })}
        </span>
      </span>
      {next ? (
        <Button size="small" onPress={() => go(placeOfLine(next.line, layout, store))}>
          {t({ zh: '看下一条意见', en: 'Next remark' })}
        </Button>
      ) : null}
    </div>
  );
}
