// Records of an Excel 97 workbook ([MS-XLS] 2.4).

const BOF = 0x0809;
const EOF = 0x000a;
const BOUNDSHEET = 0x0085;
export const CONTINUE = 0x003c;

export interface BiffRecord {
  readonly kind: number;
  readonly at: number;
  readonly data: DataView;
}

/** @param stream the stream of a workbook */
export function recordsOf(stream: Uint8Array): BiffRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: BiffRecord[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const size = Math.min(view.getUint16(at + 2, true), stream.length - at - 4);
    const data = new DataView(stream.buffer, stream.byteOffset + at + 4, size);
    records.push({ kind: view.getUint16(at, true), at, data });
    at += 4 + size;
  }
  return records;
}

/** Every record of each worksheet, by its order among all; what a chart on it says of itself is left out. */
export function eachSheetRecord(
  records: readonly BiffRecord[],
  visit: (record: BiffRecord, sheet: number, index: number) => void,
): void {
  const starts = records.filter(({ kind }) => kind === BOUNDSHEET).map(({ data }) => data.getUint32(0, true));
  let sheet = -1;
  let depth = 0;
  for (const [i, record] of records.entries()) {
    const { kind, at } = record;
    if (kind === BOF) {
      if (depth === 0) sheet = starts.indexOf(at);
      depth++;
    } else if (kind === EOF) depth = Math.max(0, depth - 1);
    else if (depth === 1 && sheet >= 0) visit(record, sheet, i);
  }
}
