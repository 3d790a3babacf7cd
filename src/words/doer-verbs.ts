import { anyOf, wordsIn } from './any-of.js';
import { MONTH, PERIOD, YEAR } from './calendar.js';
import { ORGANISES } from './collectives.js';
import { EAGERLY, IS_TO, SHARED_BY } from './role-words.js';

// The verbs that stand behind whoever does what a sentence says: 负责, 应当, 牵头, 配合, 5月底前完成.

/** Words by which those before them have what follows to do; who is 负责人, or 负责解释, has nothing to do. */
const DOES = `(?:按照?[^，。；]{0,12}(?:职能|职责|分工)[^，。；]{0,4}[，,]?)?(?:具体|统一|全面|分别|分工|共同|主要|${SHARED_BY})?${IS_TO}(?!的|${anyOf(wordsIn('解释 咨询 答疑'))}|${EAGERLY}?(?:配合|协助)[^，。；]{1,20}?(?:[局委办厅府院]|部门|公司))`;
const TAKES_ON = `(?:共同|分别)?承担(?!单位|部门|的)|统筹(?:安排|推进|协调|负责|做好)?(?=\\p{Script=Han})`;
/** 各乡镇负主体责任, 县生态环境局负有监管责任. */
const BEARS =
  '(?:[负担](?:起|好|有)?(?!责)|落实好?|履行好?|压实|扛起)[^，。；、：的]{0,8}责任(?!人|单位|部门|制|书|区|田)';
/** Of units by name alone: 县教育局要加强管理; 各单位要高度重视 is said of everybody. */
const MUST = `(?:(?<![主重需必])要|应当|应(?![急用对收])|须)(?!${EAGERLY}?(?:会同|配合|协助))(?=\\p{Script=Han}{2}|[在于]\\d)`;
/** 县商务局要牵头开展排查，县文旅局要积极配合. */
/** 县残联主抓，县民政局协同: who leads, and no word of what. */
const LEADS_IT = `(?:主抓|主办|抓总|负总责)$`;
const LEADS = `(?:要|应当|须)?(?:(?:(?:充分)?发挥好?)?(?:总|共同|负责)?牵头(?!单位|部门|的|人)|${LEADS_IT})`;
/** 甲局负责整改，乙局督促指导: behind who does it. */
const WATCHES = '(?:负责)?(?:监督|督促|督导|指导){1,2}(?:检查|落实|整改)?';
export const HELPS = `(?:要|应当|须)?(?:予以|给予|共同|联合|一同|一并)?${EAGERLY}?(?:(?:做好|搞好)?(?:配合|协助|协同|协办|协作|参与|参加|支持)(?:工作)?$|${WATCHES}$|(?:配合|协助|协同|参与)(?=[做抓开落完推组实提办核])|(?:配合|协助)(?=\\p{Script=Han}{2})(?!\\p{Script=Han}{0,20}(?:[局委办厅府院县市区镇乡]|部门|单位|公司)))`;
/** Behind 配合 and 会同: 甲局配合乙局做好审核. */
const JOINT = anyOf(
  wordsIn(
    `做好 抓好 开展 完成 落实 ${ORGANISES}(?!部) 推进 实施 制定 制订 编制 建立 提出 研究 修订 出台 起草 办理 处置 处理`,
  ),
);
/** 县供销社做好农资供应, 县住建局5月底前完成整治, 县政府督查室每季度开展督查: what one whom a list names does. */
export const WHEN = `(?:于|在|务必于|力争)?(?:(?:${YEAR}年)?${MONTH}月|每(?:${PERIOD}|年)|[本下](?:周|月|季度)|近期|月底前|汛前|年底前|年内)|(?<!处)[于在][^，。；、的]{1,8}(?:前|后|期间)(?=\\p{Script=Han}{2})`;
export const ACTS = `(?:联合|分头|按期|按时|如期|适时|随时|立即|马上|尽快|抓紧|逐项|逐一|逐个|统一|分类|同步|全面|全力|持续|继续|切实|认真|积极|主动|全程|提前|按要求|按规定)?${anyOf(
  [
    ...wordsIn(
      '开设专栏 开辟专栏 刊发 刊播 选派 抽调 遴选 抽查 督导 督查 拨付 下达 兑现 发放 采购 招聘 引进 培育 打造 建成 举办 召开 开通 投放 核发 核定 核查 核实 统筹 支付 公开 复核 收集 整合 整治 修复 治理 查处 打击 约谈 走访 慰问 宣讲 推广',
    ),
    ...wordsIn(
      '印发 推行 推进 推动 发布 公布 出台 制订 编制 修订 组建 设立 实施 启动 研究 完善 健全 汇总 审核 审议 审定 初评 推荐 发文 配备 购置 清理 拆除 改造 新建 协调 对接 报送 上报 通报 受理 办理 处理 解决 对照 监测 评估 考核 检查 排查 巡查 监督指导',
    ),
    ...wordsIn(
      `务必 给予 予以 督促 做好 抓好 落实 完成 开展 ${ORGANISES} 制定 编制 提供 保障(?![部局厅所处中办]|监察|机构|服务) 储备(?![部局厅所处中办库]|粮(?!食)) 建立 加强 强化 承接 安排 严格 依法 定期 及时 限期 跟踪 对(?![外口]) 按照 按(?=各自|职责|分工|要求|规定|计划) 根据 依据 结合 拟(?![定订任])`,
    ),
  ],
)}(?![组队科室局所站办已了]|部(?!署|分|门)|后(?!续)|以来|大队|中心|小组)`;
/** 县审计局全程跟踪审计, 县财政局予以经费保障: what is done so that another can do it, to the end of the part. */
export const SUPPORTS = `(?:全程|同步)?(?:跟踪(?:审计|监督|问效|服务)?|监管|监督|监督检查)$|在[^，。；]{1,16}上(?:给予|予以|提供)[^，。；]{0,8}(?:支持|保障|便利)$|(?:给予|予以|提供|做好|加强)(?:资金|经费|技术|业务|人员|用地|用电|必要|相关|全力|大力|政策){0,3}的?(?:支持|保障|指导|监督)$|派员[^，。；]{1,8}$`;
/** Any of them, each in a group of its own. */
export const DOER_VERB = new RegExp(
  `(?<helps>${HELPS})|(?<supports>${SUPPORTS})|(?<does>${DOES}|${TAKES_ON}|(?<leads>${LEADS}))|(?<bears>${BEARS})|(?<must>${MUST})|(?<joint>${JOINT})|(?<acts>${WHEN}|${ACTS})`,
  'gu',
);
/** 县政府设立指挥部, 镇纪委对履职不力的严肃问责: how the work is organised. */
export const TELLS_HOW =
  /^(?:设立|成立|组建)[^，。；]{0,20}(?:指挥部|领导小组|委员会|工作专班)|^[^，。；]{0,30}(?:问责|追责)$|^(?:实行(?:季度?|月|周|半年|日)检查|(?:实行)?[每按]?(?:季度?|月|周|半年|日)(?:督查|通报|调度|督导))/;
