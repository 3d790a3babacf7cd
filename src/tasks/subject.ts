import type { AppendixTable, GridRow, Notice } from '../model/notice.js';
import { composed, type Passage, slicePassage } from '../model/passage.js';
import { anyOf, wordsIn } from '../words/any-of.js';
import { titleAmong } from './outline.js';

/** 槐阳县 before a year, and 分解表 at the end, say nothing of what is to be done. */
const PLACE =
  /^\s*(?:(?:附件|附?表)\s*[\d一二三四五六七八九十]*\s*[：:.、]?\s*)?(?:[一-龥]{1,8}[省市县区州旗盟镇乡](?=\d{4}年|[〇一二三四五六七八九]{4}年))?/;
const OF_KIND = anyOf(wordsIn('分解 分配 一览 明细 汇总 计划 安排 责任 目标分解 清单'));
/** A 责任清单 is of what each has to answer for: that is part of what it is about. */
const KIND = new RegExp(`${OF_KIND}?(?:(?:一览)?表|(?<!责任)清单)(?:\\s*[（(][^（()）]*[）)])?\\s*$`);

/** 沙陀旗人民政府办公室关于…: whose notice it is. */
const ISSUER = /^\s*([一-龥]{2,8}?[省市县区州旗盟镇乡])(?=[一-龥]{2,20}关于)/;

const SIGNED = /^\s*([一-龥]{2,8}?[省市县区州旗盟镇乡])/;

/** A title that stands in a row of the table itself. */
function titleWithin(rows: readonly GridRow[]): Passage | undefined {
  return rows
    .map(({ cells }) =>
      Array.from(new Set(cells.map(({ passage }) => passage))).filter(({ text }) => text !== ''),
    )
    .find((texts) => texts.length === 1 && KIND.test(texts[0]?.text ?? ''))?.[0];
}

/** What a table is about, by its title: 2026年国土绿化任务 of 槐阳县2026年国土绿化任务分解表. */
export function subjectOf(
  { heading, appendix, otherRows }: AppendixTable,
  notice: Notice,
): Passage | undefined {
  const own = titleAmong(heading).at(-1) ?? titleWithin(otherRows);
  const title = (appendix === undefined ? undefined : notice.appendices[appendix])?.title ?? [];
  const titles =
    [title, notice.documentTitle, notice.letterhead.title].find(({ length }) => length > 0) ?? [];
  const whole = own ?? (titles[0] && composed([...titles], titles[0].at));
  if (!whole) return undefined;
  const begun = PLACE.exec(whole.text)?.[0].length ?? 0;
  // 浮阳区高标准农田建设任务, where no year stands behind the place: it is that of whoever signs.
  const signed = SIGNED.exec(notice.letterhead.issuer[0]?.text ?? '')?.[1];
  const isPlaced =
    begun === 0 &&
    signed !== undefined &&
    whole.text.startsWith(signed) &&
    !/\d/.test(whole.text[signed.length] ?? '');
  const start = isPlaced ? signed.length : begun;
  const end = whole.text.search(KIND);
  if (end <= start) return whole;
  const cut = (from: number, to: number) => slicePassage(whole, from, to, notice.lines);
  // 2023年沙陀旗小麦种植任务: the issuer's own place behind the year.
  const place = ISSUER.exec(notice.letterhead.title[0]?.text ?? '')?.[1];
  const at = place === undefined ? -1 : whole.text.indexOf(`年${place}`, start) + 1;
  if (!place || at <= start || at + place.length >= end) return cut(start, end);
  return composed([cut(start, at), cut(at + place.length, end)], whole.at);
}
