/** An element as its tags stand in a text. */
interface PrintedElement {
  readonly start: number;
  readonly end: number;
  /** What stands in its first tag behind the name, with the blank before it. */
  readonly attributes: string;
  readonly inner: string;
}

/**
 * The elements of a name, in order, each up to the first end tag of that name: none stands in another. By tags alone, as some
 * parts of workbooks are no XML; and each character is passed once.
 */
export function elementsIn(xml: string, name: string): PrintedElement[] {
  const [open, close] = [`<${name}`, `</${name}>`];
  const found: PrintedElement[] = [];
  let next = 0;
  for (let start = xml.indexOf(open); start >= 0; start = xml.indexOf(open, next)) {
    next = start + open.length;
    if (!ENDS_NAME.has(xml.charAt(next))) continue;
    const tagEnd = xml.indexOf('>', next);
    if (tagEnd < 0) break;
    const isEmpty = xml[tagEnd - 1] === '/';
    const stop = isEmpty ? tagEnd + 1 : xml.indexOf(close, tagEnd);
    // Where one has no end, none behind it has.
    if (stop < 0) break;
    const end = isEmpty ? stop : stop + close.length;
    found.push({
      start,
      end,
      attributes: xml.slice(next, isEmpty ? tagEnd - 1 : tagEnd),
      inner: isEmpty ? '' : xml.slice(tagEnd + 1, stop),
    });
    next = end;
  }
  return found;
}

const ENDS_NAME = new Set(' \t\r\n/>');

/** A text with each element of a name written anew. */
export function withElements(
  xml: string,
  name: string,
  written: (element: PrintedElement, printed: string) => string,
): string {
  let done = 0;
  const parts = elementsIn(xml, name).flatMap((element) => {
    const before = xml.slice(done, element.start);
    done = element.end;
    return [before, written(element, xml.slice(element.start, element.end))];
  });
  return parts.join('') + xml.slice(done);
}
