/** `explain FILE`: how each line came by its points. */
import { explain } from '../../../engine/index.ts';
import { fold, pageWidth } from '../../documents/layout.ts';
import { type Cli, examples, rulebookOption } from '../command.ts';
import { fileText, present } from './score.ts';

export function addExplain(cli: Cli): void {
  const { program, say, act } = cli;
  program
    .command('explain')
    .summary(say('逐行说明得分怎样算出', 'say how each line was scored'))
    .description(
      say(
        '逐行说明得分：数从哪里来、算式、舍入、条文、口径，以及每一分为何失去。',
        'Says for each line where its numbers come from, the formula, the rounding, the clause and the reading.',
      ),
    )
    .argument(`<${say('文件', 'file')}>`, fileText(cli))
    .option(...rulebookOption(cli))
    .addHelpText('after', examples(cli, ['zhunsheng explain form.yaml']))
    .action(
      act((session, file: string, options: { rulebook?: string }) =>
        present(session, file, options, ({ evaluation }) =>
          explain(evaluation, session.language)
            .trimEnd()
            .split('\n')
            .flatMap((line) => fold(line, pageWidth, `${/^ */.exec(line)?.[0] ?? ''}  `)),
        ),
      ),
    );
}
