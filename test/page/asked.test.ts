// The page asks a unit what its sheet asks, and counts as it counts.
import { describe, expect, it } from 'vitest';
import { type RollUp, rollUp, sheetFor } from '../../src/index.js';
import type { Page } from '../../src/model/page.js';
import type { Answer } from '../../src/model/sheet.js';
import { pageOf } from '../../src/page/index.js';
import { askedIn, isSurelyOwn, withAnswers } from '../../src/sheets/index.js';
import { seedBook } from '../support/seed.js';

const book = await seedBook();

const rollUpWith = (answers: RollUp['answers']): RollUp => ({ ...rollUp(book, []), answers });
const said = (
  unit: string,
  asked: string,
  task: string | null,
  answer: Answer,
): RollUp['answers'][number] => ({
  unit,
  asked,
  task,
  answer,
  note: '',
  at: { file: `${unit}.xlsx` },
});

/** What a page shows of a unit, in the terms of its sheet. */
const shownOf = ({ data }: Page, unit: string) => {
  const found = data.units.find(({ name }) => name === unit);
  const idOf = (row: number) => data.rows[row]?.id ?? '';
  const { questions = [], single = [], open = [] } = found?.asked ?? {};
  return {
    sure: (found?.concerns ?? []).filter(([, duty]) => data.duties[duty]?.part !== 'possible').length,
    open: open.map(idOf).sort(),
    single: single.map(idOf).sort(),
    questions: questions.map(({ group, rows, answer }) => [group, rows.map(idOf).sort(), answer]),
  };
};

describe('the page', () => {
  it('asks every unit what its sheet asks', () => {
    const page = pageOf(book);
    for (const { name } of page.data.units) {
      const sheet = sheetFor(book, name);
      const { rows, waiting } = askedIn(sheet);
      expect([name, shownOf(page, name)]).toEqual([
        name,
        {
          sure: sheet.rows.filter(isSurelyOwn).length,
          open: waiting.map(({ id }) => id).sort(),
          single: rows.map(({ id }) => id).sort(),
          questions: sheet.questions.map(({ group, rows: ids }) => [group, [...ids].sort(), null]),
        },
      ]);
    }
  });

  it('shows what was answered, and counts it as the sheet does', () => {
    const unit = '区水利局';
    const [single] = askedIn(sheetFor(book, unit)).rows;
    const answers = [
      said(unit, '区消安委成员单位', null, 'no'),
      said(unit, '区安委会成员单位', null, 'yes'),
      said(unit, single?.name ?? '', single?.id ?? '', 'no'),
    ];
    const shown = shownOf(pageOf(book, { rollUp: rollUpWith(answers) }), unit);
    const sheet = sheetFor(book, unit);
    const answered = withAnswers({
      ...sheet,
      questions: sheet.questions.map((question) => {
        const own = answers.find(({ asked, task }) => asked === question.group && task === null);
        return own ? { ...question, filled: { answer: { answer: own.answer } } } : question;
      }),
      rows: sheet.rows.map((row) =>
        row.id === single?.id ? { ...row, filled: { answer: { answer: 'no' as const } } } : row,
      ),
    });
    // Forty rows hang on 区安委会成员单位; of the 85 these are open no more, nor the four that hang on
    // 区消安委成员单位 alone, nor the one that was answered.
    expect([shown.sure, shown.open.length]).toEqual([
      answered.rows.filter(isSurelyOwn).length,
      askedIn(answered).open,
    ]);
    expect(shown.sure).toBeGreaterThan(9);
    expect(shown.questions.map(([group, , answer]) => [group, answer])).toEqual(
      sheet.questions.map(({ group }) => [
        group,
        group === '区安委会成员单位' ? 'yes' : group === '区消安委成员单位' ? 'no' : null,
      ]),
    );
  });
});
