// A notice whose body is given, and who does what in it.
import { parseNotice } from '../../src/index.js';

const HEAD =
  '关于印发《2026年工作分工》的通知\n各乡镇人民政府，县政府各部门：\n现印发给你们。\n清河县人民政府\n2026年3月8日\n\n2026年工作分工\n';

/** Number, name, who leads, who else has a part, of each task; and how many duties are told that no task has. */
export async function readBody(body: string) {
  const { value, diagnostics } = await parseNotice(Buffer.from(HEAD + body), { name: '分工.txt' });
  const who = (list: readonly { readonly unit?: string; readonly group?: string }[]) =>
    list.map((each) => each.unit ?? each.group).join('、');
  return {
    tasks: (value?.tasks ?? []).map(({ number, name, lead, responsible }) =>
      [number, name, who(lead as never), who(responsible as never)].join('|'),
    ),
    told: diagnostics.filter(({ code }) => code === 'duty-without-task').length,
  };
}
