import { fileURLToPath } from 'node:url';
import { onLog } from './quiet.js';

/** Browsers of the last four years. */
export const TARGETS = ['chrome107', 'firefox107', 'safari16'];

/** Packages that use what Node has, of which a bundle for browsers must give them as much as they need. */
export const NEED_NODE = ['csv-parse', 'csv-stringify'];

/** How code for browsers is bundled. */
export const FOR_BROWSERS = {
  onLog,
  platform: 'browser',
  transform: { target: TARGETS, inject: { Buffer: ['buffer/', 'Buffer'] } },
  resolve: {
    alias: {
      buffer: fileURLToPath(import.meta.resolve('buffer/')),
      stream: 'readable-stream',
      // For files on a disk, and .docx, which this program reads by itself.
      fs: false,
      path: false,
      yauzl: false,
    },
  },
};
