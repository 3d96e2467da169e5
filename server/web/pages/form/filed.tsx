/** The form was filed: the receipt, and the ways on. */
import type { Receipt, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { useSignedIn } from '../../data/session.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { PrintButton } from '../../parts/print.tsx';
import { ReceiptNote } from '../../parts/receipt.tsx';
import { addressOf } from '../addresses.ts';

export function Filed({
  record,
  receipt,
  again,
}: {
  record: SubmissionRecord;
  receipt: Receipt;
  /** Reads the form anew: as it is now filed. */
  again: () => void;
}) {
  const t = useT();
  const { person } = useSignedIn();
  const { taskId } = record;
  const task = useApi('getTask', { path: { task: taskId ?? '' } }, { enabled: taskId !== undefined });
  return (
    <div className="page">
      <ReceiptNote record={record} receipt={receipt} by={person.displayName} task={task.data?.title} isNew>
        <LinkButton to={addressOf('tasks')} look="primary">
          {t({ zh: '回到我的自评', en: 'Back to my forms' })}
        </LinkButton>
        <Button onPress={again}>{t({ zh: '看已报的表', en: 'See the form as filed' })}</Button>
        <PrintButton />
      </ReceiptNote>
    </div>
  );
}
