// The program of the page. What is there without it, the overview and the notice, stays as it was written.
import { view } from './viewer.js';

view({ data: JSON.parse(document.getElementById('page-data')?.textContent ?? '') });
