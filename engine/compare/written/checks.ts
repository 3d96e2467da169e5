/** Checks across inputs: by their id, on one form or across the forms of a dossier. */
import type { Bilingual, Check } from '../../../schemas/generated/types.ts';
import { same } from '../edition.ts';
import { bothLanguages, type Subject, textValue, type Written, wordValue } from './change.ts';
import type { Both } from './indicators.ts';
import { conditionMeaning, shownCondition } from './meaning.ts';
import { compareProvenance } from './provenance.ts';
import { severityWords, subjectWords } from './words.ts';

type Valued = Written & { is: string | undefined };

export function compareChecks(both: Both): void {
  const was = both.before.plan.rulebook;
  const is = both.after.plan.rulebook;
  compareLists(was.checks ?? [], is.checks ?? [], '/checks', both);
  compareLists(was.dossier?.checks ?? [], is.dossier?.checks ?? [], '/dossier/checks', both);
}

function compareLists(was: readonly Check[], is: readonly Check[], pointer: string, both: Both): void {
  const { changes, names } = both;
  for (const [index, check] of was.entries()) {
    const later = is.findIndex((one) => one.id === check.id);
    if (later >= 0) compareCheck(check, is[later]!, `${pointer}/${index}`, `${pointer}/${later}`, both);
    else
      changes.add(
        'check-removed',
        subjectOf(check),
        bothLanguages(`删去校验：${nameOf(check)}`, `the check "${nameOf(check)}" was removed`),
        { pointer: `${pointer}/${index}`, shown: shownCondition(check.when, names.before) },
        undefined,
      );
  }
  for (const [index, check] of is.entries())
    if (!was.some((one) => one.id === check.id)) {
      const severity = severityWords[check.finding.severity]!;
      changes.add(
        'check-added',
        subjectOf(check),
        bothLanguages(
          `新增校验（${severity.zh}）：${nameOf(check)}`,
          `a check was added (${severity.en}): ${nameOf(check)}`,
        ),
        undefined,
        { pointer: `${pointer}/${index}`, shown: shownCondition(check.when, names.after) },
      );
    }
}

const nameOf = ({ id, name }: Check): string => name ?? id;
const subjectOf = (check: Check): Subject => ({ id: check.id, name: same(nameOf(check)), group: 'checks' });

function compareCheck(was: Check, is: Check, before: string, after: string, both: Both): void {
  const { changes, names } = both;
  const subject = subjectOf(is);
  const property = (kind: string, label: Bilingual, one: Valued, other: Valued) =>
    changes.property(kind, subject, label, one, other);
  property(
    'check-condition',
    bothLanguages('条件', 'condition'),
    {
      pointer: `${before}/when`,
      is: conditionMeaning(was.when, names.before),
      shown: shownCondition(was.when, names.before),
    },
    {
      pointer: `${after}/when`,
      is: conditionMeaning(is.when, names.after),
      shown: shownCondition(is.when, names.after),
    },
  );
  property(
    'check-severity',
    bothLanguages('轻重', 'severity'),
    wordValue(`${before}/finding/severity`, was.finding.severity, severityWords),
    wordValue(`${after}/finding/severity`, is.finding.severity, severityWords),
  );
  property(
    'check-code',
    bothLanguages('疑点代码', 'finding code'),
    textValue(`${before}/finding/code`, was.finding.code),
    textValue(`${after}/finding/code`, is.finding.code),
  );
  const message = ({ finding }: Check, pointer: string): Valued => {
    const shown = typeof finding.message === 'string' ? same(finding.message) : finding.message;
    return { pointer: `${pointer}/finding/message`, is: JSON.stringify([shown.zh, shown.en]), shown };
  };
  property('check-message', bothLanguages('提示语', 'message'), message(was, before), message(is, after));
  const subjects = ({ subjects: list }: Check, pointer: string): Valued => ({
    pointer: `${pointer}/subjects`,
    is: list && [...list].sort().join(),
    ...(list
      ? {
          shown: bothLanguages(
            list.map((one) => subjectWords[one]!.zh).join('、'),
            list.map((one) => subjectWords[one]!.en).join(', '),
          ),
        }
      : {}),
  });
  property(
    'check-subjects',
    bothLanguages('适用对象', 'subjects'),
    subjects(was, before),
    subjects(is, after),
  );
  changes.property(
    'name',
    { ...subject, group: 'wording' },
    bothLanguages('名称', 'name'),
    textValue(`${before}/name`, was.name),
    textValue(`${after}/name`, is.name),
  );
  compareProvenance(
    { written: was, pointer: before, sources: both.before.plan.rulebook.sources },
    { written: is, pointer: after, sources: both.after.plan.rulebook.sources },
    subject,
    changes,
  );
}
