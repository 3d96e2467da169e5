/** Every finding of the form: those of the whole first, then those of its lines, each with the way to its line. */
import type { SeverityCounts as Counts, FilingComparison } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { Button } from '../../parts/button.tsx';
import { Finding, Findings } from '../../parts/finding.tsx';
import { SeverityCounts } from '../../parts/severity-counts.tsx';

const severities = ['error', 'warning', 'info'] as const;

export function FormFindings({
  comparison: { findings, rows },
  counts,
  goTo,
}: {
  comparison: FilingComparison;
  counts: Counts | undefined;
  goTo: (line: string) => void;
}) {
  const t = useT();
  const all = [
    ...findings.map((finding) => ({ finding, line: undefined })),
    ...rows.flatMap((row) => row.findings.map((finding) => ({ finding, line: row }))),
  ];
  return (
    <section className="form-findings" aria-label={t({ zh: '全表疑点', en: 'All findings' })}>
      <div className="sect">
        {t({ zh: '全表疑点', en: 'All findings' })}{' '}
        <span className="c">
          <SeverityCounts counts={counts} withWords empty={t({ zh: '没有', en: 'none' })} />
        </span>
      </div>
      <Findings label={t({ zh: '全表疑点', en: 'All findings' })}>
        {severities.flatMap((severity) =>
          all
            .filter(({ finding }) => finding.severity === severity)
            .map(({ finding, line }) => (
              <Finding
                key={`${line?.line ?? ''} ${finding.code} ${finding.message.zh}`}
                {...finding}
                help={undefined}
                action={
                  line?.leaf ? (
                    <Button
                      look="text"
                      size="small"
                      label={t({ zh: `看“${line.name}”`, en: `Go to “${line.name}”` })}
                      onPress={() => goTo(line.line)}
                    >
                      {t({ zh: '看此处', en: 'Show' })}
                    </Button>
                  ) : null
                }
              />
            )),
        )}
      </Findings>
    </section>
  );
}
