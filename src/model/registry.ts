import * as z from 'zod';
import { ColumnRole } from './column-role.js';

/** What sort of body a unit is; groups say which sorts their members are among. */
export const UnitKind = z
  .enum(['department', 'office', 'committee', 'institution', 'township', 'other'])
  .describe(
    'department 党委和政府部门；office 议事协调机构的办公室；committee 议事协调机构；institution 事业单位、管委会、驻区机构；township 乡镇（街道）；other 不知道',
  );
export type UnitKind = z.infer<typeof UnitKind>;

/** An office that a unit hosts: its duties fall to that unit's people. */
const HostedOffice = z.strictObject({
  office: z.string().min(1).describe('办公室的规范简称'),
  basis: z.string().min(1).describe('依据'),
});

export const Unit = z.strictObject({
  name: z.string().min(1).describe('规范简称，也是单位的标识'),
  full: z.string().min(1).optional().describe('全称'),
  aliases: z.array(z.string().min(1)).optional().describe('其他叫法'),
  formerly: z.array(z.string().min(1)).optional().describe('曾用名：改名以前的叫法，那时的清单是它的'),
  kind: UnitKind,
  hosts: z.array(HostedOffice).optional().describe('办公室设在本单位的议事协调机构'),
  source: z.string().min(1).optional().describe('通知以外的事实的来源'),
});
export type Unit = z.infer<typeof Unit>;

/** A group of units with one name, as a district knows it. */
const RegistryGroup = z.strictObject({
  name: z.string().min(1).describe('集体称谓'),
  members: z.array(z.string().min(1)).nullable().describe('成员单位的规范简称；不知道就空着'),
  source: z.string().min(1).optional().describe('通知以外的事实的来源'),
});

/** How a district and its units are called. */
export const District = z.strictObject({
  name: z.string().min(1).describe('行政区全称，如“某市某区”；通知的标题、落款或版头里有它，就用这份名录'),
  short: z.string().min(1).describe('行政区简称，如“某区”'),
  mark: z.string().min(1).describe('单位简称里代表本区的字，如“区水利局”的“区”'),
});
export type District = z.infer<typeof District>;

/** The names of one district, as data: which notices it serves, its units and its groups. */
export const Registry = z.strictObject({
  district: District.optional(),
  units: z.array(Unit).optional(),
  groups: z.array(RegistryGroup).optional(),
  columns: z
    .record(z.string().min(1), ColumnRole)
    .optional()
    .describe('表头 → 它是哪一列：程序不认识、认错的表头'),
  seasons: z
    .record(z.string().min(1), z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/))
    .optional()
    .describe('时节 → 本地从几月几日开始（“05-01”）；“汛期前”这样的时限据此推算'),
});
export type Registry = z.infer<typeof Registry>;
