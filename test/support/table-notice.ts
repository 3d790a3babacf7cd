/** A short notice in Markdown whose one table has this text. */
export const tableNotice = (
  table: string,
  { number = '某府发〔2026〕9号', title = '2026年重点任务分工', year = 2026 } = {},
) => `${number}

某县人民政府关于印发《${title}》的通知

各乡镇人民政府，县政府各部门：

现将《${title}》印发给你们，请认真贯彻执行。

某县人民政府

${year}年3月5日

附件

${title}

${table}`;
