import { type Diagnostic, placeText, type RevisionMarkup, SEVERITIES } from '../index.js';
import { messageInPage } from './in-page.js';
import type { ChangeLine, MarkedText, ToldInWords } from './shown.js';

/** Diagnostics in words, gravest first. */
export function told(diagnostics: readonly Diagnostic[]): ToldInWords[] {
  return SEVERITIES.flatMap((severity) =>
    diagnostics
      .filter((each) => each.severity === severity)
      .map((each) => ({
        severity,
        place: each.at === undefined ? '' : placeText(each.at),
        text: messageInPage(each),
        code: each.code,
      })),
  );
}

/** Characters that no text of a notice has say where a line, or a stretch of one, begins. */
const LINES = { heading: '\u0001', item: '\u0002' } as const;
const MARKS = {
  plain: '\u0003',
  strong: '\u0004',
  faint: '\u0005',
  removed: '\u0006',
  added: '\u0007',
} as const;

const marked = (mark: keyof typeof MARKS) => (text: string) => MARKS[mark] + text + MARKS.plain;

/** A revision's lines are made for a page as for a terminal: their marks become records. */
export const RECORDS: RevisionMarkup = {
  heading: (text, level) => LINES.heading + level + text,
  item: (text, level) => LINES.item + level + text,
  strong: marked('strong'),
  faint: marked('faint'),
  removed: marked('removed'),
  added: marked('added'),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks
  plain: (text) => text.replace(/[\u0001-\u0007]/g, ''),
};

/** The lines in a text that was made with `RECORDS`. */
export function linesIn(text: string): ChangeLine[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks
  const lines = text.split(/\n?(?=[\u0001\u0002])/);
  return lines
    .filter((line) => line !== '')
    .map((line) => ({
      kind: line.startsWith(LINES.heading) ? 'heading' : 'item',
      level: Number(line[1]) as ChangeLine['level'],
      stretches: stretchesIn(line.slice(2)),
    }));
}

function stretchesIn(text: string): MarkedText[] {
  // Within what is removed or added stands plain text only: the last mark counts.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks
  return text.split(/(?=[\u0003-\u0007])/).flatMap((part): MarkedText[] => {
    const [mark] = Object.entries(MARKS).find(([, sign]) => part.startsWith(sign)) ?? ['plain'];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks
    const own = part.replace(/^[\u0003-\u0007]/, '');
    return own === '' ? [] : [{ mark: mark as MarkedText['mark'], text: own }];
  });
}
