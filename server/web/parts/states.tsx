/** What a page or a part of it shows when it has nothing else to show: always a sentence and the next step. */
import { type ReactNode, useEffect, useState } from 'react';
import { ApiProblem, isUnreachable } from '../data/api.ts';
import { useIsOffline } from '../data/connection.ts';
import { useT } from '../data/language.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { StateShape } from './state-shape.tsx';
import { Quoting } from './theirs.tsx';
import './states.css';

/** What is not here, why, and one or two things to do. */
export const Empty = ({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) => (
  <section className="empty">
    <h2>{title}</h2>
    {children ? <p className="soft">{children}</p> : null}
    {actions ? <div className="row wrap">{actions}</div> : null}
  </section>
);

/** Nothing at once; after 300 ms grey bars; after 5 s a sentence with a way to try again. */
export function Loading({ lines = 4, retry }: { lines?: number; retry?: () => void }) {
  const t = useT();
  const [stage, setStage] = useState(0);
  const isOffline = useIsOffline();
  useEffect(() => {
    const timers = [setTimeout(() => setStage(1), 300), setTimeout(() => setStage(2), 5_000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (stage === 0) return <div className="loading" aria-busy="true" />;
  return (
    <div className="loading" aria-busy="true" role="status">
      <span className="vh">{t({ zh: '正在读取', en: 'Reading' })}</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey bars are all alike.
        <div key={index} className="bone" aria-hidden="true" />
      ))}
      {stage === 2 ? (
        <p className="soft s13">
          {isOffline
            ? t({
                zh: '连接已断开，连上后接着读取。',
                en: 'The connection is lost; it is read once the server is back.',
              })
            : t({ zh: '比平时慢，仍在读取。', en: 'This takes longer than usual; still reading.' })}{' '}
          {retry ? (
            <Button look="text" size="small" onPress={retry}>
              {t({ zh: '重试', en: 'Try again' })}
            </Button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

/** What failed, in the words of the server, and a way to try again. The rest of the page stays. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useT();
  if (error instanceof ApiProblem && error.problem.status === 403) return <NoRight problem={error} />;
  return (
    <div className="note lost" role="alert">
      <StateShape shape="error" label={null} />
      <div className="grow">
        <Told error={error} />
      </div>
      {retry ? (
        <Button size="small" onPress={retry}>
          {t({ zh: '重试', en: 'Try again' })}
        </Button>
      ) : null}
    </div>
  );
}

/** The words of a failure. */
export function Told({ error }: { error: unknown }) {
  const t = useT();
  if (error instanceof ApiProblem)
    return (
      <>
        <p>{error.problem.title}</p>
        {error.problem.detail ? <p className="soft">{error.problem.detail}</p> : null}
        {error.problem.diagnostics?.map(({ message, help }) => (
          <p className="soft" key={message.zh}>
            <Quoting>{message}</Quoting> {help ? t(help) : ''}
          </p>
        ))}
      </>
    );
  return (
    <p>
      {isUnreachable(error)
        ? t({
            zh: '连不上服务器。已填的内容都在。',
            en: 'The server cannot be reached. What you typed is still here.',
          })
        : t({ zh: '这一部分出了错。', en: 'Something went wrong in this part.' })}
    </p>
  );
}

/** A lock, what it is, and whom to ask. */
export function NoRight({ problem, children }: { problem?: ApiProblem; children?: ReactNode }) {
  const t = useT();
  return (
    <section className="empty">
      <h2>
        <Icon name="lock" className="muted" />{' '}
        {t({ zh: '你没有看这一页的权限', en: 'You may not see this page' })}
      </h2>
      <p className="soft">
        {children ??
          problem?.problem.detail ??
          t({ zh: '需要时请找本单位或财政部门的管理员。', en: 'Ask your administrator if you need it.' })}
      </p>
    </section>
  );
}

/** The words searched, and a way back. */
export function NothingFound({
  words,
  among,
  clear,
}: {
  words: string;
  among: ReactNode;
  clear: () => void;
}) {
  const t = useT();
  return (
    <Empty
      title={t({ zh: `没有找到“${words}”`, en: `Nothing found for “${words}”` })}
      actions={
        <Button size="small" onPress={clear}>
          {t({ zh: '清除查找', en: 'Clear the search' })}
        </Button>
      }
    >
      {among}
    </Empty>
  );
}

/** Under the head of a page while the server is not reached. */
export function Offline({ children, retry }: { children?: ReactNode; retry?: () => void }) {
  const t = useT();
  return (
    <div className="offline" role="status">
      <StateShape shape="warning" label={null} />
      <span className="grow">
        {children ??
          t({
            zh: '连接已断开。可以接着填，内容存在本机，连上后自动保存。',
            en: 'The connection is lost. Go on typing: it is kept here and saved once the server is back.',
          })}
      </span>
      {retry ? (
        <Button size="small" onPress={retry}>
          {t({ zh: '立即重连', en: 'Connect now' })}
        </Button>
      ) : null}
    </div>
  );
}

/** Shows what was read, or the state of reading it. */
export function Read<Value>({
  of,
  lines,
  children,
}: {
  of: { data: Value | undefined; error: unknown; refetch: () => unknown };
  lines?: number;
  children: (value: Value) => ReactNode;
}) {
  const again = () => void of.refetch();
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failed error={of.error} retry={again} />;
  return <Loading lines={lines} retry={again} />;
}
