// Whether words are names of those who stand at the head of what they do, and nothing else.
import { isMeant, type Lexicon, type Piece, readUnits } from '../../units/index.js';
import { IN_GENERAL, NO_DOER } from '../../words/acting.js';
import { anyOf, wordsIn } from '../../words/any-of.js';
import { UNITS, WHICH } from '../../words/collectives.js';
import { SET_UP_BODY } from '../../words/duties.js';
import { MARK as LEVEL } from '../../words/levels.js';
import { IS_LABEL } from '../../words/role-words.js';
import { BODIES_OF_A_SORT } from '../../words/trades.js';
import { BEGINS_NO_NAME, IN_NO_NAME, RARER_NAME_ENDING } from '../../words/unit-names.js';
import { isDepartment, isOdd, isSure } from './says-who.js';

const RARER = new RegExp(`^\\p{Script=Han}{3,20}(?:${RARER_NAME_ENDING}|(?<![各小改重教机结])组)$`, 'u');
/** Whoever they are, they are not named: 各高校、科研院所要按规定执行. */
const OF_A_SORT =
  /^(?:中央|地方|国有|民营|城乡|农村|乡?村（社区）)?(?:高校|高等学校|科研院所|科研机构|企业|医疗机构|学校|社会组织|行业协会|金融机构|事业单位)$/;
/** 各部门监督三级医院: what looks like a name and is more. */
const NO_NAME = new RegExp(
  `(?<!自)由|作为|反映|投诉|^(?:结果|数据|情况|提交|移送|上报)|^(?:积极|主动|全力)?(?:配合|协助|会同|联合)|^会议(?!中心)|^各地切实|^${BEGINS_NO_NAME}|${IN_NO_NAME}|${anyOf(UNITS)}(?:监督|指导|督促)|牵头(?:责任)?${anyOf(UNITS)}$|\\d[名人个次份篇项]|请$|[：:]`,
);
const BODY = new RegExp(SET_UP_BODY);
/** A body that the notice sets up, whoever is of a sort (企业), or what is no office. */
export function isNobody(name: string): boolean {
  return (
    (BODY.test(name) && !STANDING.test(name)) ||
    OF_A_SORT.test(name) ||
    /^全[省市县区州旗镇乡校院]$/.test(name)
  );
}
/** 村民委员会, 各专业委员会: none that a notice sets up. */
const ANY_PLACE_HAS = anyOf(
  wordsIn(
    '纪检 纪律检查 校务 村民 居民 业主 专业 学术 教学 选举 监督 调解 家长 伦理 工会 物业管理 膳食 伙食',
  ),
);
/** 县食品安全委员会办公室, 村务监督委员会: an office as others are. */
const STANDING = new RegExp(
  `^(?:国务院|中央|${LEVEL}|[镇乡村]|街道|社区).{2,}委员会(?:办公室)?$|^${LEVEL}(?!工作|现场|应急指挥部).{2,}指挥部(?:办公室)?$|${ANY_PLACE_HAS}委员会$`,
);
/** 工会, 妇联: no shorter ones do anything. */
const SHORT_OFFICE = new RegExp(
  `^${anyOf(wordsIn('工会 车队 妇联 残联 团委 纪委 侨联 文联 科协 社科联 教委 农委 经委 科委 计委 民委 编办'))}$`,
);

/** 会同乙局: with whom it is done. */
export const WITH_NEXT = /^并?(?:会同|联合)/;
const CALLED = new RegExp(`^${IS_LABEL}$`);

/** 各乡镇要开展检查; 各乡镇要高度重视 says how. */
export function isOfPlaces(names: string, what: string): boolean {
  return OF_PLACES.test(names) && !IN_GENERAL.test(what);
}

/** What a place, or a body, has many of that have their own to do: 各中小学校, 各哨点医院, 各党支部. */
const OF_A_PLACE = anyOf(
  wordsIn(
    '系 班 班级 股室 教研组 备课组 年级组 矿 分厂 工区 卫生室 街道 街道办 街道办事处 社区 学校 小学 中学 幼儿园 学院 院校 高校 科室 处室 站所 医院 卫生院 医疗机构 支部 党委 党总支 车间 班组 考点 专班 工作组 大队 中队 派出所 分局 分公司 子公司 项目部 居委会 村委会',
  ),
);

const OF_PLACES = new RegExp(
  `^${WHICH}(?:[^，。；]{0,12}(?:[县区市旗州镇乡村]|政府|${OF_A_PLACE})(?:（[^（）]*）)?|${BODIES_OF_A_SORT})$`,
);

/** 协调物业服务企业: somebody else does so. */
const IS_TOLD = new RegExp(
  `^${anyOf(wordsIn('协调 督促 指导 组织 引导 责成 通知 要求 配合 协助 会同 联合'))}`,
);

/** 各乡镇, 属地街道, 各部门; not 各代表队. */
const OFFICIAL = new RegExp(
  `(?:${anyOf(UNITS)}|[县区市旗州镇乡村]|政府|${OF_A_PLACE}|${BODIES_OF_A_SORT})(?:（[^（）]*）)?$`,
);

/**
 * Whether a text is names of units and nothing else.
 *
 * @param groupsDo which groups have something to do though nobody is named: all where they 负责
 * @param isItem whether 市场监管部门, an office by its trade, is one of the item's
 */
export function areDoers(
  text: string,
  groupsDo: 'all' | 'official' | 'none',
  isItem: boolean,
  lexicon: Lexicon,
): boolean {
  const pieces = readUnits(text, lexicon, { framed: true });
  const meant = pieces.filter(isMeant);
  const isOf = (piece: Piece) =>
    ((groupsDo === 'all' || isItem) && isDepartment(pieces, pieces.indexOf(piece))) ||
    // 中储粮直属库负责收购: behind a name as rarely as it ends, too.
    (groupsDo === 'all' &&
      isItem &&
      piece.kind === 'name' &&
      RARER.test(piece.text) &&
      !NO_NAME.test(piece.text));
  const isNamed = meant.some(
    ({ kind, text: name }) =>
      kind === 'name' && !OF_A_SORT.test(name) && (!BODY.test(name) || STANDING.test(name)),
  );
  return (
    // 县 of 县应急局 is nobody; 各镇 are some.
    meant.every(
      (piece) =>
        isOf(piece) ||
        (piece.kind === 'name'
          ? piece.unit.length > 2 || SHORT_OFFICE.test(piece.unit)
          : piece.text.length > 1),
    ) &&
    (isNamed ||
      meant.some(
        ({ kind, text: name }) =>
          kind === 'group' &&
          !IS_TOLD.test(name) &&
          !NO_DOER.test(name) &&
          (groupsDo === 'all' || (groupsDo === 'official' && OFFICIAL.test(name))),
      )) &&
    meant.every(
      (piece) =>
        piece.kind === 'open' || ((isSure(piece, lexicon) || isOf(piece)) && !NO_NAME.test(piece.text)),
    ) &&
    pieces.every(
      (piece) =>
        (!isOdd(piece, lexicon) || isOf(piece)) &&
        (piece.kind !== 'word' ||
          piece.helps ||
          CALLED.test(piece.text) ||
          WITH_NEXT.test(text.slice(piece.start + piece.text.length))),
    )
  );
}
