// Bytes as text that may stand in a script element: five signs for four bytes. Base64 takes a fifteenth more.

/** Signs of ASCII that need no escape, and no end of an element can be made of: 85 of them. */
const SIGNS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((sign) => !'<>&"\'\\`$/'.includes(sign))
  .join('');

/** Bytes as text; behind it stands how many of the last four are no bytes of it. */
export function asText(bytes: Uint8Array): string {
  const spare = (4 - (bytes.length % 4)) % 4;
  const whole = new Uint8Array(bytes.length + spare);
  whole.set(bytes);
  const view = new DataView(whole.buffer);
  const parts: string[] = [];
  for (let at = 0; at < whole.length; at += 4) {
    let number = view.getUint32(at);
    let signs = '';
    for (let i = 0; i < 5; i++) {
      signs = SIGNS[number % 85] + signs;
      number = Math.floor(number / 85);
    }
    parts.push(signs);
  }
  return parts.join('') + spare;
}

/** The bytes in such a text. */
export function fromText(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < SIGNS.length; i++) values[SIGNS.charCodeAt(i)] = i;
  const count = (text.length - 1) / 5;
  const view = new DataView(new ArrayBuffer(count * 4));
  for (let n = 0; n < count; n++) {
    let number = 0;
    for (let i = 0; i < 5; i++) number = number * 85 + (values[text.charCodeAt(n * 5 + i)] ?? 0);
    view.setUint32(n * 4, number);
  }
  return new Uint8Array(view.buffer, 0, count * 4 - Number(text.at(-1)));
}
