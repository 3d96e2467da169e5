/** `/admin/backup`: backups the server makes of itself, whether they are whole, and what it takes to restore one. */
import type { BackupList } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { useFilters } from '../../data/filters.ts';
import { useT } from '../../data/language.ts';
import { changed, useApi } from '../../data/queries.ts';
import { clockOf, dayOf } from '../../data/times.ts';
import { Button } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useSending } from '../../parts/sending.ts';
import { Empty, Failed, Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Followed } from './followed.tsx';
import { Restoring } from './restoring.tsx';
import './admin-backup.css';

export function Page() {
  const t = useT();
  const [{ job }, setFilters] = useFilters('job');
  const backups = useApi('listBackups', {});
  const { isPending, failure, send } = useSending();
  const begin = (work: () => Promise<{ id: string }>) =>
    void send(async () => setFilters({ job: (await work()).id }));
  return (
    <>
      <PageHead
        title={t({ zh: '备份', en: 'Backup' })}
        actions={
          <Button look="primary" isPending={isPending} onPress={() => begin(() => ask('makeBackup', {}))}>
            {t({ zh: '现在备份', en: 'Back up now' })}
          </Button>
        }
      />
      <div className="page admin-backup">
        <p className="s13 soft">
          {t({
            zh: '备份是同一时刻的全部内容（谁登录着除外），做的时候大家照常使用。文件里有密码的散列，请存到别处并妥善保管。',
            en: 'A backup holds everything as it stands at one moment but who is signed in; everybody works on meanwhile. It holds hashes of passwords: keep a copy elsewhere, and keep it safe.',
          })}
        </p>
        {failure === undefined ? null : <Failed error={failure} />}
        <Followed job={job} follow={(id) => setFilters({ job: id })} />
        <Read of={backups}>
          {(value) => (
            <>
              <Made
                list={value}
                check={(name) => begin(() => ask('checkBackup', { path: { backup: name } }))}
              />
              <Restoring list={value} />
            </>
          )}
        </Read>
      </div>
    </>
  );
}

/** The size of a file, as people read it: 1.2 MB. */
const sizes = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'byte',
  unitDisplay: 'narrow',
  notation: 'compact',
  maximumFractionDigits: 1,
});

function Made({ list: { items }, check }: { list: BackupList; check: (name: string) => void }) {
  const t = useT();
  const { isPending, failure, send } = useSending();
  const remove = (name: string) =>
    void send(async () => {
      await ask('removeBackup', { path: { backup: name } });
      await changed('listBackups');
    });
  if (items.length === 0)
    return (
      <Empty title={t({ zh: '还没有备份', en: 'There is no backup yet' })}>
        {t({
          zh: '按“现在备份”做第一个；做完可以下载、核对。',
          en: 'Make the first; then download it and check it.',
        })}
      </Empty>
    );
  return (
    <section className="card">
      {failure === undefined ? null : <Failed error={failure} />}
      <Table
        label={t({ zh: '备份', en: 'Backups' })}
        head={
          <>
            <th scope="col">{t({ zh: '时间', en: 'Made' })}</th>
            <th scope="col">{t({ zh: '文件', en: 'File' })}</th>
            <th scope="col" className="num">
              {t({ zh: '大小', en: 'Size' })}
            </th>
            <th scope="col">{t({ zh: '可做的', en: 'To do' })}</th>
          </>
        }
      >
        {items.map(({ name, at, size }) => (
          <tr key={name}>
            <td className="nowrap">
              {t(dayOf(at))} {clockOf(at, true)}
            </td>
            <th scope="row" className="name">
              {name}
            </th>
            <td className="num nowrap">{sizes.format(size)}</td>
            <td>
              <span className="row wrap">
                <a
                  className="btn sm"
                  href={`/api/backups/${encodeURIComponent(name)}`}
                  download
                  aria-label={t({ zh: `下载 ${name}`, en: `Download ${name}` })}
                >
                  {t({ zh: '下载', en: 'Download' })}
                </a>
                <Button
                  size="small"
                  label={t({ zh: `核对 ${name}`, en: `Check ${name}` })}
                  onPress={() => check(name)}
                >
                  {t({ zh: '核对', en: 'Check' })}
                </Button>
                <Remove name={name} isPending={isPending} remove={() => remove(name)} />
              </span>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** A backup cannot be had back: it is asked for once more, in place. */
function Remove({ name, isPending, remove }: { name: string; isPending: boolean; remove: () => void }) {
  const t = useT();
  const [{ remove: asked }, setFilters] = useFilters('remove');
  if (asked !== name)
    return (
      <Button
        size="small"
        look="text"
        label={t({ zh: `删除 ${name}`, en: `Remove ${name}` })}
        onPress={() => setFilters({ remove: name })}
      >
        {t({ zh: '删除', en: 'Remove' })}
      </Button>
    );
  return (
    <>
      <Button size="small" look="danger" isPending={isPending} onPress={remove}>
        {t({ zh: '删掉这个备份', en: 'Remove this backup' })}
      </Button>
      <Button size="small" look="text" onPress={() => setFilters({ remove: '' })}>
        {t({ zh: '不删', en: 'Keep it' })}
      </Button>
    </>
  );
}
