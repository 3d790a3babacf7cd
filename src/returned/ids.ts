/** An id as the program makes it. */
const TASK_ID = /^T[0-9A-Z]{7}(?:-\d{1,3})?$/;
const MEASURE_ID = /^[一二三四五六七八九十百（）()\d.、A-Za-z条-]{1,16}$/;

/** An id as the program writes it: without what people and programs put around it, in its own letters. */
export function idIn(text: string): string {
  const own = text.trim();
  const plain = own
    .normalize('NFKC')
    .replace(/[\p{Cf}\s'’]/gu, '')
    .toUpperCase();
  return TASK_ID.test(plain) ? plain : own;
}

export function isTaskId(text: string): boolean {
  return TASK_ID.test(text);
}

/** Whether a text is what stands in 编号 of a row of the program's: an id, or those that hang on a question. */
export function isId(text: string): boolean {
  return text.split(/\s+/).every((each) => TASK_ID.test(each) || MEASURE_ID.test(each));
}
