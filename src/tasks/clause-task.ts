import { actorsIn, type RuledClause } from '../clauses/index.js';
import { diagnose } from '../model/diagnose.js';
import { joinPassages, type Passage, slicePassage, spansOf } from '../model/passage.js';
import type { FlagInPlace } from '../tables/index.js';
import { aloneLeads, type ReadCell, readAdded, readClause, readHeading, shareOut } from './assignments.js';
import { withoutPeople } from './cells.js';
import { demandsIn } from './demands.js';
import { type Context, demandsOfName, type ReadRow, withDeadlines } from './reading.js';

/** 由张某副县长牵头. */
const LEADS = /牵头|主抓|总负责|负总责|挂帅/;

/** Reads a clause as a task; who does not lead in it is responsible. */
export function clauseTask(
  {
    number,
    name,
    named,
    goal,
    covers,
    units,
    heading,
    people,
    fields,
    remarks,
    deadline,
    measures,
    leadRule,
    added,
    isByDoers,
  }: RuledClause,
  context: Context,
): ReadRow {
  const { lexicon, townshipsIn, lines } = context;
  const said = (units[0] ?? goal).at;
  // 责任单位：县水利局（张某）: the person is none of the name.
  const held = units.map((passage) => withoutPeople(passage, { header: '', ofPeople: false }, lines));
  const whole = held.map(({ units: own }, i) =>
    own.length === 1 ? (own[0] as Passage) : joinPassages(own, (units[i] as Passage).at),
  );
  const { cells: stated, unread } = readClause(
    whole,
    context,
    people.some(({ role }) => LEADS.test(role.text)),
  );
  const own = isByDoers && !heading ? stated.map((cell) => aloneLeads(cell, stated)) : stated;
  const above = heading && readHeading(heading, { name, goal: goal.text }, own, context);
  const cells = above && !namesItself(own, above) ? [above, ...own] : own;
  const {
    lead,
    responsible: others,
    supervising,
    groups: ownGroups,
    flags: shared,
  } = shareOut(cells, leadRule, said);
  const more = readAdded(added, cells, lexicon, lines);
  const responsible = [...others, ...more.assignments];
  const groups = [...ownGroups, ...more.groups];
  const asked = [
    demandsIn(isByDoers ? withoutOthers(goal, whole, context) : goal, name, context),
    ...named
      .filter(({ text }) => !goal.text.includes(text) && !(isByDoers && isOfOthers(text, whole, context)))
      .map((each) => demandsOfName(each, name, goal, context)),
  ];
  const { demands, diagnostics: noticed } = withDeadlines(
    asked,
    // 由某局负责，6月底前启动: what the goal says is read with it.
    deadline && !isWithin(deadline, goal) ? [deadline] : [],
    context,
    said,
    goal.text,
  );
  const byRule = more.assignments[0];
  const flags: FlagInPlace[] = [
    ...(lead.length > 0 ? shared : [{ flag: 'lead-blank' as const, at: said }]),
    ...(byRule ? [{ flag: 'by-rule' as const, at: byRule.at }] : []),
  ];
  return {
    task: {
      number,
      name,
      nameAt: joinPassages(named, said).at,
      goal: goal.text,
      goalAt: goal.at,
      lead,
      responsible,
      supervising,
      people: [
        ...people.map(({ role, name: { text, at } }) => ({ role: role.text, name: text, at })),
        ...held.flatMap((each) => each.people),
      ],
      steps: '',
      schedule: [],
      money: [],
      scoring: [],
      remark: remarks.map(({ text }) => text).join('；'),
      deadline: deadline?.text ?? '',
      section: '',
      places: Array.from(new Set(townshipsIn(goal.text).map(({ unit }) => unit))),
      ...demands,
      extra: fields.map(({ label, said: { text } }) => ({ header: label.text, text })),
      cells: [...covers],
      measures: measures.map((measure) => ({
        measure,
        reason: 'stands-in',
        evidence: [...covers],
      })),
      flags: flags.map(({ flag }) => flag),
      at: covers[0]?.at ?? said,
    },
    groups,
    flags,
    noticed: [
      ...unread.map(({ text: words, at }) => diagnose('words-unread', { text: words }, at)),
      ...noticed,
    ],
  };
}

/** 四、财政所、民政办 over 财政所负责…: which of those in the heading, a clause may say itself; under 六、各村 it may name villages. */
function namesItself(own: readonly ReadCell[], above: ReadCell): boolean {
  const said = own.flatMap(({ assignments }) => assignments.map(({ text }) => text));
  const heads = above.assignments.map(({ text }) => text);
  const [only] = heads;
  const sort = heads.length === 1 && only?.startsWith('各') ? only.slice(1) : undefined;
  return (
    said.length > 0 &&
    said.every(
      (name) => (heads.length > 1 && heads.includes(name)) || (sort !== undefined && name.endsWith(sort)),
    )
  );
}

/** 各单位要于3月20日前报送。某室将开展督查。 What the goal has of theirs: without the sentences before it that are of others. */
function withoutOthers(goal: Passage, units: readonly Passage[], context: Context): Passage {
  const stop = goal.text.indexOf('。') + 1;
  return stop > 0 && stop < goal.text.length && isOfOthers(goal.text.slice(0, stop), units, context)
    ? withoutOthers(slicePassage(goal, stop, goal.text.length, context.lines), units, context)
    : goal;
}

/** 各单位要于3月20日前报某办；某办负责汇总: what a title asks of others is not asked of who does the next thing. */
function isOfOthers(title: string, units: readonly Passage[], { lexicon }: Context): boolean {
  // 各班主任于11月5日前召开班会: people are nobody's unit.
  if (OF_PEOPLE.test(title)) return true;
  const actors = actorsIn(title, lexicon);
  return (
    actors.some(({ isGroup }) => isGroup) &&
    actors.every(({ name }) => units.every(({ text }) => !text.includes(name)))
  );
}

const OF_PEOPLE =
  /^(?:各|全体|有关)?[^，。；、]{0,10}(?:主任|书记|教师|[校院局所站组队村镇]长|负责人|人员|干部|党员)(?:要|应|须|务必|于|在|每|\d)/;

function isWithin(part: Passage, whole: Passage): boolean {
  const spans = spansOf(whole);
  return spansOf(part).every(([start, end]) => spans.some(([from, to]) => from <= start && end <= to));
}
