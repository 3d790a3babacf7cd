/** How often a law is tried: enough to find a planted fault, and more by `npm run fuzz`, which sets FUZZ to how many times. */
export function runs(usual: number): number {
  return usual * Number(process.env['FUZZ'] ?? 1);
}
