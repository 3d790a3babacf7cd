import { docx, type Parts, p, r, relations, tbl, tc, tr } from './docx.js';

/** A Word file as offices make them, and what must come of it, written down from what Word shows. */
export interface WordCase {
  readonly name: string;
  readonly body: string;
  readonly parts?: Parts;
  /** What Word shows, in reading order: paragraphs, and the rows of tables. */
  readonly shown: readonly (string | readonly (readonly string[])[])[];
  /** What is set aside, with its kind. */
  readonly aside?: readonly (readonly [kind: string, text: string])[];
  /** What is told, and where, but for what says that text was put together. */
  readonly told?: readonly (readonly [code: string, place: string])[];
  /** Text that belongs nowhere, and where it stands. */
  readonly unread?: readonly (readonly [text: string, place: string])[];
}

const utf8 = (text: string) => new TextEncoder().encode(text);

// Runs.
const run = (properties: string, text: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const struck = (text: string) => run('<w:strike/>', text);
const para = (...inside: string[]) => `<w:p>${inside.join('')}</w:p>`;

// Fields (ECMA-376 part 1, 17.16).
const char = (type: string, inside = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
const instr = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const field = (instruction: string, data = '') => char('begin', data) + instr(instruction) + char('end');
const answered = (instruction: string, result: string) =>
  char('begin') + instr(instruction) + char('separate') + r(result) + char('end');

// Drawings.
const picture = `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const chart = `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId8"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const oldPicture = '<w:r><w:pict><v:shape><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>';
const object = (program: string) =>
  `<w:r><w:object><v:shape><v:imagedata r:id="rId9"/></v:shape><o:OLEObject Type="Embed" ProgID="${program}" r:id="rId7"/></w:object></w:r>`;
const box = (inside: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const choice = (requires: string, newer: string, older: string) =>
  `<mc:AlternateContent><mc:Choice Requires="${requires}">${newer}</mc:Choice><mc:Fallback>${older}</mc:Fallback></mc:AlternateContent>`;

const IMAGE: Parts = {
  ...relations(['rId9', 'image', 'media/image1.png'], ['rId7', 'oleObject', 'embeddings/object1.bin']),
  'word/media/image1.png': utf8('PNG'),
};

// Formulas (22.1).
const mr = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const fraction = (above: string, below: string) =>
  `<m:f><m:num>${above}</m:num><m:den>${below}</m:den></m:f>`;
const math = (inside: string) => `<m:oMath>${inside}</m:oMath>`;

// Tables.
const down = (begins: boolean) => `<w:vMerge${begins ? ' w:val="restart"' : ''}/>`;
const across = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const row = (properties: string, ...cells: string[]) =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
const HEAD = tr(tc('序号'), tc('任务'), tc('责任单位'));
const HEAD_SHOWN = ['序号', '任务', '责任单位'];
const floating = (...rows: string[]) =>
  `<w:tbl><w:tblPr><w:tblpPr w:leftFromText="180" w:vertAnchor="text" w:tblpX="100"/></w:tblPr>${rows.join('')}</w:tbl>`;

// Styles.
const styles = (...all: string[]): Parts => ({ 'word/styles.xml': ['w:styles', all.join('')] });
const style = (id: string, type: string, properties: string, based = '') =>
  `<w:style w:type="${type}" w:styleId="${id}">${based && `<w:basedOn w:val="${based}"/>`}<w:rPr>${properties}</w:rPr></w:style>`;

// Lists.
const lvl = (level: number, text: string, format = 'decimal', start = 1) =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const list = (definition: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${definition}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, definition: number, ...overrides: string[]) =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${overrides.join('')}</w:num>`;
const startAt = (level: number, at: number) =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${at}"/></w:lvlOverride>`;
const numbered = (text: string, id: number, level = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
const lists = (...all: string[]): Parts => ({ 'word/numbering.xml': ['w:numbering', all.join('')] });

const chunk = (name: string, content: string | Uint8Array): Parts => ({
  ...relations(['rId5', 'aFChunk', name]),
  [`word/${name}`]: typeof content === 'string' ? utf8(content) : content,
});
const CHUNK = '<w:altChunk r:id="rId5"/>';
const PAGE =
  '<html><body><p>二、责任</p><table><tr><td>任务</td><td>责任单位</td></tr></table></body></html>';
const PAGE_SHOWN = ['一、总则', '二、责任', [['任务', '责任单位']]];

export const WORD_CASES: readonly WordCase[] = [
  {
    name: 'a page of a web site that was saved: its own lines are set aside, and count as paragraphs',
    body: [
      p('您当前的位置：首页 > 政务公开'),
      p('索引号：000014349/2026-00012 发布机构：云溪县水利局'),
      p('关于做好防汛工作的通知'),
      p('各乡镇：'),
      para(r('请抓好落实'), picture),
      p('主办：云溪县人民政府办公室'),
    ].join(''),
    shown: ['关于做好防汛工作的通知', '各乡镇：', '请抓好落实'],
    aside: [
      ['page-chrome', '您当前的位置：首页 > 政务公开'],
      ['page-chrome', '索引号：000014349/2026-00012 发布机构：云溪县水利局'],
      ['page-chrome', '主办：云溪县人民政府办公室'],
    ],
    parts: IMAGE,
    told: [['drawing-unread', '段5']],
  },
  // Pictures, objects, charts where text should be.
  {
    name: 'a picture in place of a table',
    body: p('附件2') + p('任务分工表') + para(picture) + p('附件3'),
    parts: IMAGE,
    shown: ['附件2', '任务分工表', '附件3'],
    told: [['drawing-unread', '段2']],
  },
  {
    name: 'a picture of the older kind',
    body: p('任务分工表') + para(oldPicture),
    parts: IMAGE,
    shown: ['任务分工表'],
    told: [['drawing-unread', '段1']],
  },
  {
    name: 'a picture before all text',
    body: para(picture) + p('通知'),
    parts: IMAGE,
    shown: ['通知'],
    told: [['drawing-unread', '']],
  },
  {
    name: 'a picture in place of a cell',
    body: tbl(HEAD, tr(tc('1'), tc('甲事'), tc(para(picture)))),
    parts: IMAGE,
    shown: [[HEAD_SHOWN, ['1', '甲事', '']]],
    told: [['cell-unread', '表1/行2/列3']],
  },
  {
    name: 'a picture beside the words of a cell',
    body: tbl(HEAD, tr(tc('1'), tc('甲事'), tc(para(r('区水利局'), picture)))),
    parts: IMAGE,
    shown: [[HEAD_SHOWN, ['1', '甲事', '区水利局']]],
    told: [['drawing-unread', '表1/行2/列3']],
  },
  {
    name: 'a workbook embedded in place of a table',
    body: p('任务分工表') + para(object('Excel.Sheet.12')),
    parts: IMAGE,
    shown: ['任务分工表'],
    told: [['object-unread', '段1']],
  },
  {
    name: 'a formula of the older equation editor in the middle of a sentence',
    body: para(r('达到'), object('Equation.3'), r('以上')),
    parts: IMAGE,
    shown: ['达到以上'],
    told: [['drawing-unread', '段1']],
  },
  {
    name: 'a chart, whose words stand in a part of its own',
    body: p('逐月任务') + para(chart),
    parts: {
      'word/charts/chart1.xml': ['c:chartSpace', '<a:p><a:r><a:t>三月完成</a:t></a:r></a:p>'],
    },
    shown: ['逐月任务'],
    told: [['drawing-unread', '段1']],
    unread: [['三月完成', '未读出的文字']],
  },
  {
    name: 'words of an older drawing that are an attribute',
    body:
      para('<w:r><w:pict><v:shape><v:textpath on="t" string="某区人民政府文件"/></v:shape></w:pict></w:r>') +
      p('通知'),
    shown: ['某区人民政府文件', '通知'],
    told: [['text-box', '']],
  },

  // Parts in other formats (17.17.2).
  {
    name: 'a page as a part',
    body: p('一、总则') + CHUNK,
    parts: chunk('part.html', PAGE),
    shown: PAGE_SHOWN,
  },
  {
    name: 'a page in GBK as a part',
    body: p('一、总则') + CHUNK,
    // 二、 in GBK.
    parts: chunk(
      'part.htm',
      Uint8Array.from([
        ...utf8('<html><head><meta charset="gbk"></head><body><p>'),
        0xb6,
        0xfe,
        0xa1,
        0xa2,
        ...utf8('</p></body></html>'),
      ]),
    ),
    shown: ['一、总则', '二、'],
  },
  {
    name: 'a saved page as a part',
    body: p('一、总则') + CHUNK,
    parts: chunk(
      'part.mht',
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${PAGE}\r\n--b--\r\n`,
    ),
    shown: PAGE_SHOWN,
  },
  {
    name: 'a Word file as a part, between paragraphs',
    body: p('一、总则') + CHUNK + p('三、附则'),
    parts: chunk('part.docx', docx(p('二、责任') + tbl(tr(tc('任务'), tc('责任单位'))))),
    shown: [...PAGE_SHOWN, '三、附则'],
  },
  {
    name: 'plain text as a part',
    body: p('一、总则') + CHUNK,
    parts: chunk('part.txt', '二、责任\r\n三、附则'),
    shown: ['一、总则', '二、责任', '三、附则'],
  },
  {
    name: 'a part that nobody reads',
    body: p('一、总则') + CHUNK,
    parts: chunk('part.rtf', '{\\rtf1 x}'),
    shown: ['一、总则'],
    told: [['part-unread', '段1']],
  },
  {
    name: 'a document that is put in from another file',
    body: `${p('一、总则')}<w:subDoc r:id="rId5"/>`,
    parts: relations(['rId5', 'subDocument', 'part.docx']),
    shown: ['一、总则'],
    told: [['part-unread', '段1']],
  },
  {
    name: 'a part that is not there',
    body: p('一、总则') + CHUNK,
    shown: ['一、总则'],
    told: [['part-unread', '段1']],
  },

  // Fields.
  {
    name: 'a number in a circle',
    body: para(field('eq \\o\\ac(○,3)'), r('新建泵站')),
    shown: ['③新建泵站'],
  },
  {
    name: 'a number in a circle, its instruction in several runs',
    body: para(char('begin'), instr(' eq \\o\\ac('), instr('○'), instr(',12) '), char('end'), r('巡查')),
    shown: ['⑫巡查'],
  },
  {
    name: 'a word in a circle that has no sign of its own',
    body: para(field('eq \\o\\ac(○,渝)'), r('字号')),
    shown: ['字号'],
    unread: [['eq \\o\\ac(○,渝)', '段1']],
  },
  { name: 'a fraction as a field', body: para(r('完成'), field('EQ \\f(1,2)')), shown: ['完成½'] },
  { name: 'a power as a field', body: para(r('5万m'), field('EQ \\s\\up5(2)')), shown: ['5万m²'] },
  {
    name: 'how a word is read, as a field',
    body: para(r('在'), field('EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(pīng),砯)'), r('石')),
    shown: ['在砯石'],
    aside: [['comment', 'pīng']],
  },
  {
    name: 'a formula that nobody reads',
    body: para(r('取'), field('EQ \\i(0,1,x)')),
    shown: ['取'],
    unread: [['EQ \\i(0,1,x)', '段1']],
  },
  {
    name: 'a sign by its number',
    body: para(r('合格率'), field('SYMBOL 179 \\f "Symbol" \\s 12'), r('95%')),
    shown: ['合格率≥95%'],
  },
  {
    name: 'a sign by its number in Unicode',
    body: para(field('SYMBOL 8805 \\u'), r('95%')),
    shown: ['≥95%'],
  },
  {
    name: 'a list to choose from',
    body: para(
      r('牵头单位：'),
      field(
        'FORMDROPDOWN',
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="区水利局"/><w:listEntry w:val="区林业局"/></w:ddList></w:ffData>',
      ),
    ),
    shown: ['牵头单位：区林业局'],
  },
  {
    name: 'a list to choose from, as it was made',
    body: para(
      r('牵头单位：'),
      field('FORMDROPDOWN', '<w:ffData><w:ddList><w:listEntry w:val="区水利局"/></w:ddList></w:ffData>'),
    ),
    shown: ['牵头单位：区水利局'],
  },
  {
    name: 'boxes to tick',
    body: para(
      field(
        'FORMCHECKBOX',
        '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>',
      ),
      r('是'),
      field('FORMCHECKBOX', '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'),
      r('否'),
    ),
    shown: ['☒是☐否'],
  },
  {
    name: 'a place to click',
    body: para(r('牵头单位：'), field('MACROBUTTON NoMacro 区水利局')),
    shown: ['牵头单位：区水利局'],
  },
  {
    name: 'a number that Word counts',
    body: para(field('AUTONUM \\* Arabic'), r('甲事')),
    shown: ['甲事'],
    told: [['numbering-unreadable', '段1']],
  },
  {
    name: 'a day that is put in when the file is opened',
    body: para(r('截至'), field('DATE \\@ "yyyy年M月d日"')),
    shown: ['截至'],
    told: [['field-unread', '段1']],
  },
  {
    name: 'fields that show nothing',
    body: para(field('XE "索引"'), r('甲事'), field('TC "目录"')),
    shown: ['甲事'],
  },
  {
    name: 'a field with its result',
    body: para(r('见第'), answered('PAGEREF a', '7'), r('页')),
    shown: ['见第7页'],
  },
  {
    name: 'a field inside the instruction of another',
    body: para(
      r('共'),
      char('begin'),
      instr('= '),
      answered('REF a', '3'),
      instr(' + 4'),
      char('separate'),
      r('7'),
      char('end'),
      r('项'),
    ),
    shown: ['共7项'],
    aside: [['invisible', '3']],
  },
  {
    name: 'a field without an end',
    body: para(r('甲'), char('begin'), r('乙')) + p('丙'),
    shown: ['甲乙', '丙'],
  },
  { name: 'a simple field without result', body: para('<w:fldSimple w:instr="EQ \\f(3,4)"/>'), shown: ['¾'] },

  // Raised, lowered, formulas.
  {
    name: 'a power',
    body: para(r('蓄水10'), run('<w:vertAlign w:val="superscript"/>', '4'), r('立方米')),
    shown: ['蓄水10⁴立方米'],
  },
  {
    name: 'a power that a style raises',
    body: para(r('10'), run('<w:rStyle w:val="Up"/>', '-3')),
    parts: styles(style('Up', 'character', '<w:vertAlign w:val="superscript"/>')),
    shown: ['10⁻³'],
  },
  {
    name: 'a unit',
    body: para(r('5万m'), run('<w:vertAlign w:val="superscript"/>', '2'), r('厂房')),
    shown: ['5万m²厂房'],
  },
  {
    name: 'a substance',
    body: para(r('减排CO'), run('<w:vertAlign w:val="subscript"/>', '2'), r('10万吨')),
    shown: ['减排CO₂10万吨'],
  },
  {
    name: 'a cell that is raised as a whole',
    body: tbl(tr(tc(para(run('<w:vertAlign w:val="superscript"/>', '50处'))), tc('乙'))),
    shown: [[['50处', '乙']]],
  },
  { name: 'a fraction', body: para(r('完成'), math(fraction(mr('1'), mr('2')))), shown: ['完成½'] },
  {
    name: 'a mixed number',
    body: para(r('3'), math(fraction(mr('5'), mr('16'))), r('公里')),
    shown: ['3⁵⁄₁₆公里'],
  },
  {
    name: 'a quotient of words',
    body: para(r('完成率='), math(fraction(mr('完成数'), mr('甲+乙')))),
    shown: ['完成率=完成数/(甲+乙)'],
  },
  {
    name: 'powers and roots in a formula',
    body: para(
      math(
        `<m:sSup><m:e>${mr('10')}</m:e><m:sup>${mr('4')}</m:sup></m:sSup>${mr('+')}<m:rad><m:deg/><m:e>${mr('2')}</m:e></m:rad>`,
      ),
    ),
    shown: ['10⁴+√2'],
  },
  {
    name: 'brackets of a formula',
    body: para(
      math(`<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${mr('0，1')}</m:e></m:d>`),
    ),
    shown: ['[0，1]'],
  },

  // Cells that a tracked change puts in, takes out, merges.
  {
    name: 'a cell that is taken out',
    body: tbl(HEAD, tr(tc('1'), tc('旧事', '<w:cellDel w:id="1"/>'), tc('甲事'), tc('区水利局'))),
    shown: [[HEAD_SHOWN, ['1', '甲事', '区水利局']]],
    aside: [['deleted', '旧事']],
    told: [['tracked-changes', '']],
  },
  {
    name: 'a cell that is put in',
    body: tbl(HEAD, tr(tc('1'), tc('甲事', '<w:cellIns w:id="1"/>'), tc('区水利局'))),
    shown: [[HEAD_SHOWN, ['1', '甲事', '区水利局']]],
    told: [['tracked-changes', '']],
  },
  {
    name: 'cells that a change merges',
    body: tbl(
      HEAD,
      tr(tc('1'), tc('甲事'), tc('区水利局', '<w:cellMerge w:id="1" w:vMerge="rest"/>')),
      tr(tc('2'), tc('乙事'), tc('', '<w:cellMerge w:id="2" w:vMerge="cont"/>')),
    ),
    shown: [[HEAD_SHOWN, ['1', '甲事', '区水利局'], ['2', '乙事']]],
    told: [['tracked-changes', '']],
  },
  {
    name: 'cells that a change parts',
    body: tbl(
      HEAD,
      tr(tc('1'), tc('甲事'), tc('区水利局', down(true))),
      tr(tc('2'), tc('乙事'), tc('区林业局', `${down(false)}<w:cellMerge w:id="2" w:vMergeOrig="cont"/>`)),
    ),
    shown: [[HEAD_SHOWN, ['1', '甲事', '区水利局'], ['2', '乙事', '区林业局']]],
    told: [['tracked-changes', '']],
  },
  {
    name: 'a row that is taken out',
    body: tbl(
      HEAD,
      row('<w:del w:id="1"/>', tc('1'), tc('旧事'), tc('区水利局')),
      tr(tc('2'), tc('甲事'), tc('区林业局')),
    ),
    shown: [[HEAD_SHOWN, ['2', '甲事', '区林业局']]],
    aside: [['deleted', '1旧事区水利局']],
    told: [['tracked-changes', '']],
  },

  // Hidden and struck out.
  {
    name: 'words that a style hides',
    body: para(r('甲事'), run('<w:rStyle w:val="Gone"/>', '内部'), r('乙事')),
    parts: styles(style('Base', 'character', '<w:vanish/>'), style('Gone', 'character', '', 'Base')),
    shown: ['甲事乙事'],
    aside: [['invisible', '内部']],
    told: [['words-hidden', '段1']],
  },
  {
    name: 'a paragraph that its style hides, and a run in it that is shown',
    body:
      p('内部', '<w:pStyle w:val="Gone"/>') +
      para('<w:pPr><w:pStyle w:val="Gone"/></w:pPr>', run('<w:vanish w:val="0"/>', '甲事')),
    parts: styles(style('Gone', 'paragraph', '<w:vanish/>')),
    shown: ['甲事'],
    aside: [['invisible', '内部']],
    told: [['words-hidden', '']],
  },
  {
    name: 'a style that hides in a style that hides',
    body: para('<w:pPr><w:pStyle w:val="Gone"/></w:pPr>', run('<w:rStyle w:val="Off"/>', '甲事')),
    parts: styles(style('Gone', 'paragraph', '<w:vanish/>'), style('Off', 'character', '<w:vanish/>')),
    shown: ['甲事'],
  },
  {
    name: 'hidden words in a cell',
    body: tbl(HEAD, tr(tc('1'), tc(para(r('甲事'), run('<w:vanish/>', '密'))), tc('区水利局'))),
    shown: [[HEAD_SHOWN, ['1', '甲事', '区水利局']]],
    aside: [['invisible', '密']],
    told: [['words-hidden', '表1/行2/列2']],
  },
  {
    name: 'a hidden row',
    body: tbl(
      HEAD,
      row('<w:hidden/>', tc('1'), tc('旧事'), tc('区水利局')),
      tr(tc('2'), tc('甲事'), tc('区林业局')),
    ),
    shown: [[HEAD_SHOWN, ['2', '甲事', '区林业局']]],
    aside: [['invisible', '1旧事区水利局']],
    told: [['words-hidden', '表1']],
  },
  {
    name: 'words struck out',
    body: para(r('由区水利局'), struck('、区林业局'), r('负责')) + para(run('<w:dstrike/>', '二、旧事')),
    shown: ['由区水利局负责'],
    aside: [
      ['deleted', '、区林业局'],
      ['deleted', '二、旧事'],
    ],
    told: [
      ['words-struck', '段1'],
      ['words-struck', '段1'],
    ],
  },
  {
    name: 'words struck out in a cell',
    body: tbl(HEAD, tr(tc('1'), tc('甲事'), tc(para(r('区水利局'), struck('、区林业局'))))),
    shown: [[HEAD_SHOWN, ['1', '甲事', '区水利局']]],
    aside: [['deleted', '、区林业局']],
    told: [['words-struck', '表1/行2/列3']],
  },
  {
    name: 'a row struck out, and the row behind it',
    body: tbl(
      HEAD,
      tr(tc(para(struck('1'))), tc(para(struck('旧'), struck('事'))), tc(para(struck('区水利局')))),
      tr(tc('2'), tc('甲事'), tc(para(r('区林业局'), struck('甲')))),
    ),
    shown: [[HEAD_SHOWN, ['2', '甲事', '区林业局']]],
    aside: [
      ['deleted', '甲'],
      ['deleted', '1　旧事　区水利局'],
    ],
    told: [
      ['words-struck', '表1/行3/列3'],
      ['row-struck', '表1'],
    ],
  },
  {
    name: 'a row struck out that begins a cell which goes on below it',
    body: tbl(
      HEAD,
      tr(tc(para(struck('1'))), tc('一类', down(true)), tc(para(struck('区水利局')))),
      tr(tc('2'), tc('', down(false)), tc('区林业局')),
      tr(tc('3'), tc('', down(false)), tc('区公安局')),
    ),
    shown: [[HEAD_SHOWN, ['2', '一类', '区林业局'], ['3', '区公安局']]],
    aside: [['deleted', '1　区水利局']],
    told: [['row-struck', '表1']],
  },

  // Merged cells as files have them.
  {
    name: 'a cell that goes on from none above',
    body: tbl(HEAD, tr(tc('1', down(false)), tc('甲事'), tc('区水利局', down(false)))),
    shown: [[HEAD_SHOWN, ['1', '甲事', '区水利局']]],
  },
  {
    name: 'a cell that goes on from a wider one',
    body: tbl(
      tr(tc('一、水利', down(true)), tc('甲事')),
      tr(tc('二、林业', across(2))),
      tr(tc('1', down(false)), tc('乙事')),
    ),
    shown: [[['一、水利', '甲事'], ['二、林业'], ['1', '乙事']]],
  },
  {
    name: 'cells merged across in the older way',
    body: tbl(HEAD, tr(tc('合计', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('区水利局'))),
    shown: [[HEAD_SHOWN, ['合计', '区水利局']]],
  },
  {
    name: 'rows that begin later and end earlier',
    body: tbl(
      HEAD,
      row('<w:gridBefore w:val="1"/>', tc('甲事'), tc('区水利局')),
      row('<w:gridAfter w:val="1"/>', tc('2'), tc('乙事')),
    ),
    shown: [[HEAD_SHOWN, ['', '甲事', '区水利局'], ['2', '乙事', '']]],
  },
  {
    name: 'words under a cell that is merged over them',
    body: tbl(
      HEAD,
      tr(tc('1'), tc('甲事'), tc('区水利局', down(true))),
      tr(tc('2'), tc('乙事'), tc('区林业局', down(false))),
    ),
    shown: [[HEAD_SHOWN, ['1', '甲事', '区水利局'], ['2', '乙事']]],
    unread: [['区林业局', '表1/行2/列3']],
  },

  // The same content twice (part 3, 10).
  {
    name: 'a picture for newer programs and words for older ones',
    body: para(r('甲'), `<w:r>${choice('wps', '<w:drawing/>', '<w:t>请升级</w:t>')}</w:r>`),
    shown: ['甲'],
    aside: [['invisible', '请升级']],
    told: [['words-hidden', '段1']],
  },
  {
    name: 'content for a program that is not Word',
    body: para(r('甲'), `<w:r>${choice('wpsCustomData', '<w:t>乙</w:t>', '<w:t>丙</w:t>')}</w:r>`),
    shown: ['甲丙'],
    aside: [['invisible', '乙']],
    told: [['words-hidden', '段1']],
  },
  {
    name: 'content for programs that are newer than those that need it',
    body: para(`<w:r>${choice('w14', '<w:t>甲</w:t>', '<w:t>甲</w:t>')}</w:r>`),
    shown: ['甲'],
  },

  // Lists.
  {
    name: 'a list that starts again',
    body: [1, 1, 2, 2, 1].map((id) => numbered('事', id)).join(''),
    parts: lists(list(7, lvl(0, '%1.')), num(1, 7), num(2, 7, startAt(0, 1))),
    shown: ['1.事', '2.事', '1.事', '2.事', '3.事'],
  },
  {
    name: 'a list that starts again on all levels',
    body:
      numbered('甲', 1) +
      numbered('子', 1, 1) +
      numbered('乙', 2) +
      numbered('丑', 2, 1) +
      numbered('寅', 2, 1),
    parts: lists(list(7, lvl(0, '%1.'), lvl(1, '%1.%2')), num(1, 7), num(2, 7, startAt(0, 1), startAt(1, 1))),
    shown: ['1.甲', '1.1子', '1.乙', '1.1丑', '1.2寅'],
  },
  {
    name: 'lists whose numbers are written in forms of their own',
    body: [1, 2, 3, 4, 5, 6, 7].map((id) => numbered('事', id)).join(''),
    parts: lists(
      ...[
        ['decimalEnclosedParen', '%1'],
        ['decimalEnclosedFullstop', '%1'],
        ['ideographEnclosedCircle', '%1'],
        ['chineseLegalSimplified', '%1、'],
        ['ideographDigital', '%1、'],
        ['numberInDash', '%1'],
        ['decimalHalfWidth', '%1.'],
      ].flatMap(([format, text], i) => [list(i + 1, lvl(0, text as string, format, 3)), num(i + 1, i + 1)]),
    ),
    shown: ['⑶事', '⒊事', '㊂事', '叁、事', '三、事', '- 3 -事', '3.事'],
  },

  // Tables beside and inside each other.
  {
    name: 'tables that float side by side',
    body:
      p('任务表') +
      floating(tr(tc('甲事'), tc('区水利局'))) +
      floating(tr(tc('乙事'), tc('区林业局'))) +
      p('注'),
    shown: ['任务表', [['甲事', '区水利局']], [['乙事', '区林业局']], '注'],
  },
  {
    name: 'tables in the cells of a table that only lays out the page',
    body: tbl(
      tr(tc(tbl(tr(tc('甲事'), tc('区水利局'))) + p('')), tc(tbl(tr(tc('乙事'), tc('区林业局'))) + p(''))),
    ),
    shown: [[['甲事', '区水利局']], [['乙事', '区林业局']]],
  },
  {
    name: 'a table in a text box',
    body: para(r('任务表'), box(tbl(tr(tc('甲事'), tc('区水利局'))))),
    shown: ['任务表', [['甲事', '区水利局']]],
    told: [['text-box', '']],
  },
  {
    name: 'a text box in a cell',
    body: tbl(HEAD, tr(tc('1'), tc('甲事'), tc(para(box(p('区水利局')))))),
    shown: [[HEAD_SHOWN, ['1', '甲事', '区水利局']]],
    told: [['text-box', '']],
  },

  // Beside the text.
  {
    name: 'footnotes, comments, heads and feet of pages',
    body: para(
      r('甲事'),
      '<w:r><w:footnoteReference w:id="2"/></w:r>',
      '<w:commentRangeStart w:id="0"/>',
      r('乙事'),
      '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    ),
    parts: {
      'word/footnotes.xml': ['w:footnotes', `<w:footnote w:id="2">${p('脚注')}</w:footnote>`],
      'word/comments.xml': ['w:comments', `<w:comment w:id="0">${p('批注')}</w:comment>`],
      'word/header1.xml': ['w:hdr', p('页眉')],
    },
    shown: ['甲事乙事'],
    aside: [
      ['page-margin', '页眉'],
      ['footnote', '脚注'],
      ['comment', '批注'],
    ],
    told: [['notes-aside', '']],
  },
];
