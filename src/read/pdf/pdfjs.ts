/** What is used of pdf.js. */
export type Pdfjs = typeof import('pdfjs-dist');
export type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** What pdf.js makes one of while it is loaded, and asks nothing of: it draws with it, and nothing is drawn. */
class NoMatrix {}

/**
 * Loads pdf.js to run here, in one thread: it would start a worker from a file of its own. It tells the terminal that
 * there is no canvas to draw on.
 */
export async function loadPdfjs(): Promise<Pdfjs> {
  const shared = globalThis as { DOMMatrix?: unknown };
  const { DOMMatrix } = shared;
  const { warn } = console;
  console.warn = () => {};
  shared.DOMMatrix ??= NoMatrix;
  try {
    // It leaves itself where the other half looks for it before it starts one.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as Pdfjs;
  } finally {
    console.warn = warn;
    if (DOMMatrix === undefined) delete shared.DOMMatrix;
  }
}
