import { anyOf, wordsIn } from './any-of.js';
import { IS_TO } from './role-words.js';

// People whom notices name beside units: 牵头领导：王某; 责任人：李某.

const PARTS = anyOf(
  wordsIn('牵头 领办 分线 督办 分管 责任 主管 包保 包联 包抓 联系 挂钩 挂帅 督导 总牵头 指导 负责'),
);
const LEVELS = anyOf(
  wordsIn('校 院 局 厂 行 公司 集团 街道 镇 乡 县级 市级 区级 省级 州级 旗级 县 市 区 省 州 旗 厅级 处级'),
);

/** What stands with a colon before the names of people. */
export const PERSON_LABEL = `(?:${PARTS}?${LEVELS}?${anyOf(wordsIn('领导 领导同志'))}|${anyOf(
  wordsIn(
    '责任人 负责人 主要负责人 直接责任人 第一责任人 牵头人 联系人 包保人 责任领导人 具体责任人 整改责任人 整改负责人 落实责任人 河长 链长 总链长',
  ),
)})`;

/** 联系人：杨某　联系电话：…: whom to ask about the notice, and nobody who has something to do. */
export const CONTACT =
  /^\s*[（(]?联\s*系\s*人[^。；]{0,80}?(?:电\s*话|手\s*机|邮\s*箱|传\s*真|微\s*信|QQ|\d{7})/;

/** 出席：…, 参加：某局、某局负责同志, 抄送：…: who was there, and who is told. */
export const ATTENDANCE =
  /^\s*(?:(?:出席|列席|参会|与会|到会|缺席|请假|主持|记录|分送|抄送|抄报|主送|发送)(?:人员|领导|同志|单位|部门|人)?\s*[：:]|(?:参加|出席|列席)会议的?(?:还?有|人员)\s*[：:]|参加(?:人员|领导|同志|会议|单位)?\s*[：:](?:[^。]*(?:负责同志|负责人|同志)|(?:[^。、]*、){4}))/;

/** Surnames of two characters; a name that begins with one is a person's. */
const DOUBLE = anyOf(
  wordsIn(
    '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 端木 独孤 南宫 西门 百里 呼延 赫连 澹台 淳于 单于 太史 申屠 公羊 钟离 鲜于 闾丘 仲孙 亓官 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 拓跋 夹谷 谷梁 段干 东郭 南门 羊舌 微生 梁丘 左丘 第五 相里 万俟 闻人 贺兰',
  ),
);
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利于呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由沃牧尧舜';

/** Names of people: 张某, 尉迟明; several of them parted. */
export const PERSON = `(?:${DOUBLE}[一-龥]{1,2}|[${SINGLE}](?:某某?|[一-龥]{1,2}))`;
const NAMES = new RegExp(`^${PERSON}(?:[、，\\s]+${PERSON}){0,5}$`);

const TITLE = anyOf(
  wordsIn(
    '省长 市长 区长 县长 州长 旗长 盟长 镇长 乡长 主席 主任 书记 秘书长 常委 部长 局长 厅长 司长 处长 科长 院长 校长 所长 站长 队长 行长 总经理 董事长 经理 厂长 指挥长 政委 司令员 委员 调研员 总工程师 同志 领导',
  ),
);
/** 何　峰: a name of two characters, spread as those of three are wide. */
const SPREAD = `${PERSON}|\\s{0,2}[${SINGLE}]\\s{1,2}[一-龥](?![一-龥])`;
/** 张建华副市长, 副市长张建华, 分管副县长, 常务副区长李某同志. */
const HOLDER = `(?:${PERSON}(?:常务|第一)?副?${TITLE}|(?:[省市区县州旗]委|党委|党工委|[省市区县州旗]?政府)?(?:常务|分管|协管|主管|协助分管|联系|挂钩|包联|主要)?(?:(?:副|常务副|工会|纪委|党委|支部)?${TITLE}(?:助理)?){1,2}(?:${SPREAD})?)(?:同志)?`;
/** 县委常委 of 县委常委、宣传部部长周某: another office of the person behind it. */
export const OFFICE_ONLY = new RegExp(`^[^、]{0,10}(?:${TITLE}|党组成员|党组副?书记)$`);

/** 张某, 刘某某: a name that is kept back, which nothing else is. */
const KEPT_BACK = `(?:${DOUBLE}|[${SINGLE}])(?:某某?|[×xX＊*]{1,2})`;
const OFFICE_TITLES = anyOf(
  wordsIn(
    '主席 主任 局长 厅长 部长 司长 处长 科长 院长 校长 所长 站长 队长 行长 总经理 董事长 书记 镇长 乡长',
  ),
);
/** What heads of offices are called by behind the office's name; 副县长 of a county stands for no office of it. */
const OFFICE_TITLE = `(?:党[委组](?:副?书记、?|成员、))?(?:第一|常务)?副?${OFFICE_TITLES}`;
/** What stands behind a person's name: a stop, or what they do. */
const BEHIND_PERSON = `(?=[、，,；;：:。！）)\\]】〕\\s]|$|${anyOf(
  wordsIn('同志 牵头 负责 配合 协助 具体 统筹 落实 分管 主抓 督办 参与 要 应 为 任 和 与'),
)})`;
/**
 * Who it is of an office, behind the office's name: 县水利局(局长李建国同志), 县财政局(王某). Without a title only a name that is
 * kept back is sure to be none of the office's own.
 */
export const OF_AN_OFFICE = `(?:${OFFICE_TITLE}\\s{0,2}(?:${PERSON}|${KEPT_BACK})|${KEPT_BACK})(?:同志)?${BEHIND_PERSON}`;

/** What the name of the office ends in, before `OF_AN_OFFICE`. */
export const BEHIND_NAME = '(?<=[局委办厅部院会校所站队行司心社处科镇乡道府])';

/** What `OF_AN_OFFICE` cannot be without, a title or a name that is kept back; it is large. */
export const MAY_BE_OF_AN_OFFICE = new RegExp(`${OFFICE_TITLES}|[某×xX＊*]`);

const OFFICER = new RegExp(BEHIND_NAME + OF_AN_OFFICE, 'g');

/** A text with blanks where somebody of an office stands behind its name: what the person does the office does. */
export function withoutOfficers(text: string): string {
  if (!MAY_BE_OF_AN_OFFICE.test(text)) return text;
  return text.replace(OFFICER, (said) => ' '.repeat(said.length));
}

const PERSON_ROLE = anyOf(wordsIn('负总责 总负责 负责 牵头 分管 主抓 包抓 挂帅 挂钩 督办 督导 统筹'));
/** 由张建华副市长负总责, 分管副县长牵头: what a person does. */
export const PERSON_DOES = `由?(?<names>${HOLDER}(?:[、和]${HOLDER}){0,3})(?:共同|具体|总)?(?<role>${PERSON_ROLE})`;
/** A title and, a name at most behind it, what is done: what `PERSON_DOES` cannot be without; it is large. */
export const PERSON_MAY_DO = `${TITLE}[一-龥]{0,8}?${PERSON_ROLE}`;

/** 由汤某同志牵头, 由胡某和李某两位老师负责: a duty of people whom a sentence calls by name. */
export const NAMED_DOES = `由[一-龥]{2,4}(?:[、和][一-龥]{2,4}){0,5}(?:[两二三四]位)?(?:同志|老师)(?:具体|全面|共同)?(?:牵头|主抓|督办|落实|${IS_TO}(?!解释))`;

/** 责任人：王某: likewise, behind a label; whom to ask is nobody's duty. */
export const LABELLED_DOES = `(?<!联系|咨询)(?!联系人)${PERSON_LABEL}\\s*[：:]\\s*(?:${PERSON})(?=[、，；。）\\s]|$)`;

/** 管委会, 党工委, 管理处: bodies that begin with a surname, too. */
const BODY = /(?:委会|工委|党委|团委|政府|中心|[局处所站办股室厅队镇乡署])$/;

/** Whether a text is the names of people, as their surnames tell. */
export function isPeople(text: string): boolean {
  return NAMES.test(text.trim()) && !BODY.test(text.trim());
}
