/** What was just done: seen under the bar of the page it led to, and heard, as it is said where no page is left. */
import { useLocation } from 'wouter';
import { useT } from '../data/language.ts';
import { notify, useNotice } from '../data/notice.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { StateShape } from '../parts/state-shape.tsx';
import { Quoting } from '../parts/theirs.tsx';
import './notice.css';

/** As it is seen. */
export function NoticeShown() {
  const t = useT();
  const notice = useNotice();
  const [path] = useLocation();
  if (!notice || notice.at !== path) return null;
  return (
    <div className="note won notice">
      <StateShape shape="done" label={null} />
      <span className="grow">
        <Quoting>{notice.text}</Quoting>
      </span>
      <Button
        look="text"
        size="small"
        label={t({ zh: '收起这句话', en: 'Close this notice' })}
        onPress={() => notify(undefined)}
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}

/** As it is heard: it stands outside the pages, so that it is there before it says something. */
export function NoticeHeard() {
  const notice = useNotice();
  return (
    <div className="vh" role="status">
      {notice ? <Quoting>{notice.text}</Quoting> : null}
    </div>
  );
}
