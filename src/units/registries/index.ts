import type { Registry } from '../../model/registry.js';
import wulong from './wulong.yaml';

/** The registries that ship with the program. Checked against the schema by a test, not at start-up. */
export const REGISTRIES: readonly Registry[] = [wulong];
