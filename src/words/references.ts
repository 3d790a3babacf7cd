import { anyOf, wordsIn } from './any-of.js';
import { COUNT } from './numerals.js';

const UP = wordsIn('以上 上述 前述');

/** 以上三项: what stands above. */
export const ABOVE = anyOf(UP);

/** 以上三项, 前2条: how many of them; the number stands in `count`. */
export const SO_MANY = `(?<count>${COUNT})[项条个点类]`;

/** 上述2项, 下列三类: a reference, and no figure. */
export const REFERENCE = `${anyOf([...UP, ...wordsIn('以下 下列 前')])}${COUNT}[项条个点类]`;

/** （以下简称“市食安办”）: what the name before it goes by from there on, in `short`. */
export const CALLED_BELOW =
  '[（(](?:以下|下文)?统?一?简称(?:为|[：:])?[“"「]?(?<short>[^（）()“”"「」]{2,24})[”"」]?[）)]';
