/** A short notice in Markdown whose one table has this text. */
export const waterNotice = (table: string) => `某府发〔2026〕9号

某县人民政府关于印发《2026年水利重点任务分工》的通知

各乡镇人民政府，县政府各部门：

现将《2026年水利重点任务分工》印发给你们，请认真贯彻执行。

某县人民政府

2026年3月5日

附件

2026年水利重点任务分工

${table}`;
