/** Why a file could not be read or written, by what `reasonOf` says of it. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘只读',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EFBIG: '超过了文件大小的上限',
  EBUSY: '正被别的程序占用',
  EEXIST: '同名的文件挡住了文件夹',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EISDIR: '是文件夹，不是文件',
  EIO: '磁盘读写出错',
  ELOOP: '链接绕成了圈',
  EPIPE: '接收的程序已经关闭',
  EMFILE: '打开的文件太多',
  ENAMETOOLONG: '名字太长',
  'not-a-file': '不是文件',
};

/** The reason in Chinese where it is a usual one, else as the operating system gives it, and said to be its words. */
export function reasonWords(reason: string): string {
  return REASONS[reason] ?? `系统提示：${reason}`;
}
