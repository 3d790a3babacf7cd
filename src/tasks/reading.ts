// What rows and clauses alike are read with, and what becomes of them.
import type { LeadRule } from '../clauses/index.js';
import { withYearEnd } from '../demands/index.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ShownSpan } from '../model/look.js';
import type { HeadEntry, PlacedColumn, TableShapeName } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { Place } from '../model/place.js';
import type { Role, Task } from '../model/taskbook.js';
import type { FlagInPlace } from '../tables/index.js';
import type { Lexicon } from '../units/index.js';
import type { NamedGroup } from './assignments.js';
import { type DemandReader, deadlinesOf, demandsIn, joinDemands, type ReadDemands } from './demands.js';
import type { LabelledUnits } from './labelled.js';
import type { Marks, RoleByLook } from './marks.js';
import type { DefaultRule, NoteRule } from './notes.js';

/** What a row is read with. */
export interface Context extends DemandReader {
  readonly lexicon: Lexicon;
  readonly leadRule: LeadRule | undefined;
  /** What marks before and behind names mean: those of the notice's text, or of the table. */
  readonly marks: Marks;
  /** How stretches of the source are shown. */
  readonly shown: readonly ShownSpan[];
  /** What names have as their part by how they are shown. */
  readonly byLook: RoleByLook;
}

export interface ReadRow {
  /** Its id and position are the table's to give. */
  readonly task: Omit<Task, 'id' | 'table' | 'row'>;
  /** The groups it names. */
  readonly groups: readonly NamedGroup[];
  readonly flags: readonly FlagInPlace[];
  /** What was noticed in what it asks for. */
  readonly noticed: readonly Diagnostic[];
}

/** What is known of a table whose rows are read. */
export interface TableContext extends Context {
  readonly shape: TableShapeName;
  /** The unit whose tasks all rows are, and its part. */
  readonly unit?: { readonly passage: Passage; readonly role: Role } | undefined;
  /** What the table is about, where its rows have no names of their own. */
  readonly title?: Passage | undefined;
  /** Whether one column says both what a task is called and what is to be done. */
  readonly isNamedInGoal: boolean;
  /** Whether a column has the rows' numbers. */
  readonly hasNumbers: boolean;
  /** Whether one column alone says what is to be done. */
  readonly saysWhatOnce: boolean;
  /** The columns of units that name people in brackets. */
  readonly ofPeople: ReadonlySet<PlacedColumn>;
  /** What notes say of who does which rows. */
  readonly notes: readonly NoteRule[];
  /** Who has a part in all rows, as the table's title says: 专班（牵头单位：县商务局）. */
  readonly captions: readonly LabelledUnits[];
  /** What rows of labels above the header say. */
  readonly head: readonly HeadEntry[];
  /** The numbers of rows for which the rule that the first unit leads does not hold. */
  readonly notByOrder: readonly string[];
  /** The part of a unit that heads a section as 责任单位. */
  readonly sectionRole: Role;
  /** What notes say of who does what cells leave open. */
  readonly defaults: readonly DefaultRule[];
  /** By when all rows are to be done, as a note says. */
  readonly timeOfAll?: { readonly units: Passage } | undefined;
}

/** What a name asks for besides its goal; where there is a goal, that says what must come out. */
export function demandsOfName(passage: Passage, name: string, goal: Passage, context: Context): ReadDemands {
  const read = demandsIn(passage, name, context);
  return goal.text === '' ? read : { ...read, demands: { ...read.demands, deliverables: [] } };
}

/**
 * Joins what a task's texts ask for with what its column of deadlines says. Where nothing says by when,
 * it is the last day of the year that the notice plans for, and flagged as inferred.
 *
 * @param at the place of the duty; nothing where another column says times
 * @param goal what it says is to be done: a time of a part of it (其中…) is not of the whole
 */
export function withDeadlines(
  asked: readonly ReadDemands[],
  column: readonly Passage[],
  context: Context,
  at: Place | undefined,
  goal = '',
): ReadDemands {
  const said = deadlinesOf(column, context);
  const demands = joinDemands([said.demands, ...asked.map((each) => each.demands)]);
  const diagnostics = [...said.diagnostics, ...asked.flatMap((each) => each.diagnostics)];
  // What the column says is of the whole task, 长期 too, and even if it cannot be read.
  if (column.length > 0 || at === undefined) return { demands, diagnostics };
  // 新增3000个，其中上半年完成1200个: the rest is of the whole year.
  const ofParts = demands.deadlines.filter(({ text, kind }) => kind !== 'ongoing' && isOfPart(text, goal));
  const ofAll = demands.deadlines.filter((each) => !ofParts.includes(each));
  return {
    demands: { ...demands, deadlines: [...ofParts, ...withYearEnd(ofAll, context, at)] },
    diagnostics,
  };
}

/** Whether a time stands only behind 其中, in the same part of its sentence. */
function isOfPart(time: string, goal: string): boolean {
  const sentences = time === '' ? [] : goal.split(/[。；\n]/).filter((sentence) => sentence.includes(time));
  return (
    sentences.length > 0 &&
    sentences.every((sentence) => {
      const [start, at] = [sentence.indexOf('其中'), sentence.indexOf(time)];
      return start > 0 && start < at && !sentence.slice(start + '其中，'.length, at).includes('，');
    })
  );
}
