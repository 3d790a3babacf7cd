// The library's face in Node: the whole of it, and folders on a disk.

export { OutputFolder } from './disk/index.js';
export * from './index.js';
