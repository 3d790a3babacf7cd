/** The part of cliui that is used here; the package has no types of its own. */
declare module 'cliui' {
  interface Column {
    readonly text: string;
    readonly width?: number;
    readonly align?: 'right' | 'center';
    readonly padding?: readonly [top: number, right: number, bottom: number, left: number];
  }
  interface UI {
    div(...columns: (string | Column)[]): void;
    toString(): string;
  }
  export default function cliui(options: { readonly width: number; readonly wrap?: boolean }): UI;
}
