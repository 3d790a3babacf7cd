import { placeText } from '../model/place.js';
import type { Unresolved } from '../tasks/index.js';

const HEAD = `# 本通知里还没有着落的单位名称和集体称谓。补全后存为 units.yaml，放在 wulong-tasks.json 旁边，
# 或者用 --units 指定；程序把它盖在自带的名录上面。

`;

const UNITS = `# 名录里没有的单位。确是一个单位的，留着，改 kind（department 部门、office 办公室、committee 议事协调机构、
# institution 事业单位等、township 乡镇街道）；是某单位的别称的，改成那个单位：
#   - { name: 某局, kind: department, aliases: [别称] }
`;

const GROUPS = `# 不知道成员的集体称谓。在 members 下面逐行写成员的简称，如“      - 某局”；不知道的留空。
`;

/** A registry to complete: every name that is not resolved, as YAML with comments that say how. */
export function registryTemplate(names: readonly Unresolved[]): string {
  const units = names.filter(({ why }) => why !== 'members-unknown');
  const groups = names.filter(({ why }) => why === 'members-unknown');
  const block = (key: string, comment: string, entries: readonly string[]) =>
    entries.length > 0 ? `${comment}${key}:\n${entries.join('')}` : `${key}: []\n`;
  return [
    HEAD,
    block(
      'units',
      UNITS,
      units.map(
        ({ name, kind = 'other', ...use }) =>
          `  - name: ${quoted(name)} # ${unresolvedWords({ name, ...use })}\n    kind: ${kind}\n`,
      ),
    ),
    '\n',
    block(
      'groups',
      GROUPS,
      groups.map(({ name, ...use }) => `  - name: ${quoted(name)} # ${told(use)}\n    members:\n`),
    ),
  ].join('');
}

/** Where a name is used, how often, and what it may be meant for. */
export function unresolvedWords({ nearest, ...use }: Omit<Unresolved, 'kind'>): string {
  return told(use) + (nearest.length > 0 ? `；像：${nearest.join('、')}` : '');
}

function told({ at, tasks }: Pick<Unresolved, 'at' | 'tasks'>): string {
  return `${placeText(at)} 起，${tasks} 项任务`;
}

/** JSON's strings are YAML's. */
export function quoted(name: string): string {
  return /^[\p{Script=Han}（）]+$/u.test(name) ? name : JSON.stringify(name);
}
