// The built program reads every form: bundled, a package may have other exports than in node_modules.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run } from '../support/program.js';

const FORMS = fileURLToPath(new URL('../../fixtures/wulong-2025-1/forms/', import.meta.url));

/** They must be refused (fixtures/README.md). */
const REFUSED = ['libreoffice.txt', 'pandoc-wrapped.txt'];

describe.each(readdirSync(FORMS))('the program, given %s', (form) => {
  it(REFUSED.includes(form) ? 'refuses it' : 'reads it', async () => {
    const { code, stdout, stderr } = await run(emptyFolder(), ['parse', join(FORMS, form), '--json']);
    expect(stderr).not.toContain('[internal]');
    if (REFUSED.includes(form)) return expect(code).toBe(3);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { tasks: unknown[] }).tasks).toHaveLength(121);
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
    const filled = readFileSync(path, 'utf8').replace(/,,,,,,,,(?=,\w{8}\r\n)/, ',张三,,2025/6/3,已完成,,,,');
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
