/** Two rulebooks and many forms → the impact. Answers come back in the order of the forms, whoever worked on them. */
import { createReadStream, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import {
  type Assessed,
  assessor,
  type Diagnostic,
  diagnose,
  hasErrors,
  type ImpactResult,
  prepareStudy,
  type RulebookText,
  reportImpact,
  type Study,
} from '../../engine/index.ts';
import { readBytes } from '../cases/files.ts';
import { readFolder } from '../cases/folder.ts';
import { type FiledForm, type Holding, notAForm, readHolding, type Sources } from '../cases/read.ts';
import { shownPath } from '../library.ts';
import { type BatchAssessor, batchAssessor } from './batch.ts';
import { type LineBatch, lineBatches } from './lines.ts';
import { type Source, sourcesOf } from './paths.ts';
import { Pool } from './pool.ts';

export interface ImpactRun {
  before: RulebookText;
  after: RulebookText;
  /** Files, folders, patterns, or `-`. */
  paths: readonly string[];
  stdin: AsyncIterable<Uint8Array>;
  /** How many threads; by default as many as there are processors, and none where there is little to do. */
  workers?: number;
  sources: Sources;
  /** Told now and then: bytes read, of how many (0 where that is not known), and forms done. */
  progress?: (read: number, of: number, forms: number) => void;
}

/** Batches that are done here before threads are worth starting. */
const batchesAlone = 8;
const mostWorkers = 16;

export async function runImpact(
  run: ImpactRun,
): Promise<{ result?: ImpactResult; diagnostics: Diagnostic[] }> {
  const { study, diagnostics } = await prepareStudy(run.before, run.after);
  if (!study) return { diagnostics };
  const { sources, diagnostics: problems } = sourcesOf(run.paths);
  if (sources.length === 0) return { diagnostics: problems };
  const assessed = await assessAll(run, study, sources, problems);
  if (assessed.length === 0 && !hasErrors(problems))
    problems.push(diagnose('no-forms', { name: run.paths.join(' ') }));
  if (assessed.length === 0) return { diagnostics: problems };
  return { result: reportImpact(study, assessed), diagnostics: problems };
}

async function assessAll(
  run: ImpactRun,
  study: Study,
  sources: readonly Source[],
  problems: Diagnostic[],
): Promise<Assessed[]> {
  const crew = new Crew(run, study, sources);
  const assess = assessor(study);
  try {
    for (const source of sources) {
      if (source.is === 'lines' || source.is === 'stdin') {
        const { stream, file, diagnostics } = open(source, run);
        problems.push(...diagnostics);
        if (stream) for await (const batch of lineBatches(stream, file)) await crew.take(batch);
      } else
        for (const item of itemsOf(source, run.sources, problems))
          crew.done([item.form ? await assess(item.form.form, item.form.file) : item.broken]);
    }
    return await crew.all();
  } finally {
    await crew.close();
  }
}

/** Who works on batches: this thread at first, and others once there is enough to do. Answers keep the order of the forms. */
class Crew {
  private readonly run: ImpactRun;
  private readonly here: BatchAssessor;
  private readonly answers: (Assessed[] | Promise<Assessed[]>)[] = [];
  private readonly bytes: number;
  private pool: Pool | undefined;
  private read = 0;
  private forms = 0;
  private batches = 0;

  constructor(run: ImpactRun, study: Study, sources: readonly Source[]) {
    this.run = run;
    this.here = batchAssessor(study);
    this.bytes = sources.reduce((sum, source) => sum + sizeOf(source), 0);
  }

  async take(batch: LineBatch): Promise<void> {
    this.read += batch.bytes.length;
    this.batches += 1;
    const { before, after, workers } = this.run;
    const wanted =
      workers ?? (this.batches > batchesAlone ? Math.min(mostWorkers, availableParallelism()) : 0);
    if (wanted === 0) {
      this.done(await this.here(batch));
      return;
    }
    this.pool ??= new Pool(wanted, before, after);
    const { answer } = await this.pool.submit(batch);
    const told = answer.then((list) => this.told(list));
    // A thread that fails is told at the end, by `all`.
    told.catch(() => {});
    this.answers.push(told);
  }

  done(list: Assessed[]): void {
    this.answers.push(this.told(list));
  }

  async all(): Promise<Assessed[]> {
    return (await Promise.all(this.answers)).flat();
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }

  private told(list: Assessed[]): Assessed[] {
    this.forms += list.length;
    this.run.progress?.(this.read, this.bytes, this.forms);
    return list;
  }
}

const sizeOf = (source: Source): number =>
  source.is === 'lines' ? (statSync(source.path, { throwIfNoEntry: false })?.size ?? 0) : 0;

function open(
  source: Extract<Source, { is: 'lines' | 'stdin' }>,
  run: ImpactRun,
): { stream?: AsyncIterable<Uint8Array>; file: string; diagnostics: Diagnostic[] } {
  if (source.is === 'stdin') return { stream: run.stdin, file: '<stdin>', diagnostics: [] };
  const file = shownPath(source.path);
  if (sizeOf(source) === 0) {
    const { diagnostics } = readBytes(source.path, file);
    return { file, diagnostics };
  }
  return { stream: createReadStream(source.path, { highWaterMark: 256 * 1024 }), file, diagnostics: [] };
}

type Item = { form: FiledForm; broken?: never } | { form?: never; broken: Assessed };

/** The forms of documents; a file that cannot be read counts as one broken form. */
function* itemsOf(
  source: Extract<Source, { is: 'document' | 'folder' }>,
  sources: Sources,
  problems: Diagnostic[],
): Generator<Item> {
  if (source.is === 'folder') {
    const { holdings, diagnostics } = readFolder(source.path, sources);
    for (const holding of holdings) for (const form of formsOf(holding)) yield { form };
    yield* brokenIn(diagnostics, problems);
    return;
  }
  const { holding, diagnostics } = readHolding(source.path, sources);
  const forms = holding ? formsOf(holding) : [];
  for (const form of forms) yield { form };
  if (holding && forms.length === 0) problems.push(notAForm(holding, holding.file));
  yield* brokenIn(diagnostics, problems);
}

const formsOf = (holding: Holding): FiledForm[] =>
  holding.holds === 'form' ? [holding] : holding.holds === 'dossier' ? holding.forms : [];

/** Mistakes in files, by file; what stands in no file is told by itself. */
function* brokenIn(diagnostics: readonly Diagnostic[], problems: Diagnostic[]): Generator<Item> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const file = one.place?.file;
    if (file === undefined) problems.push(one);
    else byFile.set(file, [...(byFile.get(file) ?? []), one]);
  }
  for (const [file, found] of byFile)
    if (hasErrors(found))
      yield { broken: { label: { name: '', place: { file } }, is: 'broken', diagnostics: found } };
    else problems.push(...found);
}
