import { matrixOf } from '../positions/matrix.js';
import type { PageReader } from './page.js';
import type { Pdfjs, PdfPage } from './pdfjs.js';

// The arguments are what the operator of that name has (ISO 32000-1, annex A), as pdf.js hands them on.
type Arguments = readonly never[];
type ProgramStep = (page: PageReader, args: Arguments) => void;

/** Runs a page's program. */
export function runProgram(
  pdfjs: Pdfjs,
  page: PageReader,
  { fnArray, argsArray }: Awaited<ReturnType<PdfPage['getOperatorList']>>,
): void {
  const steps = stepsOf(pdfjs);
  for (const [i, operator] of fnArray.entries())
    steps.get(operator)?.(page, (argsArray[i] ?? []) as Arguments);
}

/** What the operators of a page's program do, by the numbers of pdf.js; others draw nothing that is read. */
function stepsOf({ OPS }: Pdfjs): ReadonlyMap<number, ProgramStep> {
  return new Map<number, ProgramStep>([
    [OPS.save, (page) => page.save()],
    [OPS.restore, (page) => page.restore()],
    [OPS.transform, (page, args) => page.move(matrixOf(args))],
    [OPS.setGState, (page, [pairs]) => page.setState(pairs as never)],
    [OPS.setLineWidth, (page, [width]) => page.set('lineWidth', width as never)],

    [OPS.beginText, (page) => page.beginText()],
    [OPS.setTextMatrix, (page, args) => page.setTextMatrix(matrixOf(flat(args)))],
    [OPS.moveText, (page, [x, y]) => page.moveText(x as never, y as never)],
    [
      OPS.setLeadingMoveText,
      (page, [x, y]) => {
        page.set('leading', y as never);
        page.moveText(x as never, y as never);
      },
    ],
    [OPS.nextLine, (page) => page.nextLine()],
    [OPS.setLeading, (page, [leading]) => page.set('leading', -(leading as never))],
    [OPS.setFont, (page, [name, size]) => page.setFont(name as never, size as never)],
    [OPS.setCharSpacing, (page, [spacing]) => page.set('charSpacing', spacing as never)],
    [OPS.setWordSpacing, (page, [spacing]) => page.set('wordSpacing', spacing as never)],
    [OPS.setHScale, (page, [percent]) => page.set('scale', (percent as never) / 100)],
    [OPS.setTextRise, (page, [rise]) => page.set('rise', rise as never)],
    [OPS.setTextRenderingMode, (page, [mode]) => page.set('mode', mode as never)],
    [OPS.showText, (page, [glyphs]) => page.showText(glyphs as never)],

    [OPS.clip, (page) => page.clip()],
    [OPS.eoClip, (page) => page.clip()],
    [
      OPS.constructPath,
      (page, [operator, data, ranges]) => page.path(operator as never, (data as never)?.[0], ranges),
    ],
    [OPS.shadingFill, (page) => page.draw()],

    [OPS.paintFormXObjectBegin, (page, [matrix]) => page.beginForm(matrix as never)],
    [OPS.paintFormXObjectEnd, (page) => page.restore()],
    [OPS.beginGroup, (page) => page.save()],
    [OPS.endGroup, (page) => page.restore()],
    [
      OPS.beginAnnotation,
      (page, [id, , transform, matrix]) =>
        page.beginAnnotation(id as never, transform as never, matrix as never),
    ],
    [OPS.endAnnotation, (page) => page.endAnnotation()],
    [OPS.beginMarkedContent, (page, [tag]) => page.beginMarked(tag, undefined)],
    [OPS.beginMarkedContentProps, (page, [tag, properties]) => page.beginMarked(tag, properties)],
    [OPS.endMarkedContent, (page) => page.endMarked()],
  ]);
}

/** Six numbers, or a list of them. */
function flat(args: Arguments): ArrayLike<number> {
  const [first] = args as readonly (number | ArrayLike<number>)[];
  return typeof first === 'object' ? first : args;
}
