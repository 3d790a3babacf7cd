import type { Severity } from '../../model/diagnostic.js';

/** How grave a diagnostic is. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '注意',
  info: '提示',
};
