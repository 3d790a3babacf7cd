/** Why the operating system failed a call: its code, or what it says where it has none. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as Error & { code?: string };
  return code ?? message;
}
