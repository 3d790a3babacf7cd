// Notices whose duties stand in clauses, each with what a careful reader takes from them (fixtures/clauses/README.md
// tells the conventions).
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNotice, type Task } from '../../src/index.js';
import { plain, unitsIn, whoIn } from '../support/truth.js';

const FOLDER = new URL('../../fixtures/clauses/', import.meta.url);
const SUFFIX = '.truth.tsv';
const files = readdirSync(FOLDER);
const notices = files.filter((file) => file.endsWith(SUFFIX)).map((file) => file.slice(0, -SUFFIX.length));

/** Lines of the truth, from 1, that are read otherwise: a line that is mended leaves the list. */
const OTHERWISE: Readonly<Record<string, readonly number[]>> = {
  // Names are given as the notice prints them elsewhere (县委网信办, 县公安局交警大队, 区城市管理局); a paragraph below a heading has no number.
  'donghe-shipin-2021': [5],
  'heishi-daolu-2020': [3],
  // A time behind who does it is not given; 县委组织部将其作为依据 is read as its own.
  'lanjiang-hezhang-2022': [17, 18],
  'yingchang-yingjiliandong-2010': [11],
  // 资源规划分局, 生态环境分局 are given the level of the list before them.
  'ningbei-minsheng-2026': [7],
  'yunfeng-senlin-2022': [3],
  // 各镇、工业园区 as one group.
  'pusha-mubiao-2008': [2, 13],
  // 督查室要建立台账 is how the work is overseen.
  'qingshi-yian-2012': [7],
  // 省农业厅等负责 is several.
  'weiyuan-baogao-2015': [7],
  // Who 提供资料 beside those who 负责 has a row of its own.
  'yicheng-rexian-2011': [15, 16, 17, 18],
  'wenxin-yuanxiao-2014': [11],
  // 县工商联和外来客商代表参与 in passing; 由甲局提出名单，乙局兑现 as two.
  'shuofeng-kaohe-2006': [7, 8, 9, 10],
  // 党政办 is given as 乡党政办, which another item prints.
  'shiqu-xiang-2019': [8, 11],
  // 由甲厅提供资料，各市政府核实 without a number is told; 请各成员单位…反馈 is read as theirs.
  'luyuan-tudiao-2018': [6, 15],
  // 双拥办, 民政局 are given as the district's, which another item prints; 各相关单位…要高度重视 is read as theirs.
  'litang-shuangyong-2016': [2, 3, 6, 7, 10, 11],
  // They 设立 a body that 负责: told; 普查站对登记表进行审核 is read as its own.
  'liaoxi-fangwu-2008': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  // 市农办 is given as 市委农办, which another item prints.
  'jianggang-fenban-2007': [1],
  // 各乡镇、管理处 as one group.
  'hongnan-minsheng-2024': [10],
  'heyuan-fangxun-2014': [11, 16],
  // 牟西县党委和政府 is given as two bodies.
  'chujiang-huanbao-2017': [3, 5, 7],
  // 各县人民政府要落实属地责任，对…逐一排查 is said of all and no task.
  'chunyun-qingyang': [7, 8, 9, 10, 11, 12, 13],
  // 移动公司 behind 市电信公司 stays as printed.
  'huaiwu-zhudongzhang-2023': [6],
  // 商务厅 is given as 省商务厅, which the notice prints elsewhere.
  'minshan-liutong-2022': [3, 4, 5, 6, 8, 9],
  // 环保所 behind 镇林业站 is given as 镇环保所; 由甲所督促…，各村负责… is one task; 各村利用大喇叭 is told.
  'sanhezhen-heliupaicha-2024': [1, 2, 6, 7, 8, 9],
  // 日报社 is given as 市日报社.
  'taiyang-jianshenri-2010': [1],
  // 组织某分公司…设立咨询点; the last one bears its heading's number.
  'tongshui-anquanyue-2012': [2],
  // A heading's number is none of the duty under it; what stands below the last of them is read as its own.
  // 时间：2月3日上午9时 is given as the time.
  // A misspelt name is told with the likely one beside it, and stays as printed.
  'genan-shishi-2025': [7],
  'haidao-qingyu': [4],
  'jiceng-lanhe': [7],
  'lantian-luming': [6],
  'tuoyu-yunling': [7],
  // 柳津区政府 is given as 柳津区人民政府, which the notice prints elsewhere.
  'linhu-zhenggai-2021': [2, 8],
  'shicheng-shiyiwu-2007': [5],
  // 由市国资委督促两家公司整改 is told and no task; 市卫生健康委及所属医院 as one group.
  'yusuan-hezhou': [3, 9, 10, 12],
  // A sentence under a heading bears its number; a month in a heading's brackets is no printed deadline; 监察局 behind a county's office is the county's.
  'linxi-shipin-2009': [9, 10, 11],
  // 各县（市、区）教育局、各学校要严格值班 is said of all and no task.
  'xiaoyuan-nanping': [12, 13],
  // 各子公司、分公司 as one group.
  'guoqi-haigang': [4],
  // 各乡镇人民政府、街道办事处 as one group.
  'nanting-jiaoyu-2020': [1, 7, 9],
  // （8—10项由区民政局牵头） stands under the last of three items and is read as its own.
  'hedong-ertong-2023': [8, 9, 10, 11],
  // 各执法单位（*综合执法大队）: the mark inside the bracket.
  'linjiang-kaifaqu-2024': [10],
  // 同第（4）项, of another chapter.
  // 由甲局提供并会同乙局比对; 由甲局提供支持，各镇负责绘制: nobody is said to lead.
  // 由市、镇（街道）两级财政共同负担 is read as theirs.
  'linyang-jingpu-2018': [6, 12],
  // A time in the sentence that says who stays in the goal.
  'yunhe-huozai-2017': [9],
  'dafu-anlin': [1, 2, 6, 8],
  'diandongche-jinpu': [7],
  'lifa-jianing': [1, 2, 3],
  // One paragraph under a heading with a number bears that.
  'fengong-lingdong': [8],
  // 实事一、 is no number.
  'shishi-yilong': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  // 县编办 is given as 县委编办, which another item has.
  'luocheng-gaige-2016': [4, 10, 12, 15],
  // 县教育局牵头单位，县财政局责任单位: the word behind the name, which is told.
  'duban-yunping': [5, 6, 7],
  // Times in the sentences that say who stay in the goal; a sentence under a heading bears its number.
  'anquanyue-jinhe': [10],
  'bianzhi-qingping': [1, 2, 4, 6, 7],
  'changwu-wuxi': [1, 3, 5, 8, 9],
  'fanghuo-yunling': [1, 6, 9, 10, 11],
  'fangjia-xueyuan': [3, 11],
  'fangxun-shuiyang': [12, 13, 14],
  'gaokao-anlan': [10],
  'hanchao-beishan': [1, 2, 10, 13, 14],
  'shitang-nanhuai': [10],
  'taohuajie-wuling': [11],
  'yingjian-zhongxue': [1, 2, 8],
  // What is asked of everybody with a day, or of whoever has a part, is read as a task.
  dangan: [1, 2, 3, 4],
  jiafang: [5],
  qingming: [3, 4, 5],
  shenji: [1, 2, 3, 4],
  tingdian: [1, 2, 3],
  wangluo: [1, 2, 3],
  wanhui: [5],
  // 供销社 behind a township's office is the township's; two duties of a paragraph are one.
  'jiegan-pingchuan': [8, 11],
  // 乡镇人民政府、街道办事处 as one group.
  'laji-banfa': [5],
  // The time stands in the sentence; what everybody does by a day and nothing numbers is not read.
  'pucha-songyuan': [8],
  'yingshang-tongan': [12],
  // 3.2 in one paragraph with its title bears the chapter's number.
  qingshi: [13, 14],
  // 责任单位 under 1、2、3 bears their numbers, not the chapter's.
  // Of a paragraph that nothing numbers the second part is told.
  'yiyuan-hedong': [6, 7, 8, 9, 10],
  // A sentence under a heading bears its number.
  'chaling-jingjipucha': [10],
  'lindai-fuwubaozhang': [12],
  // 街道纪工委将开展督查, 纪工委适时组织检查: how the work is overseen.
  'donghu-bangongyongfang': [4],
  'fengqi-fuchayingjian': [12],
  // Whoever has a part in what is handed out, or in works, has no task: 县直包乡单位, 各食堂承包单位.
  'huaiyang-jieganjinshao': [11, 12],
  shipinanquan: [1, 2, 3],
  // 派出所 behind a township's office stays as printed.
  'shiqiao-qingjiexingdong': [5],
  // 请信息科于5月12日前完成扫描，各管理部…完成自查 in the letter.
  'shizhu-anquanjiancha': [1, 2, 3],
  // A sentence under a heading bears its number.
  // A paragraph under a heading bears its number, and 镇 is of the whole list there.
  'jinshao-liuhe': [11],
  // 审计部全程跟踪 beside who leads, as a row of its own.
  // 各工作组完成专项方案编制, of all groups.
  'malasong-pinggu': [10, 11, 12],
  // Rows that are one more or fewer, deadlines that another line or the sentence says, 同第2项 behind a line of its own,
  // 督促 X, a group with 等, （四） over lines of one group, and the numbers ⑴ inside a paragraph.
  'baoxing-huochezhan-2024': [1],
  'chunyang-guihuafengong-2012': [14],
  'gaoqiao-zhengdi-2017': [2, 9],
  'heyan-xiaoyuan-2018': [5, 7],
  'jiangpu-anquan-2021': [5],
  'jinyuan-chaozai-2004': [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  'luyang-zhichao-2007': [13, 14],
  'pingyuan-xinfang-2023': [7, 12, 13, 14],
  'qiling-senfang-2020': [7],
  'qinghe-shuzi-2023': [10],
  'quyang-yangquan-2009': [2],
  'shicheng-chuangwei-2008': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  'shuangqiao-fangxun-2022': [11],
  'suibei-fengong-2020': [12],
  'taigang-zhizebianjie-2015': [12],
  'wushan-xiangcun-2023': [5, 11],
  'xinggang-gengxin-2023': [3],
  'xishan-lvyoujie-2019': [4, 5, 6, 11, 13, 14],
  'yunmen-aiwei-2016': [13, 14],
  'jiuling-chuangwen-2018': [2, 7, 11],
  'yaogang-gaokaobaozhang-2014': [10],
  // 向榕农贸市场管理公司: a place whose name begins as 向 does.
  'chuangwen-xiangrong': [10, 11],
  'cangmei-nongye-2009': [9],
  'guyang-wenlv-2021': [17],
  'lize-jiuzhu-2009': [11, 12, 13],
  'mingyuan-shiwuzhongdu-2016': [2],
  'rongping-yanglao-2016': [12],
  'wushan-heiwangba-2009': [1],
  'yanta-lantian-2019': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  'anlan-yingxin-2025': [15],
  'beitang-yiyuan-2019': [4],
  'dongping-chunyun-2003': [6, 7, 8, 9, 10, 11, 12, 13, 14],
  'hailu-gaokao-2015': [14],
  'hengpo-nongshui-2008': [5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  'hening-zhengfubaogao-2017': [9, 14],
  'lingxi-jiyao-2014': [1],
  'puting-duchazhenggai-2019': [11, 12, 13],
  'xinlin-xinyong-2024': [14],
  'yunque-senfang-2018': [13, 14, 15],
  'beishan-gongre-2011': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  'haiyue-fangtai-2020': [6],
  'lingchuan-yingxin-2025': [16],
  'qihe-pujiuzhaiwu-2008': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  'yanghu-changwuhuiyi-2016': [8],
  // 一、园区扩容（牵头单位：甲局） over items with 责任单位： lines alone is a task of its own.
  'anpingshan-gongye-2012': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
  'chenghai-haiyang-2024': [12, 13, 14],
  // 落地社区：, 交付日期： are no labels yet; 项目1 no number.
  'dongqiao-weishishi-2026': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  // 1、甲局负责： is their number; （1） below it is none.
  // 【主责】甲【协同】乙【节点】.
  'hezhou-jiuyiganshou-2022': [1, 2, 3, 4, 5, 6, 7, 8, 12],
  'hunchuan-linhuo-2005': [12, 13, 14],
  'jingfu-zhixu-2012': [12],
  'jingyi-chunyun-2009': [1, 2, 3, 4, 5, 6, 7, 8, 9],
  'leishanping-bingxue-2008': [1, 2, 4, 6],
  // 竞赛组（体育组牵头，教务处参加） over numbers that begin again.
  'liuhe-xiaoyunhui-2014': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  'luoling-jieneng-2006': [12],
  'nanling-qinliugan-2004': [7],
  'sangyuan-jiegan-2006': [8, 9, 10, 11, 12, 13, 14, 15, 16],
  'songbeijiang-liangshi-2011': [7, 12, 13, 14],
  'tengshan-xingyi-2009': [2, 4, 5],
  'wuchuan-jicengdang-2010': [2, 5, 8],
  'yunxi-laoshichang-2017': [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  'jingyuan-fuping-2021': [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  'lanqiao-dafei-2024': [9, 10, 11, 12, 13, 14],
  'liutang-guatu-2023': [5],
  'luting-chuangwei-2016': [17, 20],
  'yueping-anquanyue-2018': [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  'anning-chunyun-2013': [1, 12],
  'baitu-renju-2021': [10, 11, 12, 13, 14],
  'changhe-yibao-2025': [11],
  'fuyuan-anquan-2015': [13, 14],
  'linlan-chuangwen-2018': [12],
  'jiangling-gongkai-2014': [15, 16],
  'luoxi-nongcungonglu-2012': [19],
  'nanlin-shenji-2023': [14, 15],
  'pingqiao-yiqing-2022': [1, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
  'qinglin-minsheng-2015': [13],
  'shiwan-tuiyi-2019': [13, 18],
  'xiangyangpo-renju-2020': [7, 10, 11, 14],
  'censhan-bingli-2025': [6, 10, 11, 12],
  'heishigou-yuji-2008': [5],
  'hengtai-sifang-2021': [1, 2, 5, 6, 7, 8, 9, 10, 11, 12],
  'hetian-yibao-2022': [5, 11],
  'lanxi-yangzhi-2017': [2, 7],
  'nanpu-jialiu-2009': [4, 9, 11],
  'pingchuan-nianzhong-2019': [4, 5, 7, 8, 10],
  'qinglu-kaixue-2024': [3, 4, 5, 6, 7, 8, 9, 10, 11],
  'shunda-chunyun-2026': [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  'tongling-xiaoche-2011': [4, 5, 6, 7, 8, 9, 10],
  'wenlan-qizhong-2023': [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  'xiakou-fushen-2018': [3, 4, 8, 12],
  'yuanping-qinliugan-2006': [2],
};

/** What is compared of a task: its number, who leads, who else has a part, by when. */
type Row = readonly [number: string, leads: string, others: string, deadline: string];

function truthOf(notice: string): Row[] {
  const lines = readFileSync(new URL(notice + SUFFIX, FOLDER), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): Row => {
      const [number = '', , leads = '', others = '', deadline = ''] = line.split('\t');
      return [numberOf(number), unitsIn(leads).join(), unitsIn(others).join(), plain(deadline)];
    });
}

/** L12 is the line of an item without a number. */
function numberOf(printed: string): string {
  return /^L\d+$/.test(printed) ? '' : plain(printed);
}

function rowOf({ number, lead, responsible, supervising, deadline }: Task): Row {
  return [plain(number), whoIn(lead).join(), whoIn([...responsible, ...supervising]).join(), plain(deadline)];
}

describe.each(notices)('%s', (notice) => {
  it('is read as a careful reader reads it', async () => {
    const file = files.find((each) => each.startsWith(`${notice}.`) && !each.endsWith('.tsv')) ?? '';
    const { value, diagnostics } = await parseNotice(readFileSync(new URL(file, FOLDER)), { name: file });
    expect(value, JSON.stringify(diagnostics)).toBeDefined();
    const read = value?.tasks.map(rowOf) ?? [];
    const truth = truthOf(notice);
    const count = Math.max(read.length, truth.length);
    const otherwise = Array.from({ length: count }, (_, i) => i).filter(
      (i) => String(read[i]) !== String(truth[i]),
    );
    const both = otherwise.map((i) => [truth[i], read[i]]);
    expect(
      otherwise.map((i) => i + 1),
      JSON.stringify(both, null, 1),
    ).toEqual(OTHERWISE[notice] ?? []);
  });
});
