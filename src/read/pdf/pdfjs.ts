/** What is used of pdf.js. */
export type Pdfjs = typeof import('pdfjs-dist');
export type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** What pdf.js makes one of while it is loaded, and asks nothing of: it draws with it, and nothing is drawn. */
class NoMatrix {}

let loaded: Promise<Pdfjs> | undefined;

/** pdf.js, loaded once. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= load();
  return loaded;
}

/**
 * Loads pdf.js to run here, in one thread: it would start a worker from a file of its own. It tells the terminal that
 * there is no canvas to draw on, and puts functions of its own in the place of the engine's, for older engines: they
 * are put back, or JSON would take twenty times as long from then on.
 */
async function load(): Promise<Pdfjs> {
  const shared = globalThis as { DOMMatrix?: unknown };
  const { DOMMatrix } = shared;
  const { warn } = console;
  const own = [
    [JSON, { parse: JSON.parse, stringify: JSON.stringify }],
    [Array.prototype, { push: Array.prototype.push }],
    [Function.prototype, { toString: Function.prototype.toString }],
  ] as const;
  console.warn = () => {};
  shared.DOMMatrix ??= NoMatrix;
  try {
    // It leaves itself where the other half looks for it before it starts one.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as Pdfjs;
  } finally {
    console.warn = warn;
    for (const [owner, functions] of own) Object.assign(owner, functions);
    if (DOMMatrix === undefined) delete shared.DOMMatrix;
  }
}
