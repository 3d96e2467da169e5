/** The switch between the two languages; it is named in the language it leads to. */
import { setLanguage, useLanguage } from '../data/language.ts';
import { Button } from '../parts/button.tsx';

export function LanguageSwitch() {
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <span lang={other === 'zh' ? 'zh-CN' : 'en'}>
      <Button look="text" size="small" onPress={() => setLanguage(other)}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
    </span>
  );
}
