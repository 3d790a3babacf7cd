/** The version of the task book's form; a book with another one is refused, not guessed at. */
export const TASK_BOOK_SCHEMA = 'wulong-tasks/task-book@4';

/** The version of the task sheet's form in JSON. */
export const TASK_SHEET_SCHEMA = 'wulong-tasks/task-sheet@5';

/** The version of the form in which returned sheets are rolled up. */
export const ROLL_UP_SCHEMA = 'wulong-tasks/roll-up@4';

/** The version of the form in which two notices are compared. */
export const REVISION_SCHEMA = 'wulong-tasks/revision@2';
