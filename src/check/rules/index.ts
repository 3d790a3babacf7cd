import type { Rule } from '../rule.js';
import { bodyDiffers } from './body-differs.js';
import { bracketsUnbalanced } from './brackets-unbalanced.js';
import { documentNames } from './document-names.js';
import { goalMissing } from './goal-missing.js';
import { groupUnknown } from './group-unknown.js';
import { indicatorConflict } from './indicator-conflict.js';
import { leadAndResponsible } from './lead-and-responsible.js';
import { leadInferred } from './lead-inferred.js';
import { leadMissing } from './lead-missing.js';
import { levelMixed } from './level-mixed.js';
import { nameInferred } from './name-inferred.js';
import { nameRepeated } from './name-repeated.js';
import { numberSequence } from './number-sequence.js';
import { percentOver } from './percent-over.js';
import { rateWithoutDeadline } from './rate-without-deadline.js';
import { responsibleEmpty } from './responsible-empty.js';
import { sentenceWithoutTask } from './sentence-without-task.js';
import { taskWithoutMeasure } from './task-without-measure.js';
import { unitMisspelt } from './unit-misspelt.js';
import { unitOnlyInBody } from './unit-only-in-body.js';
import { unitTwice } from './unit-twice.js';
import { unitUnknown } from './unit-unknown.js';
import { widthMixed } from './width-mixed.js';

/** Every rule, in the order in which findings are told: who, what, by when, then how it is written. */
export const RULES: readonly Rule[] = [
  leadMissing,
  leadInferred,
  responsibleEmpty,
  leadAndResponsible,
  unitTwice,
  unitUnknown,
  unitMisspelt,
  groupUnknown,
  unitOnlyInBody,
  goalMissing,
  indicatorConflict,
  percentOver,
  rateWithoutDeadline,
  bodyDiffers,
  levelMixed,
  documentNames,
  sentenceWithoutTask,
  taskWithoutMeasure,
  numberSequence,
  nameInferred,
  nameRepeated,
  bracketsUnbalanced,
  widthMixed,
];
