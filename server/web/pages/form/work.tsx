/** The middle: the view in work, with its fixed lines, its table and its texts. */
import { Fragment } from 'react';
import { useT } from '../../data/language.ts';
import { word } from '../../data/words.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { Article, Standing } from './article.tsx';
import { InputCell } from './cells.tsx';
import { useFormPage } from './context.tsx';
import { pathOf, textsView, type View } from './layout.ts';
import { DeclaredTable } from './table.tsx';
import { Texts } from './texts.tsx';

export function Work({ view }: { view: View }) {
  const { layout, isReadOnly } = useFormPage();
  const isOnly = layout.views.length === 1;
  return (
    <div className="mid">
      {isOnly ? null : <ViewHead view={view} />}
      {isOnly ? <LooseOf view={view} /> : null}
      {view.articles.map((line) => (
        <Article key={line.id} line={line} />
      ))}
      {isOnly ? null : <LooseOf view={view} />}
      {view.heads.length > 0 ? <DeclaredTable heads={view.heads} /> : null}
      {view.texts.length > 0 ? <Texts texts={view.texts} /> : null}
      {isOnly || isReadOnly ? null : <NextView view={view} />}
    </div>
  );
}

function ViewHead({ view }: { view: View }) {
  const t = useT();
  const { layout } = useFormPage();
  const { views } = layout;
  const at = views.indexOf(view);
  const above = pathOf(layout, view.group).slice(0, -1);
  return (
    <div className="gh">
      <div>
        <div className="crumb">
          {above.map(({ id, name }) => (
            <Fragment key={id}>
              <Theirs>{name}</Theirs> ›{' '}
            </Fragment>
          ))}
          {t({
            zh: `第 ${at + 1} 组，共 ${views.length} 组`,
            en: `part ${at + 1} of ${views.length}`,
          })}
        </div>
        <h2>
          <ViewName view={view} />
          {view.group?.weight ? (
            <span className="muted">
              {t({
                zh: `${view.group.weight}分 · ${view.articles.length}项`,
                en: `${view.group.weight} points · ${view.articles.length} lines`,
              })}
            </span>
          ) : null}
        </h2>
      </div>
      <span className="grow" />
      {view.group ? <Standing id={view.group.id} /> : null}
    </div>
  );
}

/** What a view is called. */
export function ViewName({ view }: { view: View }) {
  const t = useT();
  if (view.group) return <Theirs>{view.group.name}</Theirs>;
  if (view.id === textsView) return t({ zh: '目标与报告', en: 'Goals and report' });
  return t(word('lineShape', view.heads.length > 0 ? 'declared' : 'group'));
}

function LooseOf({ view }: { view: View }) {
  return view.loose.map(({ title, inputs }) => (
    <Loose key={title ?? ''} title={title} ids={inputs.map(({ id }) => id)} />
  ));
}

/** Inputs that no line is scored by: they are only checked against the others. */
function Loose({ title, ids }: { title: string | undefined; ids: readonly string[] }) {
  const t = useT();
  const { layout } = useFormPage();
  const inputs = ids.map((id) => layout.inputs.get(id)!);
  const isFlow = inputs.every(({ type }) => type === 'choice');
  // What is said of all of them is said once.
  const [first, ...others] = inputs;
  const shared =
    others.length > 0 && others.every(({ note }) => note === first!.note) ? first!.note : undefined;
  return (
    <section className="ind loose">
      <div className="ih">
        <h3>{title ?? t({ zh: '其他数据', en: 'Other data' })}</h3>
        <span className="muted small">
          {shared === undefined ? (
            t({ zh: '不计分，供核对', en: 'not scored; checked against the rest' })
          ) : (
            <Theirs>{shared}</Theirs>
          )}
        </span>
      </div>
      <div className={`ins ${isFlow ? 'flow' : 'four'}`}>
        {inputs.map(({ note, ...input }) => (
          <InputCell
            key={input.id}
            input={note === undefined || note === shared ? input : { ...input, note }}
          />
        ))}
      </div>
    </section>
  );
}

/** On to the next view, or to the check at the end. */
function NextView({ view }: { view: View }) {
  const t = useT();
  const { layout, show } = useFormPage();
  const next = layout.views[layout.views.indexOf(view) + 1];
  return (
    <div className="row next">
      <span className="grow" />
      {next ? (
        <Button onPress={() => show(next.id)}>
          {t({ zh: '下一组：', en: 'Next: ' })}
          <ViewName view={next} />
          <Icon name="right" />
        </Button>
      ) : (
        <Button onPress={() => show('check')}>
          {t({ zh: '去检查并申报', en: 'Check and file' })}
          <Icon name="right" />
        </Button>
      )}
    </div>
  );
}
