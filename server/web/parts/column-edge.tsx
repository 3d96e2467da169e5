/** The edge of a column: drawn by the mouse, or by the arrows, it makes the column wider and narrower. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useT } from '../data/language.ts';
import './column-edge.css';

/** Pixels a press of an arrow moves it. */
const step = 16;

export function ColumnEdge({
  name,
  set,
}: {
  name: string;
  /** Told how wide the column is to be; undefined for as wide as usual. */
  set: (width: number | undefined) => void;
}) {
  const t = useT();
  const from = useRef<number>(undefined);
  const widthAt = (edge: HTMLElement): number => edge.closest('th')?.offsetWidth ?? 0;
  const byKeys = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (by === undefined && event.key !== 'Home') return;
    event.preventDefault();
    set(by === undefined ? undefined : widthAt(event.currentTarget) + by);
  };
  const take = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = widthAt(event.currentTarget) - event.clientX;
  };
  const draw = (event: PointerEvent<HTMLElement>) => {
    if (from.current !== undefined) set(from.current + event.clientX);
  };
  const leave = () => {
    from.current = undefined;
  };
  const words = t({
    zh: `“${name}”的列宽：按左右键改，Home 还原`,
    en: `Width of “${name}”: arrows change it, Home puts it back`,
  });
  return (
    <button
      type="button"
      className="column-edge"
      aria-label={words}
      title={words}
      onKeyDown={byKeys}
      onPointerDown={take}
      onPointerMove={draw}
      onPointerUp={leave}
      onPointerCancel={leave}
      onDoubleClick={() => set(undefined)}
    />
  );
}
