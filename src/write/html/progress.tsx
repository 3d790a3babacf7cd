import {
  byHandedIn,
  changeWords,
  percentOf,
  percentWords,
  shareDone,
  shareWords,
} from '../../collect/index.js';
import type { PageData, PageProgress } from '../../model/page.js';
import type { Counts, State, UnitProgress } from '../../model/roll-up.js';
import {
  dayWords,
  HANDED_WORDS,
  LATE_WORDS,
  MOVEMENT_WORDS,
  MOVEMENTS,
  STATE_WORDS,
  STATES,
  TOLD_MOVEMENTS,
} from '../../sheets/index.js';
import { DataTable } from './data-table.js';
import { To } from './pieces.js';

/** Of who has sent something, nothing is absent. */
const PRESENT_STATES = STATES.filter((state) => state !== 'absent');

/** How far all is, who has sent something, and who is late. */
export function Progress({ progress, data }: { readonly progress: PageProgress; readonly data: PageData }) {
  const { units, total, late, months, since, moved } = progress;
  const { yes, empty, unread, no } = byHandedIn(units);
  const sent = units.filter(({ files }) => files.length > 0);
  const on = data.progress?.on ?? null;
  const before = months.find((month) => month.on === since);
  // Late and left blank is late; that nobody has filled it in is told, too.
  const hasBlank = (state: State) => state === 'late' && total.blank !== undefined;
  const movements = MOVEMENTS.filter((movement) => moved[movement] > 0);
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">进展{on && `：到 ${dayWords(on)}`}</h2>
      <p class="note">
        {`应交 ${units.length} 个单位，已交 ${yes.length} 个${empty.length > 0 ? `，交了空表 ${empty.length} 个` : ''}。应办 ${total.tasks} 项次，已完成 ${total.done}，完成率 ${percentWords(total)}。`}
        {on && '滞后含过了完成时限的。'}
      </p>
      {before && since !== null && (
        <p class="note">
          {`和 ${dayWords(since)}比：${changeWords(before, total)}；${movements
            .map((movement) => `${MOVEMENT_WORDS[movement]} ${moved[movement]}`)
            .join('，')}。`}
        </p>
      )}
      <DataTable
        label="各单位进展"
        headers={[
          '单位',
          '应办',
          ...PRESENT_STATES.flatMap((state) => [
            STATE_WORDS[state],
            ...(hasBlank(state) ? [`其中${STATE_WORDS.silent}`] : []),
          ]),
          '待确认',
          '完成率',
          ...(before ? ['上次', ...TOLD_MOVEMENTS.map((movement) => MOVEMENT_WORDS[movement])] : []),
        ]}
        rows={sent.map((unit) => [
          <To name={unit.unit} />,
          unit.tasks,
          ...PRESENT_STATES.flatMap((state) => [unit[state], ...(hasBlank(state) ? [unit.blank ?? 0] : [])]),
          unit.open,
          <Share counts={unit} />,
          ...(before
            ? [
                unit.before ? percentWords(unit.before) : '',
                ...TOLD_MOVEMENTS.map((movement) => unit.movements?.[movement] ?? 0),
              ]
            : []),
        ])}
      />
      <Missing word={HANDED_WORDS.no} units={no} />
      <Missing word={HANDED_WORDS.empty} units={empty} />
      <Missing word={HANDED_WORDS.unread} units={unread} />
      {months.length > 1 && (
        <>
          <h3>历次汇总</h3>
          <DataTable
            label="历次汇总"
            headers={['汇总到', '已交', '应办', '已完成', '滞后', '没有填', '没有交', '完成率']}
            rows={months.map((month) => [
              dayWords(month.on),
              month.handed,
              month.tasks,
              month.done,
              month.late,
              month.silent,
              month.absent,
              <Share counts={month} />,
            ])}
          />
        </>
      )}
      {late.length > 0 && (
        <>
          <h3>滞后 {late.length} 处</h3>
          <DataTable
            label="滞后"
            headers={['单位', '任务', '完成时限', '逾期天数', '填的状态', '填的内容']}
            rows={late.map(({ row, unit, due, by, days, report }) => {
              const { id = '', name = '' } = data.rows[row] ?? {};
              return [
                <To name={unit} />,
                <To name={id}>{name}</To>,
                // Who says itself that it is late has said so in the status.
                due === null ? '' : [dayWords(due), LATE_WORDS[by]].filter((text) => text !== '').join('，'),
                days ?? '',
                report?.status || '没有填',
                (report?.filled ?? [])
                  .filter(([, text]) => text !== report?.status)
                  .map(([header, text]) => `${header}：${text}`)
                  .join('；'),
              ];
            })}
          />
        </>
      )}
    </section>
  );
}

/** Units that have not handed in, or nothing that can be counted. */
function Missing({ word, units }: { readonly word: string; readonly units: readonly UnitProgress[] }) {
  if (units.length === 0) return null;
  return (
    <p>
      {word}的 {units.length} 个：
      {units.map(({ unit }, i) => (
        <span class="listed">
          <To name={unit} />
          {i < units.length - 1 && '、'}
        </span>
      ))}
    </p>
  );
}

function Share({ counts }: { readonly counts: Counts }) {
  const done = shareDone(counts);
  if (done === null) return null;
  const share = percentOf(done);
  return (
    <>
      {`${shareWords(done)} `}
      <svg class="share" width="60" height="8" aria-hidden="true">
        <rect width="60" height="8" fill="none" stroke="currentColor" />
        <rect width={(share * 60) / 100} height="8" fill="var(--bar)" />
      </svg>
    </>
  );
}
