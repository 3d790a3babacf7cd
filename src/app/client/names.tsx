import { useState } from 'preact/hooks';
import type { PageData, PageRow } from '../../model/page.js';
import type { Answer } from '../../model/sheet.js';
import { To } from '../../write/html/pieces.js';
import type { Answered, Shown, UnknownName } from '../shown.js';
import { Other } from './buttons.js';
import type { DeskState, Doing } from './doing.js';
import { ToldList } from './told.js';

/** 单位和集体: names that nobody knows, groups whose members nobody knows; what is said of them goes to 名录.xlsx. */
export function Names({
  shown: { names, groups, answers, against },
  data,
  doing,
}: {
  readonly shown: Shown;
  readonly data: PageData;
  readonly doing: Doing;
}) {
  const asked = groups.filter((group) => mayBeIn(group, data).length > 0);
  return (
    <section aria-labelledby="names">
      <h2 id="names">单位和集体</h2>
      {names.length > 0 && (
        <details>
          <summary>
            名录里没有的名称：{names.length} 个，说了是什么的 {names.filter(({ is }) => is !== null).length}{' '}
            个
          </summary>
          <ul class="names">
            {names.map((each) => (
              <NameOf key={each.name} of={each} data={data} doing={doing} />
            ))}
          </ul>
        </details>
      )}
      {asked.length > 0 && (
        <>
          <h3>不知道有哪些成员的集体</h3>
          <ul class="names">
            {asked.map((group) => {
              const may = mayBeIn(group, data);
              const said = may.filter((unit) => answerTo(answers, unit, { group }) !== null);
              return (
                <li key={group}>
                  <To name={group} />
                  <span class="holds">{`　可能的成员 ${may.length} 个，说了的 ${said.length} 个`}</span>
                </li>
              );
            })}
          </ul>
          <p class="note">
            点集体的名称，勾出成员；也可以在各单位的“待确认”里一个一个答。答了的，下载的清单里就有。
          </p>
        </>
      )}
      <ToldList all={against.map(({ told }) => told)} label="互相矛盾的答复" />
      <p class="buttons">
        <Other name="名录.xlsx" doing={doing}>
          存为名录.xlsx
        </Other>
      </p>
      <p class="note">说了的都写在名录里。下次把名录.xlsx 和通知一起拖进来：名称和说全了的集体不用再说。</p>
    </section>
  );
}

/** What a name means: a unit by itself, or another name of one. */
function NameOf({
  of: { name, use, nearest, is },
  data,
  doing,
}: {
  readonly of: UnknownName;
  readonly data: PageData;
  readonly doing: Doing;
}) {
  const units = data.units.flatMap((unit) => (unit.kind === 'unit' && unit.name !== name ? [unit.name] : []));
  const others = [...nearest, ...units.filter((unit) => !nearest.includes(unit))];
  return (
    <li>
      <label>
        <b>{name}</b> {use && <span class="holds">{use}</span>}{' '}
        <select value={is ?? ''} onChange={(event) => doing.call(name, event.currentTarget.value || null)}>
          <option value="">还没有说</option>
          <option value={name}>就是一个单位</option>
          {others.map((unit) => (
            <option key={unit} value={unit}>{`是 ${unit} 的另一个名称`}</option>
          ))}
        </select>
      </label>
    </li>
  );
}

/** Units of which nobody has said whether they are in a group. */
function mayBeIn(group: string, { units }: PageData): string[] {
  return units.flatMap(({ name, asked }) =>
    asked?.questions.some((each) => each.group === group) ? [name] : [],
  );
}

/** The last answer that was given for a unit to what was asked. */
function answerTo(
  answers: readonly Answered[],
  unit: string,
  asked: { group: string } | { task: PageRow },
): Answer | null {
  const isIt = (each: Answered) =>
    'group' in asked ? each.task === null && each.asked === asked.group : each.task === asked.task.id;
  return answers.findLast((each) => each.unit === unit && isIt(each))?.answer ?? null;
}

/** The members of a group, to be ticked; stands above its tasks. */
export function Members({
  group,
  state: { shown },
  doing,
}: {
  readonly group: string;
  readonly state: DeskState;
  readonly doing: Doing;
}) {
  const answers = shown?.answers ?? [];
  const data = shown?.page?.data;
  const isSettled = shown?.settled.includes(group);
  const settled = (isSettled && data?.units.find(({ name }) => name === group)?.members) || [];
  const may =
    data && isSettled
      ? data.units.flatMap(({ name, kind }) => (kind === 'unit' ? [name] : []))
      : data && shown.groups.includes(group)
        ? mayBeIn(group, data)
        : [];
  const yes = may.filter((unit) => settled.includes(unit) || answerTo(answers, unit, { group }) === 'yes');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(yes));
  if (may.length === 0) return null;
  const tick = (unit: string) => {
    const next = new Set(ticked);
    if (!next.delete(unit)) next.add(unit);
    setTicked(next);
  };
  /** @param rest what is said of those that are not ticked; `null` takes back what was said before */
  const say = (rest: 'no' | null, words: string) =>
    doing.answer(
      may.map((unit) => ({ unit, asked: group, task: null, answer: ticked.has(unit) ? 'yes' : rest })),
      `记下了：“${group}”的成员 ${ticked.size} 个，其余 ${may.length - ticked.size} 个${words}。成员的清单里已经有了；要留着，请在“文件”里存为名录.xlsx。`,
    );
  return (
    <fieldset class="downloads screen">
      <legend>{`“${group}”有哪些成员`}</legend>
      {isSettled && <p class="note">名录里列全了。不对的，改好再点下面的按钮。</p>}
      <ul class="directory ticks">
        {may.map((unit) => (
          <li key={unit}>
            <label>
              <input type="checkbox" checked={ticked.has(unit)} onChange={() => tick(unit)} /> {unit}
            </label>
          </li>
        ))}
      </ul>
      <p class="buttons">
        <button type="button" onClick={() => say(null, '还不知道')}>
          勾上的是成员，其余的还不知道
        </button>
        <button type="button" class="main" onClick={() => say('no', '不是')}>
          成员就是勾上的这些
        </button>
      </p>
    </fieldset>
  );
}

/** 是, 否, 不清楚, at what is asked of a unit. */
export function Answers({
  unit,
  asked,
  state: { shown },
  doing,
}: {
  readonly unit: string;
  readonly asked: { group: string } | { task: PageRow };
  readonly state: DeskState;
  readonly doing: Doing;
}) {
  const words = shown?.page?.data.words.answers;
  if (!words) return null;
  const now = answerTo(shown?.answers ?? [], unit, asked);
  const what = 'group' in asked ? asked.group : asked.task.name;
  const task = 'group' in asked ? null : asked.task.id;
  return (
    <p class="buttons screen">
      {(Object.entries(words) as [Answer, string][]).map(([answer, word]) => (
        <button
          key={answer}
          type="button"
          id={`${answer}-${task ?? what}`.replace(/\s/g, '')}
          class="answer"
          aria-pressed={now === answer}
          aria-label={`${word}：${what}`}
          onClick={() =>
            now === answer
              ? doing.answer([{ unit, asked: what, task, answer: null }], `收回了：${unit}，${what}。`)
              : doing.answer([{ unit, asked: what, task, answer }], `记下了：${unit}，${what}：${word}。`)
          }
        >
          {word}
        </button>
      ))}
    </p>
  );
}
