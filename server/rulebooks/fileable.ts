/** Whether forms may be filed by an edition: it is published, has no errors, and takes forms of the subject. */

import { type Bilingual, type Diagnostic, diagnose, type ScoringPlan } from '../../engine/index.ts';
import { words } from '../../schemas/generated/words.ts';
import type { Edition, Rulebooks } from '../library.ts';
import { Refused } from '../refusal.ts';
import type { Database, Writing } from '../store/database.ts';
import { findEdition, planOf } from './find.ts';

interface Asked {
  rulebook: string;
  edition: string;
  subject: 'project' | 'department';
}

/** With the word a form writes behind the Chinese one. */
const subjectName = (subject: Asked['subject']) => {
  const { zh, en } = words.subject[subject];
  return { zh: `${zh}（${subject}）`, en };
};

/** The plan of an edition that forms of this subject may be filed by, or a refusal that says why not. */
export async function fileablePlan(library: Rulebooks, asked: Asked): Promise<ScoringPlan> {
  const edition = await findEdition(library, asked.rulebook, asked.edition, {
    file: 'body',
    pointer: '/rulebook',
  });
  const plan = planOf(edition);
  refuseFor(whyNotInForce(stateOf(edition)));
  if (!plan.rulebook.subjects.includes(asked.subject))
    throw new Refused('unusable-request', { diagnostics: [wrongSubject(asked, plan)] });
  return plan;
}

const stateOf = ({ state, plan }: Edition): string | undefined => state ?? plan?.rulebook.status;

function whyNotInForce(state: string | undefined): Bilingual | undefined {
  if (state === 'published') return undefined;
  return state === 'retired'
    ? {
        zh: '这一版规则已停用，不能再据以填报。',
        en: 'this edition is retired; no form can be filed by it.',
      }
    : {
        zh: '这一版规则还没有发布，不能据以填报。',
        en: 'this edition is not published; no form can be filed by it.',
      };
}

function refuseFor(detail: Bilingual | undefined): void {
  if (detail) throw new Refused('wrong-state', { detail });
}

/** Why no form can be filed by an edition of the database; undefined where forms can be. */
export async function whyNotPublished(
  db: Database | Writing,
  { rulebook, edition }: Pick<Asked, 'rulebook' | 'edition'>,
): Promise<Bilingual | undefined> {
  const found = await db
    .selectFrom('editions')
    .select('state')
    .where('rulebook', '=', rulebook)
    .where('edition', '=', edition)
    .executeTakeFirst();
  return whyNotInForce(found?.state);
}

/** Refuses inside a write where the edition has been retired meanwhile. */
export async function checkStillPublished(
  db: Database | Writing,
  asked: Pick<Asked, 'rulebook' | 'edition'>,
): Promise<void> {
  refuseFor(await whyNotPublished(db, asked));
}

function wrongSubject({ subject }: Asked, plan: ScoringPlan): Diagnostic {
  const taken = plan.rulebook.subjects;
  return diagnose(
    'wrong-subject',
    {
      subject: subjectName(subject),
      subjects: {
        zh: taken.map((one) => subjectName(one).zh).join('、'),
        en: taken.map((one) => subjectName(one).en).join(', '),
      },
    },
    { file: 'body', pointer: '/subject' },
  );
}
