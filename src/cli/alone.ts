import { isFile, isFolder } from './files.js';

/** A path as it is written on a command line: in quotes where it has blanks, which every shell takes. */
const written = (path: string) => (/[\s&()（）]/.test(path) ? `"${path}"` : path);

/** What can be done with a file or a folder, by the commands; nothing where there is none of that name. */
export async function whatToDo(path: string): Promise<string | undefined> {
  const name = written(path);
  if (await isFile(path))
    return lines(`“${path}”是一份文件，还没有说做什么。可以：`, [
      [`wulong-tasks parse ${name}`, '读这份通知：有几项任务、每个字归在哪里，写出 wulong-tasks.json'],
      [`wulong-tasks export --all --from ${name} -o 清单`, '给每个单位出一份 Excel 清单，放在“清单”文件夹'],
      [`wulong-tasks export 某单位 --from ${name}`, '只出一个单位的'],
      [`wulong-tasks build ${name} -o 清单`, '一次写全；通知修订后再运行，填过的都带过来'],
      [`wulong-tasks check ${name}`, '发文前查自相矛盾、漏填、照抄的地方'],
    ]);
  if (await isFolder(path))
    return lines(`“${path}”是一个文件夹，还没有说做什么。可以：`, [
      [`wulong-tasks build ${name} -o 清单`, '里面是通知：每份通知的清单写到“清单”的一个子文件夹'],
      [`wulong-tasks collect ${name} -o 汇总.xlsx`, '里面是各单位填好发回的清单：汇总'],
    ]);
  return undefined;
}

function lines(head: string, all: readonly (readonly [command: string, what: string])[]): string {
  return [head, ...all.flatMap(([command, what]) => [`  ${command}`, `      ${what}`])].join('\n');
}
