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
