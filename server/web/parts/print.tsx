/** A page on paper, and a table as a file for a spreadsheet. */
import { useLanguage, useT } from '../data/language.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export function PrintButton() {
  const t = useT();
  return (
    <Button onPress={() => window.print()}>
      <Icon name="print" />
      {t({ zh: '打印', en: 'Print' })}
    </Button>
  );
}

const files = {
  statistics: '/api/statistics',
  ranking: '/api/statistics/ranking',
  submissions: '/api/submissions',
} as const;

/** The same that the page shows, as CSV from the server. */
export function DownloadLink({
  operation,
  query,
}: {
  operation: keyof typeof files;
  query: { readonly [name: string]: string | undefined };
}) {
  const t = useT();
  const language = useLanguage();
  const asked = new URLSearchParams(
    Object.entries({ ...query, format: 'csv', lang: language }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  );
  return (
    <a className="btn" href={`${files[operation]}?${asked}`} download>
      <Icon name="download" />
      {t({ zh: '导出表格', en: 'CSV' })}
    </a>
  );
}
