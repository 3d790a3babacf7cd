import type { Figure } from '../figure.js';

/** What a figure measures. */
export interface Measurand {
  readonly subjects: readonly string[];
  readonly scope?: string;
  readonly of?: string;
  /** It is of its scope, as 覆盖率 by itself is; so what comes after is of that, too. */
  readonly dependent?: true;
  /** It is what somebody is given. */
  readonly isGift?: true;
}

/** What a clause stands in, for what it leaves unsaid. */
export interface Before {
  /** The task's name. */
  readonly name: string;
  /** What the figure before it measures: the clause's own, or one of the same sentence. */
  readonly subject: string | undefined;
  /** The clause before it in the same sentence, where that has no figure. */
  readonly clause: string | undefined;
  /** What the figures before it in the sentence measure, each once, the last one last. */
  readonly subjects: readonly string[];
  /** What the last figure of the clause before it measures, and in what: 新建公园5个，停车场3个. */
  readonly listed: { readonly subject: string; readonly unit: string } | undefined;
  /** The scope of that figure, as 全省. */
  readonly scope: string | undefined;
  /** What that figure measures, where it is of something else, which `subject` is then. */
  readonly dependent: { readonly subject: string; readonly scope: string; readonly unit: string } | undefined;
  /** What was given last in the sentence. */
  readonly gift: string | undefined;
  /** The clause before it, where that has figures and all are conditions: it tells of what something is asked. */
  readonly told: string | undefined;
  /** It stands in a bracket behind that clause, and limits what is named there: 奖励（最高20万元）. */
  readonly aside: boolean;
  /** Only a time stands between that clause and this one. */
  readonly continued: boolean;
}

/** A figure in its clause, with all that may say what it measures. */
export interface FigureInClause {
  readonly figure: Figure;
  /** What stands before it, as printed. */
  readonly prefix: string;
  /** What stands behind it, as printed. */
  readonly suffix: string;
  /** What stands before it, without what says nothing of what is measured. */
  readonly text: string;
  /** What stands behind it, likewise. */
  readonly behind: string;
  /** The scope said before it, as 全省; `{}` where none is. */
  readonly scoped: { readonly scope?: string };
  /** What the figure before it in the clause measures. */
  readonly last: Measurand | undefined;
  readonly before: Before;
}

/** One way to see what a figure measures: undefined where the clause is not of its kind. */
export type SubjectReading = (found: FigureInClause) => Measurand | undefined;
