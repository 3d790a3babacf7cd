import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync, strToU8 } from 'fflate';
import { rolldown } from 'rolldown';
import { FOR_BROWSERS, TARGETS } from './browser.js';
import { cmapsPlugin } from './cmaps.js';
import { licencesOf } from './licences.js';
import { pagePlugin } from './page.js';
import { onLog } from './quiet.js';
import { yamlPlugin } from './yaml.js';

const plugins = [yamlPlugin, pagePlugin, cmapsPlugin];

/** Nothing of these is ever asked for: the tool does not read Word files a second time, and linkedom draws nothing. */
const LEFT_OUT = { mammoth: false, canvas: false };

/** A program as one text, and the files that it was made of. */
async function programOf(input, options) {
  const bundle = await rolldown({ onLog, ...options, input, plugins });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  return output[0];
}

/** Writes the tool that runs in a browser as one HTML file. */
export async function writeApp(file, version) {
  const [worker, page, document] = await Promise.all([
    programOf('src/app/worker.ts', {
      ...FOR_BROWSERS,
      resolve: { alias: { ...FOR_BROWSERS.resolve.alias, ...LEFT_OUT } },
    }),
    programOf('src/app/client/main.tsx', { platform: 'browser', transform: { target: TARGETS } }),
    documentWriter(),
  ]);
  const licences = await licencesOf([...worker.moduleIds, ...page.moduleIds]);
  const styles = await Promise.all(
    ['src/write/html/page.css', 'src/app/app.css'].map((path) => readFile(path, 'utf8')),
  );
  const html = document({
    script: page.code,
    style: styles.map(bare).join('\n'),
    worker: packed(worker.code),
    licences: packed(licences),
    version,
  });
  await writeFile(file, html);
}

/** A style sheet without what only its readers need: comments, indents and empty lines. */
function bare(style) {
  return style.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s+/g, '\n');
}

/** Packed; the same text always gives the same. */
function packed(text) {
  return gzipSync(strToU8(text), { level: 9, mtime: 0 });
}

/** What puts the parts of the file together. */
async function documentWriter() {
  const bundle = await rolldown({
    onLog,
    input: 'src/app/document.tsx',
    platform: 'node',
    plugins,
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  const { toolDocument } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
  return toolDocument;
}
