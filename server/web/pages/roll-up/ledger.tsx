/** The ledger of the rolled-up form; each line opens to say how it came about. */
import { useState } from 'react';
import type { LedgerNode, RolledUp } from '../../../../schemas/generated/types.ts';
import { type Bilingual, useT } from '../../data/language.ts';
import { Button } from '../../parts/button.tsx';
import { LedgerBar } from '../../parts/ledger-bar.tsx';
import { decimalsOf, Points } from '../../parts/points.tsx';
import { Table } from '../../parts/table.tsx';
import { Quoting, Theirs } from '../../parts/theirs.tsx';

interface Row {
  node: LedgerNode;
  depth: number;
}

const rowsOf = (node: LedgerNode, depth = 0): Row[] => [
  ...(depth === 0 ? [] : [{ node, depth }]),
  ...(node.children ?? []).flatMap((child) => rowsOf(child, depth + 1)),
];

export function Ledger({ rolled: { evaluation, lines } }: { rolled: RolledUp }) {
  const t = useT();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = rowsOf(evaluation.ledger);
  const derivations = new Map(lines.map(({ line, sentences }) => [line, sentences]));
  const decimals = decimalsOf(rows.flatMap(({ node }) => [node.points, node.weight]));
  const isAllOpen = open.size > 0;
  return (
    <section className="card">
      <div className="hd">
        <h2 className="grow">{t({ zh: '得分明细', en: 'Ledger' })}</h2>
        <Button
          look="text"
          size="small"
          className="noprint"
          onPress={() => setOpen(isAllOpen ? new Set() : new Set(rows.map(({ node }) => node.id)))}
        >
          {isAllOpen
            ? t({ zh: '收起来历', en: 'Hide derivations' })
            : t({ zh: '展开来历', en: 'Show derivations' })}
        </Button>
      </div>
      <Table
        label={t({ zh: '得分明细', en: 'Ledger' })}
        head={
          <>
            <th scope="col">{t({ zh: '指标', en: 'Line' })}</th>
            <th scope="col" className="num">
              {t({ zh: '分值', en: 'Weight' })}
            </th>
            <th scope="col" className="num">
              {t({ zh: '得分', en: 'Points' })}
            </th>
            <th scope="col" className="bar-column">
              {t({ zh: '得失', en: 'Won, lost' })}
            </th>
          </>
        }
      >
        {rows.map(({ node, depth }) => (
          <LedgerRow
            key={node.id}
            node={node}
            depth={depth}
            decimals={decimals}
            sentences={derivations.get(node.id) ?? []}
            isOpen={open.has(node.id)}
            toggle={() =>
              setOpen((now) => {
                const next = new Set(now);
                if (!next.delete(node.id)) next.add(node.id);
                return next;
              })
            }
          />
        ))}
      </Table>
    </section>
  );
}

function LedgerRow({
  node,
  depth,
  decimals,
  sentences,
  isOpen,
  toggle,
}: Row & {
  decimals: number;
  sentences: readonly Bilingual[];
  isOpen: boolean;
  toggle: () => void;
}) {
  const t = useT();
  const isGroup = node.children !== undefined && node.children.length > 0;
  const id = `how-${node.id}`;
  return (
    <>
      <tr className={isGroup ? (depth === 1 ? 'g' : 'g2') : ''}>
        <th scope="row" className={`in${depth}`}>
          <Theirs>{node.name}</Theirs>
          {node.because ? (
            <div className="small muted">
              <Quoting>{node.because}</Quoting>
            </div>
          ) : null}
        </th>
        <td className="num muted">
          <Points value={node.weight} decimals={decimals} />
        </td>
        <td className="num">
          {sentences.length > 0 && !isGroup ? (
            <Button
              look="text"
              size="small"
              onPress={toggle}
              expanded={isOpen}
              controls={id}
              label={t({
                zh: `${node.name} ${node.points} 分，怎样得来`,
                en: `${node.name}: ${node.points}, how`,
              })}
            >
              <Points value={node.points} decimals={decimals} />
            </Button>
          ) : (
            <Points value={node.points} decimals={decimals} />
          )}
        </td>
        <td className="bar-column">
          <LedgerBar won={node.points} lost={node.lost} open={node.unscored ?? '0'} isThin />
        </td>
      </tr>
      {isOpen && !isGroup ? (
        <tr id={id}>
          <td colSpan={4} className={`in${depth}`}>
            <ol className="steps">
              {sentences.map((sentence) => (
                <li key={sentence.zh}>
                  <Quoting>{sentence}</Quoting>
                </li>
              ))}
            </ol>
          </td>
        </tr>
      ) : null}
    </>
  );
}
