import type { NoticeContent } from '../model/notice.js';
import { type Passage, spansOf } from '../model/passage.js';
import type { Block } from './blocks.js';

/** The appendices that have a label, perhaps a title, and nothing under it: a picture, or a file of its own. */
export function emptyAppendices(
  blocks: readonly Block[],
  { appendices, letterhead }: Pick<NoticeContent, 'appendices' | 'letterhead'>,
): NoticeContent['appendices'] {
  const heads = new Map<number | undefined, NoticeContent['appendices'][number]>();
  for (const appendix of appendices)
    for (const part of [appendix.label, ...appendix.title]) heads.set(startOf(part), appendix);
  const colophon = new Set(letterhead.colophon.map(startOf));
  const empty = new Set(appendices);
  let open: NoticeContent['appendices'][number] | undefined;
  for (const block of blocks) {
    const start = block.kind === 'paragraph' ? startOf(block.passage) : undefined;
    const head = start === undefined ? undefined : heads.get(start);
    if (head) open = head;
    else if (open && !colophon.has(start)) empty.delete(open);
  }
  return appendices.filter((appendix, i) => {
    const named = titleOf(appendix);
    // 附件：1.任务表, right above the appendix that has this title, or before there is any, only names it.
    const isNamedOnly =
      appendices.slice(i + 1).some((next) => titleOf(next) !== '' && named.endsWith(titleOf(next))) ||
      (/[：:]$/.test(appendix.label.text) && appendices.slice(0, i).every((each) => empty.has(each)));
    return empty.has(appendix) && !isNamedOnly;
  });
}

function titleOf({ title }: NoticeContent['appendices'][number]): string {
  return title.map(({ text }) => text.replace(/\s/g, '')).join('');
}

function startOf(passage: Passage): number | undefined {
  return spansOf(passage)[0]?.[0];
}
