// Writes workbooks from a list of cells, as exceljs alone does it.
import { mkdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

const [, , list, folder] = process.argv;
mkdirSync(folder, { recursive: true });
for (const { name, sheets } of JSON.parse(readFileSync(list, 'utf8'))) {
  const workbook = new ExcelJS.Workbook();
  for (const { title, cells } of sheets) {
    const sheet = workbook.addWorksheet(title);
    for (const { row, column, value, style } of cells) {
      const cell = sheet.getCell(row, column);
      cell.value = value;
      cell.style = style;
    }
  }
  await workbook.xlsx.writeFile(`${folder}/${name}`);
}
