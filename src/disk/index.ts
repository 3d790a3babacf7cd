export { OutputFolder } from './folder.js';
