import { OutputFolder, papersOf, paperToFile, type RollUp, URGING_NAME } from '../node.js';
import { progress } from './progress.js';
import { tell, unwrap } from './terminal.js';

/**
 * Writes the papers of a roll-up to a folder, all or none. Those of the last time that there are no more are taken away,
 * unless somebody has changed them.
 */
export async function writePapers(
  path: string,
  rollUp: RollUp,
  { sign = '', force = false }: { sign?: string | undefined; force?: boolean },
): Promise<void> {
  const papers = papersOf(rollUp, sign);
  const folder = await OutputFolder.at(path, Date.now);
  if (!force) unwrap(await folder.check(papers.map(({ name }) => name)));
  const bar = await progress('写文书', papers.length);
  const writes: { name: string; content: Uint8Array }[] = [];
  try {
    for (const paper of papers) {
      writes.push({ name: paper.name, content: await paperToFile(paper, rollUp) });
      bar.step();
    }
  } finally {
    bar.stop();
  }
  const wanted = new Set(papers.map(({ name }) => name));
  const remove: { name: string; content: Uint8Array; over: Uint8Array }[] = [];
  const kept: string[] = [];
  for (const name of folder.names.filter((each) => each.startsWith(URGING_NAME) && !wanted.has(each))) {
    const { value: over } = await folder.read(name);
    if (!over) continue;
    if (folder.isChanged(name, over)) kept.push(name);
    else remove.push({ name, content: over, over });
  }
  unwrap(await folder.commit(writes, { remove }));
  tell(
    [
      `已写入 ${writes.length} 份文书，在 ${path}`,
      ...(remove.length > 0 ? [`去掉 ${remove.length} 份上次的、这次没有事项的督办单`] : []),
      ...(kept.length > 0 ? [`${kept.join('、')}这次没有事项，有人改过，没有动`] : []),
    ].join('；'),
  );
}
