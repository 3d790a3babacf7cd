import type { RollUp } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';
import { ANSWER_WORDS } from '../sheets/index.js';
import { isStanding, mayBeIn } from '../units/index.js';
import { quoted } from './template.js';

const HEAD = `# 各单位在“待确认”里的答复，集体称谓一个一段。请核对后存为 units.yaml（已有 units.yaml 的，并进它的 groups），放在
# wulong-tasks.json 旁边。可能是成员的单位都答了的，直接可用；还有没答的，整段前面有“#”：没列出的单位就算不是成员，
# 核实、补全后再把“#”去掉。
`;

/** What units answered, as a registry to look over: the members of each body that somebody has answered for. */
export function learnedRegistry(book: TaskBook, { answers }: Pick<RollUp, 'answers'>): string {
  const asked = book.groups.filter(
    ({ name, members }) =>
      members === null && isStanding(name) && answers.some((each) => each.asked === name),
  );
  const blocks = asked.map((group) => block(book, group, answers));
  // With nothing in it, a key would have no list.
  const key =
    asked.length === 0 ? 'groups: []' : blocks.some(({ isWhole }) => isWhole) ? 'groups:' : '# groups:';
  return `${HEAD}units: []\n${key}\n${blocks.map(({ text }) => text).join('')}`;
}

function block(
  { units }: TaskBook,
  group: TaskBook['groups'][number],
  answers: RollUp['answers'],
): { readonly text: string; readonly isWhole: boolean } {
  const own = answers.filter(({ asked, task }) => asked === group.name && task === null);
  // Of two answers of a unit the later one counts.
  const said = new Map(own.map((each) => [each.unit, each]));
  const may = units.filter((unit) => mayBeIn(group, unit)).map(({ name }) => name);
  const silent = may.filter((name) => !said.has(name));
  const of = (answer: keyof typeof ANSWER_WORDS) =>
    Array.from(said.values()).filter((each) => each.answer === answer);
  const members = of('yes');
  const isWhole = silent.length === 0 && of('unsure').length === 0;
  const notes = [
    ...of('no').map(({ unit, note }) => `${unit}答“${ANSWER_WORDS.no}”${note && `：${note}`}`),
    ...of('unsure').map(({ unit, note }) => `${unit}答“${ANSWER_WORDS.unsure}”${note && `：${note}`}`),
    ...(silent.length > 0 ? [`没有答的 ${silent.length} 个：${silent.join('、')}`] : []),
  ];
  const lines = [
    `  - name: ${quoted(group.name)}`,
    '    source: 各单位在任务清单“待确认”里的答复',
    ...(members.length > 0
      ? ['    members:', ...members.map(({ unit, note }) => `      - ${quoted(unit)}${noted(note)}`)]
      : ['    members: []']),
  ];
  const text = [
    ...notes.map((note) => `  # ${oneLine(note)}`),
    ...lines.map((line) => (isWhole ? line : `# ${line}`)),
  ].join('\n');
  return { text: `${text}\n`, isWhole };
}

/** What a unit wrote beside its answer, behind the name. */
function noted(note: string): string {
  return note === '' ? '' : ` # ${oneLine(note)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
