import type { FieldChange, Revision, Segment } from '../../model/revision.js';
import { CHANGE_WORDS } from '../../sheets/index.js';
import { FIELD_WORDS } from '../field-words.js';
import { countWords, editionWords, goneWords, segmentsIn, unitWords } from '../revision-text.js';
import { planned } from './plan.js';
import { addWorksheet } from './table.js';

/** A row of the comparison: what is old and what is new, side by side. */
interface ComparedRow {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly name: string;
  readonly field: string;
  readonly old: readonly Segment[];
  readonly now: readonly Segment[];
  readonly units: string;
  readonly id: string;
}

const COLUMNS = [
  { ...planned('label', '变化'), of: ({ kind }: ComparedRow) => kind },
  { ...planned('label', '原位置'), of: ({ before }: ComparedRow) => before },
  { ...planned('label', '新位置'), of: ({ after }: ComparedRow) => after },
  { ...planned('name', '名称'), of: ({ name }: ComparedRow) => name },
  { ...planned('label', '栏目'), of: ({ field }: ComparedRow) => field },
  { ...planned('text', '原文'), of: ({ old }: ComparedRow) => old },
  { ...planned('text', '新文'), of: ({ now }: ComparedRow) => now },
  { ...planned('unit', '涉及单位'), of: ({ units }: ComparedRow) => units },
  { ...planned('id', '编号', { isAside: true }), of: ({ id }: ComparedRow) => id },
] as const;

/** 修订对照 as a workbook: a row a change, old and new text side by side with what differs marked. */
export async function revisionToXlsx(revision: Revision): Promise<Uint8Array> {
  const { newWorkbook, workbookBytes } = await import('../../workbook/new.js');
  const workbook = newWorkbook(revision.after.date);
  addWorksheet(workbook, {
    name: '修订对照',
    title: '修订对照表',
    subtitle: `原：${editionWords(revision.before)}　新：${editionWords(revision.after)}　｜　${countWords(revision)}`,
    columns: COLUMNS,
    rows: comparedRows(revision).map((row) => ({ values: COLUMNS.map((column) => column.of(row)) })),
  });
  return workbookBytes(workbook);
}

function comparedRows({ head, measures, tables, tasks }: Revision): ComparedRow[] {
  const side = (fields: readonly FieldChange[], rest: Omit<ComparedRow, 'field' | 'old' | 'now'>) =>
    fields.map(
      ({ field, segments }): ComparedRow => ({
        ...rest,
        field: FIELD_WORDS[field],
        old: segmentsIn(segments, 'before'),
        now: segmentsIn(segments, 'after'),
      }),
    );
  const whole = (text: string | undefined, kind: Segment['kind']): Segment[] =>
    text === undefined ? [] : [{ kind, text }];
  return [
    ...side(head, {
      kind: CHANGE_WORDS.changed,
      before: '',
      after: '',
      name: '版头和附件',
      units: '',
      id: '',
    }),
    ...[
      ...measures.map((change) => ({ ...change, id: '', told: change.units.join('、'), gone: '' })),
      ...tables.map((change) => ({ ...change, id: '', told: '', gone: '' })),
      ...tasks.map((change) => ({ ...change, told: unitWords(change.units), gone: goneWords(change) })),
    ].flatMap(({ kind, moved, before, after, fields, id, told, gone }) => {
      const rest = {
        kind: `${CHANGE_WORDS[kind]}${moved && kind === 'changed' ? '、移位' : ''}`,
        before: before?.where ?? '',
        after: after?.where ?? '',
        name: (after ?? before)?.name ?? '',
        units: told,
        id,
      };
      if (fields.length > 0) return side(fields, rest);
      const isSame = kind === 'moved';
      return [
        {
          ...rest,
          field: '',
          old: before ? whole(before.text, isSame ? 'same' : 'removed') : whole(gone, 'same'),
          now: after ? whole(after.text, isSame ? 'same' : 'added') : whole(gone, 'same'),
        },
      ];
    }),
  ];
}
