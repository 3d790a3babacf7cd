import type { Cell, Comment } from 'exceljs';

/** A comment with the name of who wrote it, which exceljs neither reads nor writes. */
type SignedComment = Comment & { readonly author?: string };

/** Who is said to have written a cell's comment; '' where nobody is. */
export function authorOf({ note }: Cell): string {
  return (typeof note === 'object' && (note as SignedComment | null)?.author) || '';
}

/** A comment as a cell takes it. */
export function signedNote(note: string | Comment, author: string): string | Comment {
  if (author === '') return note;
  const signed: SignedComment = {
    ...(typeof note === 'string' ? { texts: [{ text: note }] } : note),
    author,
  };
  return signed;
}

/** The names of several as one, each once. */
export function jointly(...authors: readonly string[]): string {
  return Array.from(new Set(authors.flatMap((each) => each.split('、')).filter((each) => each !== ''))).join(
    '、',
  );
}
