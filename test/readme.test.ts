// Every command that the READMEs and the pages of docs/ show is run as it stands there, and what documents name exists.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { emptyFolder, files, run } from './support/program.js';
import { seedBytes, smallSeed } from './support/seed.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const sh = promisify(execFile);

const documentsIn = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

/** Whoever uses the program reads these. */
const GUIDES = ['README.md', 'README.zh-CN.md', ...documentsIn('docs'), ...documentsIn('docs/zh-CN')];
const DOCUMENTS = [...new Set([...GUIDES, ...['.', 'docs/decisions', 'fixtures'].flatMap(documentsIn)])];

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const blocks = (file: string, language: string) =>
  [...read(file).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(
    ([, code]) => code as string,
  );
const commands = (file: string) => blocks(file, 'sh').flatMap((code) => code.trim().split('\n'));

/** The cells of every table row in a document. */
const tableRows = (file: string) =>
  [...read(file).matchAll(/^\| (.*) \|$/gm)].map(([, row]) => (row as string).split(' | '));
const quoted = (text: string) =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code as string);

/** A folder in which the program is installed, with the seed, or what stands for it. */
function installed(seed: string | Buffer): string {
  const folder = emptyFolder();
  const bin = join(folder, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(join(ROOT, 'bin', 'wulong-tasks.js'), join(bin, 'wulong-tasks'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'wulong-tasks'));
  for (const name of ['fixtures', 'bin', 'dist']) symlinkSync(join(ROOT, name), join(folder, name));
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(join(folder, 'seeds', 'wulong-2025-1.txt'), seed);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  return folder;
}

/** A clean checkout is installed by `npm ci`; here that has been done. */
const afterInstall = (command: string) => command.replace(/^npm ci && /, '');

/** How the program is called: as npm installs it, or as it lies in the unpacked release. */
const PROGRAM = /^(?:npx wulong-tasks|node bin\/wulong-tasks\.js) /;

/** Finds the program where npx finds it, without npm, which takes longer to start than the program. */
const LIKE_NPX = 'npx() { node_modules/.bin/"$@"; }; ';

/** What only a shell knows. */
const OF_SHELLS = /[&|<>'"$*]/;

/** Stands between what one example prints and what the next does. */
const BETWEEN = '-----';

/** A command without what makes no difference: two READMEs show the same ones. */
const meaning = (command: string) => command.replace(PROGRAM, '').replaceAll(/(?<=\S)\/(?= |$)/g, '');

describe('the READMEs and the pages of docs/', () => {
  it('show commands that work', async () => {
    const folder = installed(smallSeed());
    const all = GUIDES.flatMap(commands)
      .map(afterInstall)
      .filter((command) => command !== 'npm test');
    const shown = all.filter((one, i) => all.findIndex((other) => meaning(other) === meaning(one)) === i);
    expect(shown.length).toBeGreaterThan(25);
    const started = new Set<string>();
    for (const command of shown) {
      const [program = ''] = PROGRAM.exec(command) ?? [];
      expect(program, command).not.toBe('');
      // Each way to call the program is tried, by a shell; the other commands are run in a process that lives on.
      if (OF_SHELLS.test(command) || !started.has(program))
        await sh('sh', ['-c', (started.size > 0 ? LIKE_NPX : '') + command], { cwd: folder });
      else {
        const { code, stderr } = await run(folder, command.slice(program.length).split(' '));
        expect([command, code, code > 0 ? stderr : '']).toEqual([command, 0, '']);
      }
      started.add(program);
    }
    expect(files(folder)).toEqual(
      expect.arrayContaining([
        'wulong-tasks.json',
        '区应急管理局.xlsx',
        'out',
        'sheets',
        'report.html',
        '进展.html',
      ]),
    );
    expect(files(join(folder, 'sheets'))).toContain('总台账.xlsx');
  }, 300_000);

  it('parse the notice before they use the task book', () => {
    const needsBook =
      /^(?:npx wulong-tasks|node \S+) (?:units|tasks|export(?!.* --from)|overview|report|collect)/;
    const early = GUIDES.filter((file) => {
      const shown = commands(file).map(afterInstall);
      const first = shown.findIndex((command) => needsBook.test(command));
      const parsed = shown.findIndex((command) =>
        /^(?:npx wulong-tasks|node \S+) parse (?!.*(?:--json| -o ))/.test(command),
      );
      return first >= 0 && (parsed < 0 || parsed > first);
    });
    expect(early).toEqual([]);
  });
});

describe('README.zh-CN.md', () => {
  it('shows lines that mean the same in cmd, in PowerShell and in bash', () => {
    const shown = ['README.zh-CN.md', ...documentsIn('docs/zh-CN')].flatMap(commands);
    expect(shown.length).toBeGreaterThan(20);
    // No joining of commands, no redirection, no quotes, no variables, no escapes.
    expect(shown.filter((line) => /[&|<>;'"$`\\%^(){}]/.test(line))).toEqual([]);
    // PowerShell runs no script of npm where nobody has allowed it.
    expect(
      commands('README.zh-CN.md').filter((line) => !line.startsWith('node bin/wulong-tasks.js ')),
    ).toEqual([]);
  });
});

describe('README.md', () => {
  it('shows how to run the tests, and that is what they run by', () => {
    expect(commands('README.md')).toContain('npm ci && npm test');
    expect(JSON.parse(read('package.json'))).toMatchObject({
      scripts: { test: 'vitest run', prepare: 'npm run build' },
    });
    const ci = read('.ci/run');
    expect(ci.indexOf('npm test')).toBeGreaterThan(ci.indexOf('npm ci'));
  });

  it('shows library code that works', async () => {
    const folder = installed(seedBytes());
    symlinkSync(join(folder, 'seeds', 'wulong-2025-1.txt'), join(folder, 'notice.txt'));
    const [code] = blocks('README.md', 'ts');
    writeFileSync(join(folder, 'example.mjs'), code as string);
    const { stdout, stderr } = await sh(process.execPath, ['example.mjs'], { cwd: folder });
    expect(Number(stdout)).toBe(94);
    expect(stderr).toContain('notice.txt:358:2 lead-inherited');
  });
});

describe('docs/library.md', () => {
  it('shows code that runs', async () => {
    const folder = installed(smallSeed());
    symlinkSync(join(folder, 'seeds', 'wulong-2025-1.txt'), join(folder, 'notice.txt'));
    // Each is a module of its own; one process runs them all, because to load the library takes longer than they do.
    const examples = blocks('docs/library.md', 'ts').map((code, i) => {
      writeFileSync(join(folder, `example${i}.mjs`), code);
      return `await import('./example${i}.mjs');`;
    });
    writeFileSync(join(folder, 'all.mjs'), examples.join(`\nconsole.log('${BETWEEN}');\n`));
    const { stdout } = await sh(process.execPath, ['all.mjs'], { cwd: folder });
    const answers = stdout.split(BETWEEN).map((answer) => answer.trim());
    // 94 rows, a header and what stands behind the last line break.
    expect(answers[0]).toMatch(/^\d+ 区水利局 \d+$/);
    expect(answers[1]).toContain("undefined [ 'file-empty' ]");
    expect(answers[2]).toMatch(/^wulong-tasks\/roll-up@\d+ \[ '区水利局\.xlsx' \] true$/);
    expect(answers[3]).toMatch(/^任务：新增 \d+.*\n区水利局$/);
  });

  it('says what the library declares: npm run reference writes it', async () => {
    await sh(process.execPath, ['scripts/reference.js', '--check'], { cwd: ROOT });
  });
});

describe('documents', () => {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-');

  it('link to what there is', () => {
    const broken = DOCUMENTS.flatMap((file) => {
      const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
      const missing = links.filter(([, path = '', anchor]) => {
        const target = path === '' ? file : join(dirname(file), path);
        if (!existsSync(join(ROOT, target))) return true;
        const headings = () =>
          [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, text]) => slug(text as string));
        return anchor !== undefined && !headings().includes(anchor);
      });
      return missing.map(([link]) => `${file}${link}`);
    });
    expect(broken).toEqual([]);
  });

  it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s names files that there are', (file) => {
    const paths = quoted(read(file)).flatMap((code) => {
      const [top = ''] = /^[\w-]+(?=\/)/.exec(code) ?? [];
      if (!/^[\w./-]+\.\w+$/.test(code) || top === '') return [];
      return existsSync(join(ROOT, 'src', top)) ? [join('src', code)] : [code];
    });
    expect(paths.filter((path) => !path.startsWith('dist/') && !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('ARCHITECTURE.md has every folder of src/, with files that are there', () => {
    const rows = tableRows('ARCHITECTURE.md').flatMap(([folder = '', , rules = '']) => {
      const [, name] = /^`(\w+)\/`$/.exec(folder) ?? [];
      return name === undefined ? [] : [{ name, rules }];
    });
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((it) => it.isDirectory());
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
    const named = rows.flatMap(({ name, rules }) => quoted(rules).map((path) => join('src', name, path)));
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('GLOSSARY.md names types that are declared where it says', () => {
    const types = tableRows('GLOSSARY.md').flatMap(([, , , type = '']) => {
      const [, name = '', field = '', file] = /^`(\w+)\.?([\w-]*)` in `(.*)`$/.exec(type) ?? [];
      return file === undefined ? [] : [{ type, name, field, file }];
    });
    expect(types.length).toBeGreaterThan(80);
    const missing = types.filter(({ name, field, file }) => {
      const path = join('src', file);
      if (!existsSync(join(ROOT, path))) return true;
      const source = read(path);
      const declared = new RegExp(`\\b(?:type|interface|const|class) ${name}\\b`).test(source);
      return !declared || !new RegExp(`(?<![\\w-])${field}(?![\\w-])`).test(source);
    });
    expect(missing.map(({ type }) => type)).toEqual([]);
  });
});
