/** The bytes of a stream, which a container may hold as plain numbers. */
export function bytesAt(content: ArrayLike<number> | undefined): DataView {
  const bytes = content instanceof Uint8Array ? content : Uint8Array.from(content ?? []);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** So many characters of UTF-16 at a place. */
export function wideAt(view: DataView, at: number, count: number): string {
  return String.fromCharCode(...Array.from({ length: count }, (_, i) => view.getUint16(at + 2 * i, true)));
}
