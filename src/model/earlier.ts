/**
 * A diagnostic as this version keeps it. Earlier versions kept its words in `message`, and no arguments:
 * those words stay what is said.
 *
 * @param stored a diagnostic read from a file, of any version
 */
export function upgradeDiagnostic(stored: unknown): unknown {
  const isEarlier =
    typeof stored === 'object' && stored !== null && 'message' in stored && !('args' in stored);
  if (!isEarlier) return stored;
  const { code, message, ...rest } = stored as Record<string, unknown>;
  return { ...rest, code: 'told-earlier', args: { code, message } };
}
