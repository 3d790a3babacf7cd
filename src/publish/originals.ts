/** Where files are kept that people changed in ways that cannot be carried over. */
export const ORIGINALS = '原件';
