import type { ComponentChildren } from 'preact';
import type { OtherFile } from '../shown.js';
import type { Doing } from './doing.js';

/** One of the files that have one name. */
export function Other({
  name,
  doing,
  children,
  main = false,
}: {
  readonly name: OtherFile;
  readonly doing: Doing;
  readonly children: ComponentChildren;
  readonly main?: boolean;
}) {
  return (
    <Button act={() => doing.make({ what: 'other', name })} main={main}>
      {children}
    </Button>
  );
}

/** Does something when it is pressed; the main one of its row stands out. */
export function Button({
  act,
  children,
  main = false,
}: {
  readonly act: () => void;
  readonly children: ComponentChildren;
  readonly main?: boolean;
}) {
  return (
    <button type="button" class={main ? 'main' : undefined} onClick={act}>
      {children}
    </button>
  );
}
