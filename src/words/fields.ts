import { anyOf, wordsIn } from './any-of.js';

/** What a clause may say beside who does it and by when, before a colon: 适用范围：福建自贸试验区. */
export const FIELD_LABEL = anyOf([
  ...wordsIn(
    '适用范围 适用对象 适用地区 适用区域 实施范围 实施对象 实施区域 实施地点 试点范围 试点地区 试点区域',
  ),
  ...wordsIn(
    '服务对象 服务范围 受益对象 惠及对象 补助对象 支持对象 覆盖范围 资金来源 经费来源 资金渠道 资金保障',
  ),
  ...wordsIn(
    '政策依据 文件依据 法律依据 工作依据 任务来源 政策期限 有效期 有效期限 政策有效期 成果形式 预期成果',
  ),
  ...wordsIn(
    '工作成果 成果 考核方式 验收标准 验收方式 考核指标 咨询电话 联系电话 监督电话 举报电话 投诉电话',
  ),
]);
