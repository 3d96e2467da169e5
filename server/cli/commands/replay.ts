/** `replay`: stored evaluations, made again and compared byte for byte. */
import type { Replay, Replayed } from '../../../schemas/generated/types.ts';
import { progressOn } from '../../impact/progress.ts';
import { isFaithful, replay as replayIn } from '../../store/replay.ts';
import { type Cli, examples } from '../command.ts';
import { type DatabaseOptions, databaseOptions, withStore } from '../database.ts';
import type { ExitCode, Session } from '../session.ts';

export function addReplay(cli: Cli): void {
  const { program, say, act } = cli;
  const command = program
    .command('replay')
    .summary(say('重做已存的评价，逐字节比对', 'make stored evaluations again and compare them'))
    .description(
      say(
        '用存着的规则与填报内容，把每次报送时的评价再做一遍，逐字节与当时的结果比对；不同的，指出第一处。',
        'Makes each stored evaluation again from the rulebook and the form stored with it, and compares it byte for byte with what was kept; where they differ, says where first.',
      ),
    )
    .argument(
      `[${say('评价', 'evaluation')}...]`,
      say('评价结果的标识；省略为全部', 'ids of evaluations; all of them when left out'),
    );
  for (const option of databaseOptions(cli)) command.addOption(option);
  command
    .addHelpText('after', examples(cli, ['zhunsheng replay', 'zhunsheng replay --json']))
    .action(act((session, ids: string[], options: DatabaseOptions) => replay(session, ids, options)));
}

const replay = (session: Session, ids: readonly string[], options: DatabaseOptions): Promise<ExitCode> =>
  withStore(session, options, async ({ db }) => {
    const progress = progressOn(process.stderr, session.language);
    const { replay: found, diagnostics } = await replayIn(db, ids, (done, of) =>
      progress.tell(done, of, done),
    ).finally(() => progress.stop());
    if (!found) return session.refuse(diagnostics);
    if (session.json) session.printJson(found);
    else session.print(replayText(found, session.language === 'zh'));
    return isFaithful(found) ? 0 : 1;
  });

function replayText(found: Replay, zh: boolean): string[] {
  const { evaluations, equal, different, rulebookMissing, otherEngine, unusable, rest } = found;
  return [
    ...rest.map((one) => lineOf(one, zh)),
    zh
      ? `重做 ${evaluations} 次评价：相同 ${equal}，不同 ${different}，规则缺失 ${rulebookMissing}，别的引擎版本 ${otherEngine}，不能计分 ${unusable}`
      : `${evaluations} evaluations: ${equal} equal, ${different} different, ${rulebookMissing} without their rulebook, ${otherEngine} by another engine version, ${unusable} that cannot be scored`,
  ];
}

function lineOf({ id, status, at, engine = '' }: Replayed, zh: boolean): string {
  const place = at === undefined ? '' : at || (zh ? '（写法）' : '(as written)');
  const said = {
    equal: zh ? '相同' : 'equal',
    different: zh ? `不同，第一处在 ${place}` : `different, first at ${place}`,
    'rulebook-missing': zh ? '没有当时的规则，或规则已被改动' : 'its rulebook is missing, or was changed',
    'other-engine': zh
      ? `由引擎 ${engine} 作出${place ? `，不同，第一处在 ${place}` : '，其余相同'}`
      : `made by engine ${engine}, ${place ? `different, first at ${place}` : 'otherwise the same'}`,
    unusable: zh ? '存着的填报内容不能计分' : 'the form stored with it cannot be scored',
  };
  return `${id}  ${said[status]}`;
}
