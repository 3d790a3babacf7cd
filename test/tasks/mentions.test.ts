import { describe, expect, it } from 'vitest';
import { mentionFinder } from '../../src/tasks/mentions.js';

const unit = (name: string, ...aliases: string[]) => ({ name, kind: 'department' as const, aliases });

describe('units that a text mentions', () => {
  const find = mentionFinder([
    unit('区水利局', '河长办'),
    unit('区水利局水库中心'),
    unit('区安委会'),
    unit('区12.5办公室'),
  ]);
  const read = (text: string) =>
    find(text).map(({ unit: name, start, end }) => [name, text.slice(start, end)]);

  it('are found by any of their names, the longest of those that overlap', () => {
    expect(read('由区水利局水库中心会同区水利局、河长办办理')).toEqual([
      ['区水利局水库中心', '区水利局水库中心'],
      ['区水利局', '区水利局'],
      ['区水利局', '河长办'],
    ]);
  });

  it('are the members where a text says so', () => {
    expect(read('区安委会成员单位、区安委会各成员单位和区安委会')).toEqual([
      ['区安委会成员单位', '区安委会成员单位'],
      ['区安委会成员单位', '区安委会各成员单位'],
      ['区安委会', '区安委会'],
    ]);
  });

  it('are called just as they are written', () => {
    expect(read('区12.5办公室、区12x5办公室')).toEqual([['区12.5办公室', '区12.5办公室']]);
  });

  it('are none where nobody is known', () => {
    expect(mentionFinder([])('区水利局')).toEqual([]);
  });
});
