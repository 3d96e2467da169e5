/** How one line of a rulebook is scored: its text, reading, method, bands and curve. */
import type { Bilingual, LineDocument, LineSource, TargetDocument } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import { type Names, namesOf } from '../compare/index.ts';
import { type Provenance, type ScoringPlan, targetKinds } from '../compile/index.ts';
import { formatExpression } from '../expression/index.ts';
import { type Line, linesOf } from '../lines/index.ts';
import { analyse, optionsOf } from '../possible/index.ts';
import { axisOf, drawnCurve } from './curve.ts';
import { bandsOf, sentenceOf, writtenMethod } from './sentence.ts';

/** The document of the line with that id; undefined where there is none. */
export async function describeLine(plan: ScoringPlan, id: string): Promise<LineDocument | undefined> {
  const indicator = plan.byId.get(id);
  if (!indicator) return undefined;
  const lines = linesOf(plan);
  const head = {
    ...{ line: id, name: indicator.name, shape: indicator.kind },
    ...(indicator.weight ? { weight: indicator.weight.toText() } : {}),
  };
  if (indicator.kind === 'leaf') {
    const line = lines.find((one) => one.id === id)!;
    return { ...head, ...(await scoringOf(plan, line)), targets: [] };
  }
  const targets: TargetDocument[] = [];
  if (indicator.kind === 'declared')
    for (const kind of targetKinds) {
      const target = indicator.targets[kind];
      const line = target && lines.find(({ row }) => row?.plan === target);
      if (line) targets.push(await targetOf(plan, line, kind));
    }
  return { ...head, ...provenanceOf(plan, indicator), bands: [], targets };
}

async function targetOf(
  plan: ScoringPlan,
  line: Line,
  kind: TargetDocument['kind'],
): Promise<TargetDocument> {
  const { name } = line.row!.plan;
  return {
    kind,
    name: name ?? words.targetKind[kind].zh,
    weight: line.weight.toText(),
    ...(line.target && kind !== 'date' ? { target: line.target.toText() } : {}),
    ...(await scoringOf(plan, line)),
  };
}

async function scoringOf(plan: ScoringPlan, line: Line) {
  const names = namesOf(plan.rulebook, plan.byId);
  const analysis = await analyse(line, optionsOf(plan));
  const written = writtenMethod(plan, line);
  return {
    method: line.rule.label,
    sentence: sentenceOf(line, written, metricName(line, names), names),
    bands: bandsOf(line, written, names),
    ...(line.leaf?.metric ? { metric: formula(line.leaf.metric, names) } : {}),
    ...provenanceOf(plan, line.provenance),
    ...(analysis.kind === 'curve'
      ? { curve: drawnCurve(line, analysis.curve, axisOf(plan, line, analysis.curve)) }
      : {}),
  };
}

const formula = (expression: NonNullable<Line['metric']>, names: Names): string =>
  formatExpression(expression, (name) => names.nameOf(name));

/** What the number a line looks at is called: a metric of its own by the line's name. */
function metricName({ leaf, name }: Line, names: Names): Bilingual {
  if (!leaf) return words.cell.actual;
  if (leaf.metric?.kind === 'name') return quoted(names.nameOf(leaf.metric.name));
  return quoted(name);
}

const quoted = (name: string): Bilingual => ({ zh: `「${name}」`, en: `"${name}"` });

function provenanceOf({ rulebook }: ScoringPlan, { text, source, reading, inferred }: Provenance) {
  const written = source && Object.values(rulebook.sources).find(({ title }) => title === source.title);
  return {
    ...(text === undefined ? {} : { text }),
    ...(written ? { source: sourceOf(written) } : {}),
    ...(reading === undefined ? {} : { reading }),
    ...(inferred ? { inferred } : {}),
  };
}

type Source = ScoringPlan['rulebook']['sources'][string];

const sourceOf = ({ note, ...told }: Source): LineSource => told;
