/** What is used of pdf.js. */
export type Pdfjs = typeof import('pdfjs-dist');
export type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/**
 * Loads pdf.js to run here, in one thread: it would start a worker from a file of its own. It tells the terminal that
 * there is no canvas to draw on, and nothing is drawn.
 */
export async function loadPdfjs(): Promise<Pdfjs> {
  const { warn } = console;
  console.warn = () => {};
  try {
    // It leaves itself where the other half looks for it before it starts one.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as Pdfjs;
  } finally {
    console.warn = warn;
  }
}
