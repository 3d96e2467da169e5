/** One filing to be read: its receipt, what the reviewer said beside its rows, and the form as it was filed, also for paper. */
import { useQuery } from '@tanstack/react-query';
import type { Filing, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { type PaperForm, reviewOf } from '../../parts/paper/form.ts';
import { Paper } from '../../parts/paper/paper.tsx';
import { OnPaper } from '../../parts/paper/printing.tsx';
import { PrintButton } from '../../parts/print.tsx';
import { ReceiptNote } from '../../parts/receipt.tsx';
import { Read } from '../../parts/states.tsx';

/** The form as it was filed, with what it scored then. */
async function read(record: SubmissionRecord, number: string): Promise<PaperForm & { filing: Filing }> {
  const { id, rulebook, edition } = record;
  const path = { submission: id };
  const [description, filing] = await Promise.all([
    ask('getForm', { path: { rulebook, edition } }),
    ask('getFiling', { path: { ...path, number } }),
  ]);
  const { form } = filing;
  const preview = await ask('previewSubmission', { path, query: {}, body: { form } });
  return { record, description, form, preview, filing, ...reviewOf(filing) };
}

const countOf = ({ evaluation: { findings } }: Filing, severity: 'error' | 'warning'): number =>
  findings.filter((one) => one.severity === severity).length;

export function OneFiling({ record, number }: { record: SubmissionRecord; number: string }) {
  const t = useT();
  const { taskId } = record;
  const sheet = useQuery({
    queryKey: ['filed sheet', record.id, number, record.version],
    queryFn: () => read(record, number),
  });
  const task = useApi('getTask', { path: { task: taskId ?? '' } }, { enabled: taskId !== undefined });
  return (
    <Read of={sheet} lines={8}>
      {(of) => {
        const { filing } = of;
        const { total, outOf, grade } = filing.evaluation;
        const receipt = {
          ...{ number: filing.number, filedAt: filing.filedAt, hash: filing.hash },
          ...{ total, outOf, grade },
          errors: countOf(filing, 'error'),
          warnings: countOf(filing, 'warning'),
        };
        return (
          <section aria-label={t({ zh: `第 ${number} 次申报`, en: `Filing no. ${number}` })}>
            <ReceiptNote record={record} receipt={receipt} by={filing.filedBy?.name} task={task.data?.title}>
              <PrintButton />
            </ReceiptNote>
            <Paper of={of} isShown />
            <OnPaper>{() => <Paper of={of} />}</OnPaper>
          </section>
        );
      }}
    </Read>
  );
}
