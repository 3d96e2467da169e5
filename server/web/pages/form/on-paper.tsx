/** The whole form on paper, whichever of its views is on the screen. */
import type { Filing } from '../../../../schemas/generated/types.ts';
import { useApi } from '../../data/queries.ts';
import { reviewOf } from '../../parts/paper/form.ts';
import { Paper } from '../../parts/paper/paper.tsx';
import { OnPaper } from '../../parts/paper/printing.tsx';
import { useFormPage } from './context.tsx';

export function FormOnPaper({ returned }: { returned: Filing | undefined }) {
  const { session, description } = useFormPage();
  const { record, store, scores } = session;
  const { id, filings, state } = record;
  const isFiled = filings > 0 && !returned;
  const filed = useApi('getFiling', { path: { submission: id, number: filings } }, { enabled: isFiled });
  const last = returned ?? filed.data;
  // What a unit has changed since it was returned is not what it filed.
  const filing = state === 'filed' || state === 'accepted' ? last : undefined;
  return (
    <OnPaper>
      {() => (
        <Paper
          of={{ record, description, form: store.form(), preview: scores.whole, filing, ...reviewOf(last) }}
        />
      )}
    </OnPaper>
  );
}
