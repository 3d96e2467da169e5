/** A form that was read: its head, its panes, and the ways about them, which stand in the address. */
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Filing, FormDescription, Receipt } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { LeftPane, Panes, RightPane, WorkPane } from '../../parts/panes.tsx';
import { Banners } from './banners.tsx';
import { Check } from './check.tsx';
import { Conflicts } from './conflicts.tsx';
import { type FormPage, FormPageContext } from './context.tsx';
import { Earlier } from './earlier.tsx';
import { Filed } from './filed.tsx';
import { Head } from './head.tsx';
import { goTo, type Place, type Target, targetOf } from './jump.ts';
import { layoutOf } from './layout.ts';
import { FormOnPaper } from './on-paper.tsx';
import { remarksOf } from './remarks.ts';
import { Result } from './result.tsx';
import { SaveStrips } from './save-state.tsx';
import type { FormSession } from './session.ts';
import { Tree } from './tree.tsx';
import { Work } from './work.tsx';
import './form.css';
import './table.css';

export function Opened({
  session,
  description,
  returned,
  again,
}: {
  session: FormSession;
  description: FormDescription;
  returned: Filing | undefined;
  again: () => void;
}) {
  const t = useT();
  const { store, record } = session;
  const layout = useMemo(() => layoutOf(description, record.subject), [description, record.subject]);
  const remarks = useMemo(() => (returned ? remarksOf(returned, store) : undefined), [returned, store]);
  const [withClaims, setWithClaims] = useState(() => hasClaims(store.cellNames(), layout));
  const [receipt, setReceipt] = useState<Receipt>();
  const ways = useWays(session, layout, setWithClaims);
  const isChecked = useWasShown(ways.view === 'check');
  const page: FormPage = useMemo(
    () => ({
      ...{ session, description, layout, remarks, withClaims, setWithClaims, isChecked },
      isReadOnly: session.isReadOnly,
      again,
      ...ways,
    }),
    [session, description, layout, remarks, withClaims, isChecked, ways, again],
  );
  useFirstCell(session);
  const undo = (event: KeyboardEvent) => undoKey(event, page);
  const shown = layout.views.find(({ id }) => id === page.view);
  const isOnly = layout.views.length === 1;
  if (receipt) return <Filed record={record} receipt={receipt} again={again} />;
  return (
    <FormPageContext value={page}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears undo and redo from every field. */}
      <div className="form-page" onKeyDown={undo}>
        <Head />
        <SaveStrips />
        <Banners />
        <Conflicts />
        <Earlier />
        <Panes columns={isOnly ? 'form-two' : 'form-three'}>
          {isOnly ? null : (
            <LeftPane label={t({ zh: '指标', en: 'Lines' })}>
              <Tree />
            </LeftPane>
          )}
          <WorkPane label={t({ zh: '填报', en: 'The form' })}>
            {shown ? <Work key={shown.id} view={shown} /> : <Check filed={setReceipt} />}
          </WorkPane>
          <RightPane label={t({ zh: '得分', en: 'The score' })}>
            <Result />
          </RightPane>
        </Panes>
        <FormOnPaper returned={returned} />
      </div>
    </FormPageContext>
  );
}

/** Whether something is shown now or was before. */
function useWasShown(isShown: boolean): boolean {
  const [was, setWas] = useState(isShown);
  if (isShown && !was) setWas(true);
  return was || isShown;
}

/** An empty form is opened at its first cell, ready to be typed into. */
function useFirstCell({ store, isReadOnly }: FormSession): void {
  useEffect(() => {
    if (!isReadOnly && store.cellNames().length === 0)
      document.querySelector<HTMLElement>('.form-page .mid [data-cell]')?.focus();
  }, [store, isReadOnly]);
}

/** Whether the unit wrote down its own points, other than where it may in place of data. */
const hasClaims = (cells: readonly string[], { lines }: FormPage['layout']): boolean =>
  cells.some((cell) => {
    const [, list, part = '', key = ''] = cell.split('/');
    return list === 'declared'
      ? key === 'claimed'
      : list === 'claimed' && !(part === 'points' && lines.get(key)?.claimable);
  });

/** Cells that are only on the page while the unit writes down its own points. */
const claimCells: ReadonlySet<string> = new Set(['claimed', 'total', 'grade']);

type Ways = Pick<FormPage, 'view' | 'at' | 'open' | 'show' | 'toggle' | 'go'>;

/** Where one is stands in the address: another view is a step back can undo, what is open is not. */
function useWays(
  session: FormSession,
  layout: FormPage['layout'],
  showClaims: (isShown: true) => void,
): Ways {
  const [query, setQuery] = useSearchParams();
  const [target, setTarget] = useState<Target>();
  const first = layout.views[0]?.id ?? '';
  const asked = query.get('group') ?? first;
  const isKnown = layout.views.some(({ id }) => id === asked) || (asked === 'check' && !session.isReadOnly);
  const view = isKnown ? asked : first;
  const at = query.get('line') ?? undefined;
  const open = query.get('open') ?? undefined;
  const now = useRef({ view, open });
  now.current = { view, open };
  useEffect(() => session.explain(open), [session, open]);
  useEffect(() => {
    if (target) goTo(document, target);
  }, [target]);
  const [asOpened] = useState(at);
  useEffect(() => {
    if (asOpened !== undefined) goTo(document, { cells: [], line: asOpened });
  }, [asOpened]);
  const go = useCallback(
    (next: { view?: string; at?: string; open?: string }) => {
      const isOther = next.view !== undefined && next.view !== now.current.view;
      const entries = { group: next.view ?? now.current.view, line: next.at, open: next.open };
      const kept = Object.entries(entries).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      );
      setQuery(new URLSearchParams(kept), { replace: !isOther });
    },
    [setQuery],
  );
  return useMemo(
    () => ({
      ...{ view, at, open },
      show: (next) => go({ view: next }),
      toggle: (line) => go({ at: line, open: now.current.open === line ? undefined : line }),
      go: (place: Place, { open: isOpen } = {}) => {
        const found = targetOf(place, layout, session.store);
        if (place.cell && claimCells.has(place.cell)) showClaims(true);
        go({ view: found.view, at: found.line, open: isOpen ? found.line : now.current.open });
        setTarget({ ...found });
      },
    }),
    [view, at, open, go, layout, session, showClaims],
  );
}

/** Ctrl+Z and Ctrl+Y are the form's: they undo across cells, rows and pastes. */
function undoKey(event: KeyboardEvent, { session, isReadOnly, layout, show, view }: FormPage): void {
  const key = event.key.toLowerCase();
  if (isReadOnly || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
  if (!isRedo && key !== 'z') return;
  event.preventDefault();
  const cells = isRedo ? session.store.redo() : session.store.undo();
  const target = targetOf({ pointer: cells[0] }, layout, session.store);
  if (target.view && target.view !== view) show(target.view);
  else if (cells.length > 0) goTo(document, { cells, line: undefined });
}
