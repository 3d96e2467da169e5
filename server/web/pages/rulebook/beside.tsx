/** Beside the document: the other editions, and the documents it rests on. */
import { Link } from 'wouter';
import type { RulebookDocument } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { word } from '../../data/words.ts';
import { Read } from '../../parts/states.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';

const looks = { published: 'won', draft: 'acc', retired: '' } as const;

export function Editions({ document }: { document: RulebookDocument }) {
  const t = useT();
  const list = useApi('listRulebooks', {});
  return (
    <section className="beside">
      <h2 className="sect">{t({ zh: '版本', en: 'Editions' })}</h2>
      <Read of={list} lines={2}>
        {({ rulebooks }) => (
          <ul>
            {rulebooks
              .filter(({ rulebook, usable }) => usable && rulebook === document.rulebook)
              .map(({ edition, status }) => (
                <li key={edition} className={edition === document.edition ? 'now' : ''}>
                  <Link
                    href={addressOf('rulebook', { region: document.rulebook, edition })}
                    aria-current={edition === document.edition ? 'page' : undefined}
                  >
                    {edition}
                  </Link>{' '}
                  {status ? (
                    <span className={`tag ${looks[status]}`}>{t(word('rulebookStatus', status))}</span>
                  ) : null}
                </li>
              ))}
          </ul>
        )}
      </Read>
      <p className="small">
        <a
          href={`/api/rulebooks/${encodeURIComponent(document.rulebook)}/${encodeURIComponent(document.edition)}/source`}
        >
          {t({ zh: 'YAML 原文', en: 'The text in YAML' })}
        </a>
      </p>
    </section>
  );
}

export function Sources({ document: { content, hash } }: { document: RulebookDocument }) {
  const t = useT();
  return (
    <section className="beside">
      <h2 className="sect">{t({ zh: '出处', en: 'Sources' })}</h2>
      <ul>
        {Object.entries(content.sources).map(([id, { title, issuer, number, date, note }]) => (
          <li key={id}>
            <Theirs>{title}</Theirs>
            <div className="small muted">
              <Theirs>{[issuer, number, date].filter(Boolean).join('，')}</Theirs>
            </div>
            {note ? (
              <div className="small soft">
                <Theirs>{note}</Theirs>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="small muted hash">
        {t({ zh: '内容摘要', en: 'Hash of the content' })} {hash}
      </p>
    </section>
  );
}
