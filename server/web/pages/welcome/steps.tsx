/** One's own work, in the order it is begun. */
import { type Bilingual, useT } from '../../data/language.ts';
import { LinkButton } from '../../parts/button.tsx';
import { type AddressName, addresses } from '../addresses.ts';

const steps: readonly { address: AddressName; name: Bilingual; about: Bilingual; go: Bilingual }[] = [
  {
    address: 'units',
    name: { zh: '添加单位', en: 'Add units' },
    about: {
      zh: '地区之下建单位，名单可以整段粘贴。',
      en: 'Units below the region; a whole list can be pasted.',
    },
    go: { zh: '去添加单位', en: 'Add units' },
  },
  {
    address: 'people',
    name: { zh: '添加人员', en: 'Add people' },
    about: { zh: '每人一个登录名，各有角色。', en: 'Each with a name to sign in with, and a role.' },
    go: { zh: '去添加人员', en: 'Add people' },
  },
  {
    address: 'rulebooks',
    name: { zh: '看评分规则', en: 'Read the rulebooks' },
    about: { zh: '随程序带来的各地评分规则。', en: 'The rulebooks that come with the program.' },
    go: { zh: '看评分规则', en: 'Read them' },
  },
  {
    address: 'tasks',
    name: { zh: '下达自评任务', en: 'Ask units to file' },
    about: {
      zh: '由规则人员或审核人选规则、单位和截止日，单位登录即可看到。',
      en: 'Policy staff or reviewers choose the rulebook, the units and the due day; units see it once they sign in.',
    },
    go: { zh: '看任务', en: 'See the tasks' },
  },
];

export function Steps() {
  const t = useT();
  return (
    <section className="card" aria-labelledby="welcome-own">
      <div className="hd">
        <h2 id="welcome-own">{t({ zh: '直接开始', en: 'Your own work' })}</h2>
      </div>
      <ol className="steps">
        {steps.map(({ address, name, about, go }, index) => (
          <li key={address}>
            <span className="step" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h3>{t(name)}</h3>
              <p className="s13 soft">{t(about)}</p>
              <LinkButton size="small" to={addresses[address]}>
                {t(go)}
              </LinkButton>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
