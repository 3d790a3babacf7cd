import type { AnyNode, Element } from 'domhandler';
import type { NoiseKind } from '../../model/place.js';
import type { Beside } from '../flow.js';

/** As what kind of noise text is set aside; why, where that is to be told. */
export interface Aside {
  readonly noise: NoiseKind;
  readonly why?: 'hidden' | 'struck';
}

/** How an element's content is taken. */
export interface WebReading {
  /** What is set aside that a browser shows. */
  readonly noiseOf: (element: Element) => Aside | undefined;
  /** Elements around the notice: text that stands in them directly is page chrome, a table lays out the page. */
  readonly around: ReadonlySet<AnyNode>;
  /** What is told of an element: a picture, a page in the page. */
  readonly besideOf?: (element: Element) => Beside | undefined;
  /** Whether a table only holds the tables that count. */
  readonly isLayout?: (table: Element) => boolean;
  /** Whether the notice says what it means how names are shown: 加粗的为牵头单位. */
  readonly asksLooks?: boolean;
}
