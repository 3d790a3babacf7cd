import type { RollUp } from '../model/roll-up.js';
import type { Answer } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { ANSWER_WORDS } from '../sheets/index.js';
import { type AnsweredGroup, answeredGroups } from './answered.js';
import { quoted } from './template.js';

const HEAD = `# 各单位在“待确认”里的答复，集体称谓一个一段。请核对后存为 units.yaml（已有 units.yaml 的，并进它的 groups），放在
# wulong-tasks.json 旁边。可能是成员的单位都答了的，直接可用；还有没答的，整段前面有“#”：没列出的单位就算不是成员，
# 核实、补全后再把“#”去掉。
`;

/** Where members that units have answered for are from. */
export const LEARNED = '各单位在任务清单“待确认”里的答复';

/** What units answered, as a registry to look over: the members of each body that somebody has answered for. */
export function learnedRegistry(book: TaskBook, rollUp: Pick<RollUp, 'answers'>): string {
  const asked = answeredGroups(book, rollUp);
  // With nothing in it, a key would have no list.
  const key =
    asked.length === 0 ? 'groups: []' : asked.some(({ isWhole }) => isWhole) ? 'groups:' : '# groups:';
  return `${HEAD}units: []\n${key}\n${asked.map(block).join('')}`;
}

function block({ name, said, silent, isWhole }: AnsweredGroup): string {
  const of = (wanted: Answer) => Array.from(said).filter(([, { answer }]) => answer === wanted);
  const members = of('yes');
  const notes = [
    ...[...of('no'), ...of('unsure')].map(
      ([unit, { answer, note }]) => `${unit}${answerWords(answer, note)}`,
    ),
    ...(silent.length > 0 ? [`没有答的 ${silent.length} 个：${silent.join('、')}`] : []),
  ];
  const lines = [
    `  - name: ${quoted(name)}`,
    `    source: ${LEARNED}`,
    ...(members.length > 0
      ? ['    members:', ...members.map(([unit, { note }]) => `      - ${quoted(unit)}${noted(note)}`)]
      : ['    members: []']),
  ];
  const text = [
    ...notes.map((note) => `  # ${oneLine(note)}`),
    ...lines.map((line) => (isWhole ? line : `# ${line}`)),
  ].join('\n');
  return `${text}\n`;
}

/** 答“否”：上月已退出. */
export function answerWords(answer: Answer, note: string): string {
  return `答“${ANSWER_WORDS[answer]}”${note && `：${note}`}`;
}

/** What a unit wrote beside its answer, behind the name. */
function noted(note: string): string {
  return note === '' ? '' : ` # ${oneLine(note)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
