/** An address that is no page. */
import { useT } from '../../data/language.ts';
import { LinkButton } from '../../parts/button.tsx';
import { useTitle } from '../../parts/page-head.tsx';
import { Empty } from '../../parts/states.tsx';

export function Page() {
  const t = useT();
  const title = t({ zh: '没有这一页', en: 'There is no such page' });
  useTitle(title);
  return (
    <main className="page">
      <Empty
        title={title}
        actions={
          <LinkButton look="primary" to="/">
            {t({ zh: '回到首页', en: 'Go to the first page' })}
          </LinkButton>
        }
      >
        {t({
          zh: '网址可能抄漏了几个字，或者那一页已经没有了。',
          en: 'A part of the address may be missing, or the page is gone.',
        })}
      </Empty>
    </main>
  );
}
