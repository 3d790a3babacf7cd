import { addTo } from '../model/grouping.js';
import type {
  Change,
  ChangeKind,
  FieldChange,
  Revision,
  Segment,
  TaskChange,
  UnitChange,
  WhereGone,
} from '../model/revision.js';
import type { SheetPart } from '../model/sheet.js';
import { CHANGE_WORDS, PART_WORDS, PARTS } from '../sheets/index.js';
import { FIELD_WORDS } from './field-words.js';

/** How a revision is shown: a terminal and a page of Markdown mark things in their own ways. */
export interface RevisionMarkup {
  readonly heading: (text: string, level: 1 | 2 | 3) => string;
  /** An item of a list, or with `level` 2 a part of one. */
  readonly item: (text: string, level: 1 | 2) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  /** Text of the notice, in which nothing may be taken for a mark. */
  readonly plain: (text: string) => string;
}

const KINDS = Object.keys(CHANGE_WORDS) as readonly ChangeKind[];

/** Parts in which a unit is not named are counted, not listed. */
const COUNTED: ReadonlySet<SheetPart> = new Set(['member', 'possible']);

/** How much of what is the same is shown before and behind a change. */
const CONTEXT = 12;

const MARKDOWN: RevisionMarkup = {
  heading: (text, level) => `\n${'#'.repeat(level)} ${text}\n`,
  item: (text, level) => `${level === 1 ? '' : '  '}- ${text.replaceAll('\n', '<br>')}`,
  strong: (text) => `**${text}**`,
  faint: (text) => text,
  // `~~` and `**` do not mark anything beside Chinese punctuation (CommonMark 6.2).
  removed: (text) => `<del>${text}</del>`,
  added: (text) => `<ins>${text}</ins>`,
  plain: (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace(/[\\`*_[\]#|~]/g, '\\$&'),
};

/** A revision as Markdown, as a pull request shows it. */
export function revisionToMarkdown(revision: Revision): string {
  return `${revisionToText(revision, MARKDOWN).trim()}\n`;
}

/** A revision as lines of text. */
export function revisionToText(revision: Revision, look: RevisionMarkup): string {
  const { before, after, head, measures, tables, tasks } = revision;
  const lines = [
    look.heading('修订对照', 1),
    look.item(`原：${look.plain(editionWords(before))}`, 1),
    look.item(`新：${look.plain(editionWords(after))}`, 1),
    look.item(countWords(revision), 1),
  ];
  const section = (title: string, items: readonly string[]) => {
    if (items.length > 0) lines.push(look.heading(title, 2), ...items);
  };
  section(
    '版头和附件',
    head.map((change) => look.item(fieldWords(change, look), 1)),
  );
  section('正文', outlineItems(measures, look));
  section('附表', outlineItems(tables, look));
  for (const kind of KINDS) {
    const own = tasks.filter((task) => task.kind === kind);
    section(
      `任务${CHANGE_WORDS[kind]}（${own.length}）`,
      own.flatMap((task) => taskItems(task, look)),
    );
  }
  return lines.join('\n');
}

/** 任务：新增 5，取消 3，有变化 10，移位 1，不变 107；正文：有变化 2；附表：有变化 1. Of the tasks also what there is none of. */
export function countWords({ measures, tables, tasks, kept }: Revision): string {
  const all = KINDS.map((kind) => kindWords(kind, tasks));
  const some = (name: string, changes: readonly Change[]) => {
    const kinds = KINDS.filter((kind) => changes.some((each) => each.kind === kind));
    return kinds.length === 0 ? [] : [`${name}：${kinds.map((kind) => kindWords(kind, changes)).join('，')}`];
  };
  return [
    `任务：${[...all, ...(kept === null ? [] : [`不变 ${kept}`])].join('，')}`,
    ...some('正文', measures),
    ...some('附表', tables),
  ].join('；');
}

function kindWords(kind: ChangeKind, changes: readonly Change[]): string {
  return `${CHANGE_WORDS[kind]} ${changes.filter((each) => each.kind === kind).length}`;
}

/** An edition by its number and date, as far as it has them, and how many tasks it has. */
export function editionWords({ number, date, source, tasks }: Revision['before']): string {
  return `${[number ?? source, date, `任务 ${tasks} 项`].filter((part) => part !== null).join('　')}`;
}

function outlineItems(changes: readonly Change[], look: RevisionMarkup): string[] {
  return changes.flatMap((change) => {
    const { kind, before, after, fields } = change;
    const name = (after ?? before)?.name ?? '';
    const where = (after ?? before)?.where ?? '';
    const title = where.includes(name) ? where : `${where}“${name}”`;
    const [only] = fields;
    if (kind === 'changed' && only && fields.length === 1) {
      return [
        look.item(`${look.strong(look.plain(title))}${movedWords(change)}${fieldWords(only, look, '：')}`, 1),
      ];
    }
    const text =
      kind === 'added' || kind === 'removed' ? look[kind](look.plain((after ?? before)?.text ?? '')) : '';
    return [
      look.item(
        `${look.strong(look.plain(title))}${movedWords(change)}　${CHANGE_WORDS[kind]}${text && `：${text}`}`,
        1,
      ),
      ...fields.map((field) => look.item(fieldWords(field, look), 2)),
    ];
  });
}

function taskItems(change: TaskChange, look: RevisionMarkup): string[] {
  const { id, formerId, kind, before, after, fields, units } = change;
  const { where = '', name = '', text = '' } = after ?? before ?? {};
  const from = before && after && before.where !== after.where ? `（原${before.where}）` : '';
  const title = `${look.strong(look.plain(`${where}“${name}”`))}${look.plain(from)}${movedWords(change)} ${look.faint(formerId === undefined ? id : `${id}（原 ${formerId}）`)}`;
  const said =
    kind === 'added' || kind === 'removed'
      ? [look.item(look[kind](look.plain(text)), 2), ...goneItem(change, look)]
      : fields.map((field) => look.item(fieldWords(field, look), 2));
  const concerned = unitWords(units);
  return [look.item(title, 1), ...said, ...(concerned === '' ? [] : [look.item(look.plain(concerned), 2)])];
}

function goneItem(change: TaskChange, look: RevisionMarkup): string[] {
  const words = goneWords(change);
  return words === '' ? [] : [look.item(look.strong(look.plain(words)), 2)];
}

const GONE: Record<WhereGone['became'], readonly [removed: string, added: string]> = {
  merged: ['合并到', ''],
  split: ['拆分为', ''],
  maybe: ['可能是新通知里的', '可能是原通知里的'],
};

/** 合并到表三第16行“水库巡查”; 可能是新通知里的表三第7行“水库巡查”，请核对. */
export function goneWords({ kind, went }: Pick<TaskChange, 'kind' | 'went'>): string {
  if (!went) return '';
  const tasks = went.tasks.map(({ where, name }) => `${where}“${name}”`).join('、');
  return `${GONE[went.became][kind === 'added' ? 1 : 0]}${tasks}${went.became === 'maybe' ? '，请核对' : ''}`;
}

function movedWords({ kind, moved }: Change): string {
  return moved && kind === 'changed' ? '（移位）' : '';
}

/** A field's change with a little of what is around it: 目标内容：…城镇老旧小区[18→20]个… */
function fieldWords({ field, segments }: FieldChange, look: RevisionMarkup, between = ''): string {
  const words = segments.map(({ kind, text }, i) => {
    if (kind !== 'same') return look[kind](look.plain(text));
    return look.plain(shortened(text, i > 0, i < segments.length - 1));
  });
  return `${between === '' ? `${FIELD_WORDS[field]}：` : between}${words.join('')}`;
}

/** What is the same, shortened to what is beside a change before and behind it. */
function shortened(text: string, afterChange: boolean, beforeChange: boolean): string {
  const characters = Array.from(text);
  const [first, last] = [afterChange ? CONTEXT : 0, beforeChange ? CONTEXT : 0];
  if (characters.length <= first + last + 1) return text;
  return `${characters.slice(0, first).join('')}…${last > 0 ? characters.slice(-last).join('') : ''}`;
}

/**
 * For whom a task changes: 区安委办：新增牵头；区水利局：责任→牵头；仍涉及 37 个单位. Units whose part of the sheet is
 * the same are counted; of a task that is new or taken out, those that are named are listed.
 */
export function unitWords(units: readonly UnitChange[]): string {
  const [only] = units;
  if (units.length === 1 && only?.after && only.before === only.after) {
    return `${only.unit}：${PART_WORDS[only.after]}`;
  }
  const words: string[] = [];
  const groups = new Map<string, string[]>();
  for (const { unit, before, after } of units) {
    if (before === after) continue;
    const change = partChange(before, after);
    addTo(groups, change, unit);
  }
  for (const part of [...PARTS, null]) {
    for (const other of [null, ...PARTS]) {
      const own = groups.get(partChange(other, part));
      if (!own || other === part) continue;
      const isCounted =
        own.length > 3 && (part === null || COUNTED.has(part)) && (other === null || COUNTED.has(other));
      words.push(`${partChange(other, part)}：${isCounted ? `${own.length} 个` : own.join('、')}`);
    }
  }
  const same = units.filter(({ before, after }) => before === after).length;
  if (same > 0) words.push(`${words.length > 0 ? '仍' : ''}涉及 ${same} 个单位和集体`);
  return words.join('；');
}

/** 新增牵头; 取消责任; 责任→牵头. */
function partChange(before: SheetPart | null, after: SheetPart | null): string {
  if (before === null && after !== null) return `新增${PART_WORDS[after]}`;
  if (after === null && before !== null) return `取消${PART_WORDS[before]}`;
  return before && after ? `${PART_WORDS[before]}→${PART_WORDS[after]}` : '';
}

/** The stretches of a field's change that are in the earlier text, or in the new one. */
export function segmentsIn(segments: readonly Segment[], side: 'before' | 'after'): Segment[] {
  return segments.filter(({ kind }) => kind === 'same' || kind === (side === 'before' ? 'removed' : 'added'));
}
