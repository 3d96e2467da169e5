/** Buttons. Their words are verbs, and at most one on a page is primary. */
import type { ReactNode } from 'react';
import { Button as Pressable } from 'react-aria-components/Button';
import { Link } from 'wouter';

type Look = 'plain' | 'primary' | 'danger' | 'text';
type Size = 'small' | 'usual' | 'large';

interface Shown {
  look?: Look;
  size?: Size;
  className?: string;
  children: ReactNode;
}

const classes = ({ look = 'plain', size = 'usual', className = '' }: Omit<Shown, 'children'>): string =>
  ['btn', look === 'plain' ? '' : look, { small: 'sm', usual: '', large: 'lg' }[size], className]
    .filter(Boolean)
    .join(' ');

/** A disabled button says why in words beside it; `describedBy` is the id of those words. */
export function Button({
  look,
  size,
  className,
  children,
  onPress,
  type = 'button',
  isDisabled,
  isPending,
  describedBy,
  label,
  expanded,
  controls,
}: Shown & {
  onPress?: () => void;
  type?: 'button' | 'submit';
  isDisabled?: boolean;
  /** What was pressed is under way: it keeps the focus and takes no second press. */
  isPending?: boolean;
  describedBy?: string;
  /** What it is called where its words do not say it by themselves. */
  label?: string;
  /** Whether what it opens is open. */
  expanded?: boolean;
  controls?: string;
}) {
  return (
    <Pressable
      className={classes({ look, size, className })}
      type={type}
      isDisabled={isDisabled}
      isPending={isPending}
      onPress={onPress}
      aria-describedby={describedBy}
      aria-label={label}
      aria-expanded={expanded}
      aria-controls={controls}
    >
      {children}
    </Pressable>
  );
}

/** A place to go to that looks like a button. */
export const LinkButton = ({ to, children, ...look }: Shown & { to: string }) => (
  <Link href={to} className={classes(look)}>
    {children}
  </Link>
);
