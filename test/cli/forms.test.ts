// The built program reads every form: bundled, a package may have other exports than in node_modules.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx, p, tbl, tc, tr } from '../support/docx.js';
import { emptyFolder, run, telling } from '../support/program.js';

const FORMS = fileURLToPath(new URL('../../fixtures/wulong-2025-1/forms/', import.meta.url));

/** It must be refused (fixtures/README.md). */
const REFUSED = ['libreoffice.txt'];
/** One table of it cannot be read without guessing; the other five can. */
const IN_PART = 'pandoc-wrapped.txt';

describe.each(readdirSync(FORMS))('the program, given %s', (form) => {
  it(REFUSED.includes(form) ? 'refuses it' : 'reads it', async () => {
    const { code, stdout, stderr } = await run(emptyFolder(), ['parse', join(FORMS, form), '--json']);
    expect(stderr).not.toContain('[internal]');
    if (REFUSED.includes(form)) return expect(code).toBe(3);
    expect(code).toBe(form === IN_PART ? 1 : 0);
    expect((JSON.parse(stdout) as { tasks: unknown[] }).tasks).toHaveLength(form === IN_PART ? 100 : 121);
  });
});

/** A text in GBK, for which Node has a decoder only. */
function inGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, number[]>();
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      codes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
    }
  }
  return Buffer.from(Array.from(text).flatMap((char) => codes.get(char) ?? Array.from(Buffer.from(char))));
}

describe('the program, given CSV', () => {
  it('reads what Excel saves in the system’s encoding, or as Unicode text, and carries it over', async () => {
    const folder = emptyFolder();
    const notice = fileURLToPath(new URL('../../seeds/wulong-2025-1.txt', import.meta.url));
    const args = ['export', '--from', notice, '--unit', '白马镇', '--csv'];
    await run(folder, args);
    const path = join(folder, '白马镇.csv');
    const filled = readFileSync(path, 'utf8').replace(
      /,,,,,,,,(?=,[\w ]{8,400}\r\n)/,
      ',张三,,2025/6/3,已完成,,,,',
    );
    const tabs = filled
      .replace(
        /("(?:[^"]|"")*")|,/g,
        (found, quoted: string | undefined) => quoted ?? found.replace(',', '\t'),
      )
      .slice(1);
    const texts = [
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(tabs, 'utf16le')]),
      inGbk(filled.slice(1)),
    ];
    for (const text of texts) {
      writeFileSync(path, text);
      const { code, stderr } = await run(folder, args);
      expect([code, stderr]).toEqual([0, '已写入 白马镇.csv\n带过来填报内容 3 处\n']);
      expect(readFileSync(path, 'utf8')).toContain(',张三,,2025-06-03,已完成,');
    }
  });
});

describe('a Word file that is read twice', () => {
  const HEAD = tr(tc('序号'), tc('任务'), tc('牵头单位'));
  const notice = (cell: string) =>
    p('某府发〔2026〕1号') +
    p('某县人民政府关于印发分工方案的通知') +
    tbl(HEAD, tr(tc('1'), tc('甲事'), cell));
  const changed = tc(
    '<w:p><w:r><w:t>县水利局</w:t></w:r><w:ins w:id="1"><w:r><w:t>、县林业局</w:t></w:r></w:ins></w:p>',
  );

  it('says that both agree, and writes the same task book', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.docx'), docx(notice(changed)));
    const plain = await run(folder, ['parse', 'a.docx', '-o', '-']);
    const twice = await run(folder, ['parse', 'a.docx', '-o', '-', '--cross-check']);
    expect(twice.stderr).toMatch(telling('cross-checked', 'a.docx'));
    expect(twice.stderr).not.toContain('readers-differ');
    expect(twice.stdout).toBe(plain.stdout);
    expect([twice.code, plain.code]).toEqual([0, 0]);
  });

  it('is told where they differ, by build --check without being asked', async () => {
    const folder = emptyFolder();
    // Two documents in one file: we take the first, the other reader the one that the file names.
    const { 'word/document.xml': main, '_rels/.rels': relations, ...rest } = unzipSync(docx(notice(changed)));
    const other = strFromU8(main as Uint8Array).replace('甲事', '乙事');
    const file = zipSync({
      ...rest,
      'word/document.xml': main as Uint8Array,
      'word/document9.xml': strToU8(other),
      '_rels/.rels': strToU8(strFromU8(relations as Uint8Array).replace('document.xml', 'document9.xml')),
    });
    writeFileSync(join(folder, 'a.docx'), file);
    const told = await run(folder, ['parse', 'a.docx', '--cross-check']);
    expect(told.stderr).toMatch(telling('readers-differ', 'a.docx#表1/行2/列2'));
    expect(told.stderr).toContain('本程序读成“甲事”，另一个程序（mammoth）读成“乙事”');
    expect(told.code).toBe(1);
    expect((await run(folder, ['build', 'a.docx', '-o', 'out'])).stderr).not.toContain('readers-differ');
    const checked = await run(folder, ['build', 'a.docx', '-o', 'out', '--check']);
    expect(checked.stdout).toContain('out 是最新的。');
    expect(checked.stderr).toMatch(telling('readers-differ', 'a.docx#表1/行2/列2'));
    expect(checked.code).toBe(1);
  });
});
