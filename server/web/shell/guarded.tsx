/** A page for whoever has the right to it; everybody else is told what it takes, who has it, and whom to ask. */
import type { ReactNode } from 'react';
import { type RightName, rights } from '../../client/rights.generated.ts';
import { useT } from '../data/language.ts';
import { useRight } from '../data/session.ts';
import { word } from '../data/words.ts';
import { NoRight } from '../parts/states.tsx';

export function Guarded({ right, children }: { right: RightName; children: ReactNode }) {
  const t = useT();
  if (useRight(right)) return children;
  const { zh, en, roles: having } = rights[right];
  const names = having.map((role) => word('role', role));
  return (
    <div className="page">
      <NoRight>
        {t({
          zh: `要看这一页，须能“${zh}”。有这项权限的是：${names.map((name) => name.zh).join('、')}。需要时请找管理员。`,
          en: `It is for those who may ${en}: ${names.map((name) => name.en).join(', ')}. Ask an administrator if you need it.`,
        })}
      </NoRight>
    </div>
  );
}
