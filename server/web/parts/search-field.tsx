/** Words to look for: told once typing rests, and not while an input method composes. */
import { type Ref, useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import './search-field.css';

export function SearchField({
  label,
  placeholder,
  value,
  onChange,
  inputRef,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (words: string) => void;
  inputRef?: Ref<HTMLInputElement>;
}) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const [isComposing, setComposing] = useState(false);
  // What is looked for was changed from elsewhere: taken away, or gone back to.
  if (value !== told) {
    setTold(value);
    if (value !== text.trim()) setText(value);
  }
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    if (isComposing || text.trim() === told) return;
    const timer = setTimeout(() => latest.current(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text, told, isComposing]);
  return (
    <span className="inp search-field">
      <Icon name="search" className="muted" />
      <input
        ref={inputRef}
        value={text}
        maxLength={100}
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        onChange={(event) => setText(event.currentTarget.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <kbd>/</kbd>
    </span>
  );
}
