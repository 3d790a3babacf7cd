import type { Table } from '../model/document.js';
import { comparable, roleOf } from '../words/columns.js';
import { contentOf } from './content.js';

/** A list of who is on duty, who looks after what, whom to call. */
export interface ListOfPeople {
  /** Its first full row. */
  readonly header: string;
  /** The header of a column that names units, as somebody may want it to be read. */
  readonly units: string | undefined;
}

/** 值班人员, 姓名 and 电话 head people, whatever else they say. */
const HEADS_PEOPLE =
  /^(?:带班|值班|值守|轮值|姓名|名单|成员(?!单位|部门)|队长|干部|.{0,4}(?:河|湖|林|田|路|山|链|楼|网格)长)/;
/** A header has no fewer cells. */
const FEWEST_CELLS = 2;

/** Tells a list of people that says of no unit that it has to do something: 日期｜带班领导｜值班人员. */
export function listOfPeople({ rows }: Pick<Table, 'rows'>): ListOfPeople | undefined {
  const texts = rows.map(({ cells }) => cells.map(({ passage }) => comparable(passage.text)));
  const at = texts.findIndex((row) => row.filter((text) => text !== '').length >= FEWEST_CELLS);
  const header = texts[at] ?? [];
  const isOfPeople = header.some((text) => HEADS_PEOPLE.test(text) || roleOf(text) === 'person');
  // 任务数 beside 联系人 asks for something.
  if (header.some((text) => roleOf(text) === 'goal')) return undefined;
  if (!isOfPeople || texts.length < at + 2) return undefined;
  const below = (i: number) => texts.slice(at + 1).flatMap((row) => row[i] ?? []);
  const units = header.find((text, i) => /(?:单位|部门)$/.test(text) && contentOf(below(i)) === 'units');
  return { header: header.filter((text) => text !== '').join('、'), units };
}
