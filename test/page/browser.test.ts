// The page as people use it: the built program writes it, Chromium opens it from disk. What is expected was read in
// the notice.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axeFindings,
  axeFindingsInTheDark,
  hasBrowser,
  openBrowser,
  openFile,
  smallTargets,
} from '../support/browser.js';
import { emptyFolder, folderWithBook, run } from '../support/program.js';
import { SEED, seedBytes, shortSeed, smallSeed } from '../support/seed.js';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Writes the page of a notice in a folder of its own. */
async function written(notice: string | Buffer, args: readonly string[] = []): Promise<string> {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'notice.txt'), notice);
  expect(await run(folder, ['report', '--from', 'notice.txt', ...args])).toMatchObject({ code: 0 });
  return join(folder, 'report.html');
}

const heading = (page: Page) => page.locator('.view:not([hidden]) h1').innerText();
const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash);
const numbers = (page: Page) =>
  page.locator('.tasks .where').evaluateAll((all) => all.map((each) => each.textContent?.split(' ')[1]));

describe.skipIf(!hasBrowser)('the page of the seed', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-'));
  const file = join(folder, 'report.html');
  beforeAll(async () => {
    expect(await run(folder, ['report', '--from', fileURLToPath(SEED)])).toMatchObject({ code: 0 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const open = (at = '', options = {}) => openFile(browser, file, at, options);
  /**
   * Pages of fewer rows, each written once: axe looks at every line, and these are of all kinds. The overview is of all units,
   * so that its charts and lists are as wide; the other views are those of a few.
   */
  const SHORTER = { short: shortSeed(3), small: smallSeed() };
  const shorter = new Map<string, Promise<string>>();
  const shorterPage = (notice: keyof typeof SHORTER) => {
    const made = shorter.get(notice) ?? writeShorter(notice);
    shorter.set(notice, made);
    return made;
  };
  const writeShorter = async (notice: keyof typeof SHORTER) => {
    writeFileSync(join(folder, `${notice}.txt`), SHORTER[notice]);
    const args = ['report', '--from', `${notice}.txt`, '-o', `${notice}.html`];
    expect(await run(folder, args)).toMatchObject({ code: 0 });
    return join(folder, `${notice}.html`);
  };

  it('opens with the overview, asks for nothing and complains of nothing', async () => {
    const { page, trouble } = await open();
    expect(statSync(file).size).toBeLessThan(600_000);
    expect(await page.title()).toContain('2025年全区安全生产、防灾减灾救灾和消防工作要点');
    await expect
      .poll(() => page.locator('main .tiles').first().innerText())
      .toMatch(/^121\s+项任务.*26\s+条正文/s);
    await expect.poll(() => page.getByRole('table').first().locator('tbody tr').count()).toBe(5);
    await expect.poll(() => page.locator('.wide .plot').count()).toBe(2);
    expect(trouble).toEqual([]);
  });

  it('forbids every request in its policy, and keeps to it', async () => {
    const { page, trouble } = await open();
    const [policy = ''] = /content="(default-src[^"]*)"/.exec(readFileSync(file, 'utf8'))?.slice(1) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^ ;]+'; style-src 'sha256-/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const refused = await page.evaluate(async () => {
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        directives.push(event.effectiveDirective),
      );
      new Image().src = 'http://127.0.0.1:9/x.png';
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
      try {
        document.body.innerHTML = '<b>markup</b>';
      } catch {
        directives.push('markup refused');
      }
      document.head.append(
        Object.assign(document.createElement('style'), { textContent: '*{display:none}' }),
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
      return directives;
    });
    expect(Array.from(new Set(refused)).sort()).toEqual([
      'connect-src',
      'img-src',
      'markup refused',
      'require-trusted-types-for',
      'style-src-elem',
    ]);
    expect(trouble.length).toBeGreaterThan(0);
  });

  it('goes to a unit by its address, and tells what its sheet tells', async () => {
    const { page } = await open('#区应急管理局');
    await expect.poll(() => heading(page)).toBe('区应急管理局');
    await expect
      .poll(() => page.locator('.part').first().locator('h2').innerText())
      .toMatch(/^牵头\s*59 项$/);
    // Its offices' duties are a part of their own.
    await expect
      .poll(() => page.locator('.part h2').allInnerTexts())
      .toContainEqual(expect.stringMatching(/^承办办公室/));
    // A name and the stop behind it are not parted: no line of a list of units begins with a stop.
    expect(
      await page
        .locator('.who dd')
        .evaluateAll(
          (all) =>
            all.filter((dd) =>
              Array.from(dd.childNodes).some(
                (node, i) => i > 0 && /^[、，；。]/.test(node.nodeType === 3 ? (node.textContent ?? '') : ''),
              ),
            ).length,
        ),
    ).toBe(0);
    await page.locator('nav a', { hasText: '总览' }).click();
    await page.locator('.directory a', { hasText: '区水利局' }).click();
    await expect.poll(() => heading(page)).toBe('区水利局');
    await expect.poll(() => hash(page)).toBe('#区水利局');
    // It asks what the sheet asks, apart from what there is to do.
    await expect.poll(() => page.locator('.found').innerText()).toBe('应办 9 项，另有待确认 85 项');
    const asked = page.locator('.asked summary');
    await expect
      .poll(() => asked.allInnerTexts())
      .toContainEqual(expect.stringMatching(/^本单位是不是“区安委会成员单位”？看它的 \d+ 项（.*） ?没有答$/));
    await page.goBack();
    await expect.poll(() => heading(page)).toContain('通知');
  });

  it('says so where an address leads to nothing', async () => {
    const { page, trouble } = await open('#%E0%A4%A');
    await expect.poll(() => heading(page)).toContain('没有找到');
    await page.goto(`file://${file}#区没有局`);
    await expect.poll(() => heading(page)).toBe('没有找到“区没有局”');
    await page.goto(`file://${file}#search`);
    await expect.poll(() => heading(page)).toBe('没有找到“search”');
    expect(trouble).toEqual([]);
  });

  it('leads from a unit in the notice to its tasks, and from a task to its row', async () => {
    const { page } = await open('#/通知');
    await page
      .locator('.notice .unit', { hasText: /^区水利局$/ })
      .first()
      .click();
    await expect.poll(() => heading(page)).toBe('区水利局');
    const task = page.locator('.tasks > li', { hasText: '堤防达标' });
    const figure = task.locator('.goal .figure', { hasText: '8处' });
    await expect.poll(() => figure.count()).toBe(1);
    await task.locator('.where').click();
    const row = page.locator('tr.target');
    await expect.poll(() => row.locator('td').nth(2).innerText()).toContain('平桥镇护岸、后坪乡堤防（护岸）');
    await expect.poll(() => row.evaluate((each) => each === document.activeElement)).toBe(true);
    await expect
      .poll(() => row.evaluate((each) => each.getBoundingClientRect().top))
      .toSatisfy((top: number) => top > 0 && top < 900);
  });

  it('finds by names, goals, units and pinyin, with what is searched for in the address', async () => {
    const { page } = await open();
    await page.getByRole('searchbox').fill('演练');
    await expect.poll(() => numbers(page)).toEqual(['12', '15', '20', '30', '31', '32', '33', '34']);
    expect(hash(page)).toBe('#/任务?q=演练');
    await expect
      .poll(() => page.locator('.units a').allInnerTexts())
      .toEqual(['三（十三）抓好应急预案修编和演练']);
    await page.getByRole('searchbox').fill('yjglj');
    await expect.poll(() => page.locator('.units a').allInnerTexts()).toEqual(['区应急管理局']);
    await expect.poll(() => numbers(page)).not.toEqual([]);
    // As an input method shows what is being typed.
    await page.getByRole('searchbox').fill("ying'ji guanlij");
    await expect.poll(() => page.locator('.units a').allInnerTexts()).toContain('区应急管理局');
    await page.getByRole('searchbox').fill('堤防 qushuiliju');
    await expect.poll(() => numbers(page)).toEqual(['16']);
    await page.reload();
    await expect.poll(() => numbers(page)).toEqual(['16']);
    expect(await page.getByRole('searchbox').inputValue()).toBe('堤防 qushuiliju');
    await page.getByRole('searchbox').fill('没有这样的事');
    await expect.poll(() => page.getByRole('status').innerText()).toContain('没有找到');
  });

  it('narrows a list by role, degree, table, kind and township, and keeps that in the address', async () => {
    const { page } = await open('#区水利局');
    await page.getByLabel('确定程度').selectOption('点名');
    await page.getByLabel('角色').selectOption('牵头');
    await expect.poll(() => page.getByRole('status').innerText()).toBe('共 4 项');
    await page.getByLabel('类别').selectOption('重点整治');
    await expect.poll(() => numbers(page)).toEqual(['16']);
    expect(hash(page)).toBe('#区水利局?role=lead&degree=named&table=2');
    await page.getByLabel('角色').selectOption('');
    await page.getByLabel('类别').selectOption('');
    await expect.poll(() => page.locator('.part h2').allInnerTexts()).toHaveLength(2);
    await page.goto(`file://${file}#/任务?table=2`);
    await page.getByRole('combobox', { name: '单位' }).selectOption('区公安局');
    await expect.poll(() => heading(page)).toBe('区公安局');
    expect(hash(page)).toBe('#区公安局?table=2');
    await page.goto(`file://${file}#/任务`);
    await page.getByLabel('点到的乡镇（街道）').selectOption('白马镇');
    await expect.poll(() => numbers(page)).toEqual(['18']);
    await page.getByLabel('点到的乡镇（街道）').selectOption('');
    await page.getByLabel('成果').selectOption('文件');
    await page.getByLabel('类别').selectOption('重要文件');
    await expect.poll(() => numbers(page)).toContain('2');
  });

  it('shows the tasks of a lead and a unit responsible behind a cell of the matrix', async () => {
    const { page } = await open();
    const cell = page.locator('.plot a', {
      has: page.locator('title', { hasText: '区消防救援局 牵头，区住房城乡建委 责任' }),
    });
    await cell.click();
    await expect.poll(() => numbers(page)).toEqual(['9']);
    expect(hash(page)).toBe('#/任务?lead=区消防救援局&responsible=区住房城乡建委');
    await page.getByRole('button', { name: '去掉条件：责任单位' }).click();
    await expect.poll(async () => (await numbers(page)).length).toBeGreaterThan(1);
    expect(hash(page)).toBe('#/任务?lead=区消防救援局');
  });

  it('can be used with the keyboard alone', async () => {
    const { page } = await open();
    const focused = () =>
      page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
    await page.keyboard.press('Tab');
    await expect.poll(() => focused()).toBe('跳到内容');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(hash(page)).toBe('');
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => focused()).toBe('search');
    await page.keyboard.type('slj');
    await expect.poll(() => page.locator('.units a').allInnerTexts()).toContain('区水利局');
    for (let i = 0; i < 12 && (await focused()) !== '区水利局'; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page)).toBe('区水利局');
    await expect.poll(() => focused()).toBe('区水利局');
  });

  const WIDE = { viewport: { width: 1920, height: 1080 } };

  it.each(['', '#区应急管理局', '#/任务?q=演练', '#/通知'])(
    'fits a phone and a wide screen: %s',
    async (at) => {
      const { page: phone, trouble } = await open(at, PHONE);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(trouble).toEqual([]);
      const { page } = await open(at, WIDE);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1920);
    },
  );

  it.each([
    ['on a phone', PHONE],
    ['on a wide screen', WIDE],
  ])('of fewer rows, but of all kinds, axe finds nothing %s', async (_, options) => {
    for (const [notice, views] of [
      ['short', [['', /项任务/]]],
      [
        'small',
        [
          ['#区应急管理局', /区应急管理局/],
          ['#/任务?q=应急', /应急/],
          ['#/通知', /通知/],
        ],
      ],
    ] as const) {
      const path = await shorterPage(notice);
      const { page, trouble } = await openFile(browser, path, views[0][0], options);
      for (const [at, shown] of views) {
        await page.goto(`file://${path}${at}`);
        await expect.poll(() => page.locator('.view:not([hidden])').innerText()).toMatch(shown);
        expect(await axeFindings(page), at).toEqual([]);
        // Colours are the same on every screen.
        if (options === PHONE) expect(await axeFindingsInTheDark(page), at).toEqual([]);
      }
      expect(trouble).toEqual([]);
    }
  });

  it.each([
    ['on a desk', {}],
    ['on a phone', PHONE],
  ])('has nothing to press that is too small for a finger, %s', async (_, options) => {
    const { page } = await open('', options);
    for (const at of ['#/总览', '#/任务', '#/通知', '#区水利局', '#区安委会成员单位']) {
      await page.goto(`file://${file}${at}`);
      expect(await smallTargets(page), at).toEqual([]);
    }
  });

  it('prints tasks on A4, all of them, without what is for the screen', async () => {
    const { page } = await open('#/任务');
    const onScreen = await page.locator('.tasks > li').count();
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        document.body.dataset['printed'] = String(document.querySelectorAll('.tasks > li').length);
      });
    });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox \[0 0 594\.\d+ 841\.\d+\]/);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.body.dataset['printed'])).toBe('121');
    expect(onScreen).toBe(50);
    await expect.poll(() => page.locator('.tasks > li').count()).toBe(50);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('header').isVisible()).toBe(false);
    await expect.poll(() => page.getByRole('search').count()).toBe(0);
    await page.goto(`file://${file}#区应急管理局`);
    await expect.poll(() => page.locator('.head.print').innerText()).toContain('武隆府发〔2025〕1号');
  });

  it('shows the overview and the notice where no script runs', async () => {
    const { page } = await open('', { javaScriptEnabled: false });
    await expect.poll(() => page.locator('.notice').isVisible()).toBe(true);
    await expect.poll(() => page.locator('#search').isVisible()).toBe(false);
    await expect.poll(() => page.locator('main > noscript, main .note').first().isVisible()).toBe(true);
  });

  it('opens with a unit where that is wanted', async () => {
    const { page } = await openFile(browser, await written(seedBytes(), ['--unit', '水利局']));
    await expect.poll(() => heading(page)).toBe('区水利局');
    await page.locator('nav a', { hasText: '总览' }).click();
    await expect.poll(() => heading(page)).toContain('通知');
  });

  it('shows who is late and what is done by a roll-up', async () => {
    const back = await folderWithBook();
    await run(back, ['export', '--unit', '区水利局', '--csv', '-o', 'back']);
    const sheet = join(back, 'back', '区水利局.csv');
    const [header = '', first = '', second = '', ...others] = readFileSync(sheet, 'utf8').split('\r\n');
    const filled = (row: string, due: string, status: string, said: string) =>
      row.replace(/,,,,,,,(?=,[\w ]{8,400}$)/, `,,${due},${status},${said},,,`);
    expect(filled(first, '', '已完成', '')).not.toBe(first);
    const rows = [
      header,
      filled(first, '', '已完成', '都办好了'),
      filled(second, '2025-03-31', '推进中', '还差一段'),
      ...others,
    ];
    writeFileSync(sheet, rows.join('\r\n'));
    expect(await run(back, ['collect', 'back', '--on', '2025-06-30', '-o', '汇总.json'])).toMatchObject({
      code: 0,
    });
    expect(await run(back, ['report', '--progress', '汇总.json'])).toMatchObject({ code: 0 });
    const { page, trouble } = await openFile(browser, join(back, 'report.html'));
    const progress = page.getByRole('region', { name: '各单位进展' });
    await expect
      .poll(() => progress.locator('tbody tr').allInnerTexts())
      .toEqual([
        // 滞后 stands before 未启动, as in the workbook; what the notice leaves open is counted apart.
        expect.stringMatching(/^区水利局\s+9\s+1\s+0\s+1\s+0\s+0\s+7\s+85\s+11\.1%/),
      ]);
    // From 31 March to 30 June there are 91 days.
    await expect
      .poll(() => page.getByRole('region', { name: '滞后' }).innerText())
      .toMatch(/\b91\b.*还差一段/s);
    await expect
      .poll(() => page.getByRole('heading', { name: '进展' }).innerText())
      .toBe('进展：到 2025年6月30日');
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`file://${join(back, 'report.html')}#区水利局`);
    await expect
      .poll(() => page.locator('.report.done').allInnerTexts())
      .toEqual([expect.stringContaining('都办好了')]);
    await page.getByRole('combobox', { name: '进展' }).selectOption('滞后');
    await expect
      .poll(() => page.locator('.report').allInnerTexts())
      .toEqual([expect.stringContaining('填的是“推进中”')]);
    expect(trouble).toEqual([]);
  });

  it('keeps whatever a notice says inert', async () => {
    const evil = [
      '<script>alert(1)</script>',
      '</script><script>alert(2)</script>',
      '</style><img src=x onerror=alert(3)>',
      '" onmouseover="alert(4)',
      "' onfocus='alert(5)' autofocus '",
      'javascript:alert(6)',
      '<!--<script>',
      ']]><svg/onload=alert(7)>',
      '</title><iframe src="javascript:alert(8)">',
      '&lt;script&gt;&#60;b&#62;',
      '{{constructor.constructor("alert(9)")()}}',
      '__proto__',
      'constructor',
      '\u2028</noscript>\u202e',
    ];
    const row = (text: string, i: number) =>
      `\n\t${i + 1}\n\t${text}名\n\t${text}目标100%\n\t${text}局\n\t${text}委\n\t${text}\n`;
    const notice = `某府发〔2025〕1号${evil[2]}\n关于${evil[8]}的通知\n各单位：\n${evil[1]}请办好。\n某政府\n2025年1月1日\n一、总体${evil[0]}\n（一）${evil[6]}。${evil[7]}要办好。\n附件\n${evil[3]}表\n一、${evil[2]}\n\t序号\n\t名称\n\t目标\n\t牵头单位\n\t责任单位\n\t备注\n${evil.map(row).join('')}`;
    const path = await written(notice);
    const { page, trouble } = await openFile(browser, path);
    const markup = () =>
      page.evaluate(() => [
        document.scripts.length,
        document.querySelectorAll('img, iframe, object, embed, base, link, form[action], [style], b b')
          .length,
        Array.from(document.querySelectorAll('*')).filter((each) =>
          each.getAttributeNames().some((name) => name.startsWith('on')),
        ).length,
        Array.from(document.querySelectorAll('a')).filter(
          (each) => !each.getAttribute('href')?.startsWith('#'),
        ).length,
      ]);
    expect(await markup()).toEqual([2, 0, 0, 0]);
    for (const at of [
      '#/任务',
      '#/通知',
      '#/任务?q=<script>',
      '#</script><script>alert(1)</script>',
      '#__proto__',
    ]) {
      await page.goto(`file://${path}${at}`);
      expect(await markup()).toEqual([2, 0, 0, 0]);
    }
    await page.goto(`file://${path}#/任务`);
    await expect.poll(() => page.locator('.tasks > li').count()).toBe(evil.length);
    await expect
      .poll(() => page.locator('.tasks .goal').first().innerText())
      .toBe('<script>alert(1)</script>目标100%');
    const links = await page.locator('.tasks > li').first().locator('.unit').all();
    await expect.poll(() => links[0]?.innerText()).toContain('<script>');
    for (const link of links) {
      const name = await link.innerText();
      await link.click();
      await expect.poll(() => heading(page)).toContain(name);
      await page.goBack();
    }
    expect(trouble).toEqual([]);
  });
});
