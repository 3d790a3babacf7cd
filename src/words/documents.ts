import { anyOf, wordsIn } from './any-of.js';

/** What kinds of official documents are called, at the end of their titles (党政机关公文处理工作条例, 第八条). */
export const DOCUMENT_KIND = anyOf(wordsIn('通知 意见 方案 通报 决定 函 公告'));

/** What stands before a document's number where it is one of its particulars. */
export const NUMBER_LABEL = '(?:发文字号|文\\s{0,9}号)';

/** The brackets around the year of a document's number: 某府办发〔2026〕3号. */
export const YEAR_OPENING = '[〔[【(（﹝]';
export const YEAR_CLOSING = '[〕\\]】)）﹞]';

/** 附件, in which a blank may stand. */
export const APPENDIX = '附\\s*件';

/** 续表, （续上表）: what stands above the part of a table that goes on, in the form in which texts are compared. */
export const CONTINUATION = /^\(?(?:(?:续表|续上表|接上表|续)\d*\)?|上接.*)$/;

/** What a site adds to the text of a notice: 来源：…, 【打印本页】. */
export const SITE_LABEL = anyOf([
  ...wordsIn('来源 信息来源 文章来源 作者 责任编辑 编辑 发布时间 发布日期 更新时间 更新日期'),
  ...wordsIn('浏览次数 浏览量 浏览数 浏览 点击次数 点击量 点击数 点击 阅读次数 阅读量 阅读数 阅读'),
  ...wordsIn('字体 字号 打印 打印页 打印本页 关闭 关闭窗口 分享 分享到 扫一扫 收藏 返回顶部'),
  ...wordsIn('上一篇 下一篇 相关链接 相关附件 相关文档'),
]);

/** What heads a list of other pages beside a notice: 相关文件, 热点专题. */
export const OTHER_PAGES = anyOf([
  ...wordsIn(
    '相关文件 相关链接 相关阅读 相关新闻 相关政策 相关解读 相关稿件 相关内容 相关信息 相关推荐 关联阅读 延伸阅读',
  ),
  ...wordsIn(
    '推荐阅读 热点专题 热点关注 热点推荐 热门文章 热门推荐 最新文件 最新发布 政策解读 解读链接 猜你喜欢',
  ),
]);

/** What says at a page's foot who runs the site. */
export const SITE_OWNER = anyOf(
  wordsIn(
    '主办 主办单位 承办 承办单位 维护 维护单位 技术支持 版权所有 网站标识码 备案号 ICP备案号 网站地图 联系我们',
  ),
);

/** What leads to a page of a site from its first one, above the notice: 您当前的位置：, 首页 >. */
export const SITE_PATH =
  '(?:(?:[您你]?的?(?:当前|现在|所在)的?(?:所在)?|[您你])的?位置\\s*[：:]|(?:网站)?首\\s?页\\s*[>＞→»|｜])';

/** What a site prints of a notice and no table of tasks does. */
const OWN_PARTICULARS = wordsIn(
  '索引号 信息索引 信息索引号 统一编号 登记号 文件登记号 信息分类 信息类别 主题分类 组配分类 体裁分类 分类信息 主题词 公开方式 公开形式 公开类别 公开范围 公开时限 公开程序 公开属性 公开日期 公开目录 发文字号 文号 发文文号 公文编号 文件编号 发文机关 发文单位 发文部门 制发机关 制定机关 发布机构 发布机关 公文时效 文件状态 效力状态 有效性 是否有效 成文日期 成文时间 发文日期 发文时间 印发日期 发布日期 发布时间 生成日期 生效日期 生效时间 失效日期 废止日期 施行日期',
);
/** What it prints beside them. */
const MORE_PARTICULARS = wordsIn(
  '名称 标题 信息名称 文件名称 内容概述 内容概要 关键词 责任部门 公开责任部门 责任单位 责任处室 责任编辑 来源 信息来源 所属机构 文种 载体类型 服务对象 体裁 分类 主题 语种 发布人 浏览次数 点击数 备注 有效期 解读 政策解读',
);

const PARTICULAR = new RegExp(`^(?:${anyOf([...OWN_PARTICULARS, ...MORE_PARTICULARS])})$`);
const OWN_PARTICULAR = new RegExp(`^${anyOf(OWN_PARTICULARS)}$`);

/** Under which of them the day stands on which a notice was issued, the surest first; and its title. */
export const DATE_LABELS = wordsIn('成文日期 成文时间 发文日期 发文时间 印发日期 发布日期 发布时间');
export const TITLE_LABELS = wordsIn('标题 文件名称 信息名称 名称');

/** A label without blanks, colons and brackets. */
export function labelIn(text: string): string {
  return text.normalize('NFKC').replace(/[\s::【】[\]]/g, '');
}

/** What a label is of a site's table of a notice's particulars: its own alone (索引号), or one that others have (责任部门). */
export function particularOf(label: string): 'own' | 'shared' | undefined {
  const plain = labelIn(label);
  if (!PARTICULAR.test(plain)) return undefined;
  return OWN_PARTICULAR.test(plain) ? 'own' : 'shared';
}
