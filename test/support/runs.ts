/** How often a law is tried: more by `npm run fuzz`, which sets FUZZ to how many times as often. */
export function runs(usual: number): number {
  return usual * Number(process.env['FUZZ'] ?? 1);
}
