/** A form under review on paper, with the reviewer's points beside. What it needs beyond the page is read when it is printed. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FilingComparison, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { PaperForm } from '../../parts/paper/form.ts';
import { Paper } from '../../parts/paper/paper.tsx';
import { OnPaper } from '../../parts/paper/printing.tsx';
import type { ReviewDraft } from './draft.ts';
import { ownPoints } from './lines.ts';

type Sheet = Pick<PaperForm, 'description' | 'filing' | 'form' | 'preview'>;

async function readSheet({ id, rulebook, edition }: SubmissionRecord, number: number): Promise<Sheet> {
  const path = { submission: id };
  const [description, filing] = await Promise.all([
    ask('getForm', { path: { rulebook, edition } }),
    ask('getFiling', { path: { ...path, number } }),
  ]);
  const { form } = filing;
  return { description, filing, form, preview: await ask('previewSubmission', { path, body: { form } }) };
}

/** What the reviewer has on every line by now. */
function reviewedNow({ rows, review, reviewed }: FilingComparison, draft: ReviewDraft) {
  const entries = rows
    .filter(({ leaf }) => leaf)
    .map((row) => {
      const entry = draft.entry(row.line);
      const points = row.status === 'scored' ? ownPoints(row, entry) : entry.points;
      return [row.line, { points, reason: entry.reason }] as const;
    });
  return {
    reviewed: new Map(entries),
    review: { note: draft.note(), total: draft.total() ?? reviewed, by: review?.reviewer?.name },
  };
}

/** The button that prints, and what is printed; the keys of the browser for it do the same. */
export function PrintReview({
  record,
  comparison,
  draft,
}: {
  record: SubmissionRecord;
  comparison: FilingComparison;
  draft: ReviewDraft;
}) {
  const t = useT();
  const [isAsked, setAsked] = useState(false);
  const { number } = comparison;
  const sheet = useQuery({
    queryKey: ['sheet', record.id, number],
    queryFn: () => readSheet(record, number),
    enabled: isAsked,
    staleTime: Infinity,
  });
  // Where it cannot be read, what is on the screen is printed.
  const isDone = sheet.data !== undefined || sheet.isError;
  useEffect(() => {
    if (!isAsked || !isDone) return;
    setAsked(false);
    window.print();
  }, [isAsked, isDone]);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setAsked(true);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
  return (
    <>
      <Button onPress={() => setAsked(true)}>
        <Icon name="print" />
        {t({ zh: '打印', en: 'Print' })}
      </Button>
      <OnPaper>
        {() =>
          sheet.data ? <Paper of={{ record, ...sheet.data, ...reviewedNow(comparison, draft) }} /> : null
        }
      </OnPaper>
    </>
  );
}
