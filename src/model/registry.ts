import * as z from 'zod';

/** What sort of body a unit is; groups say which sorts their members are among. */
export const UnitKind = z.enum([
  'department', // 区级部门、街道以外的政府组成部门、党委部门、人民团体
  'office', // 议事协调机构的办公室：区安委办
  'committee', // 议事协调机构：区安委会
  'institution', // 事业单位、管委会、驻区机构
  'township', // 乡镇、街道
  'other', // 通知里有、名录里没有的
]);
export type UnitKind = z.infer<typeof UnitKind>;

export const Unit = z.strictObject({
  name: z.string().min(1).describe('规范简称，也是单位的标识'),
  full: z.string().optional().describe('全称'),
  aliases: z.array(z.string().min(1)).optional().describe('其他叫法'),
  kind: UnitKind,
  source: z.string().optional().describe('通知以外的事实的来源'),
});
export type Unit = z.infer<typeof Unit>;

/** A group of units with one name, as a district knows it. */
const RegistryGroup = z.strictObject({
  name: z.string().min(1).describe('集体称谓'),
  members: z.array(z.string().min(1)).describe('成员单位的规范简称'),
  source: z.string().optional().describe('通知以外的事实的来源'),
});

/** The names of one district, as data: which notices it serves, its units and its groups. */
export const Registry = z.strictObject({
  district: z.strictObject({
    name: z.string().min(1).describe('行政区全称；通知的标题、落款或版头里有它，就用这份名录'),
  }),
  units: z.array(Unit),
  groups: z.array(RegistryGroup).optional(),
});
export type Registry = z.infer<typeof Registry>;
