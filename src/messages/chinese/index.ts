import type { Language } from '../language.js';
import { FINDINGS } from './findings.js';
import { NOTICE } from './notice.js';
import { READING } from './reading.js';
import { SHEETS } from './sheets.js';
import { USE } from './use.js';

/** What the program says in Chinese. */
export const CHINESE: Language = {
  messages: { ...READING, ...NOTICE, ...SHEETS, ...USE },
  rules: FINDINGS,
};
