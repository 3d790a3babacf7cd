// The policy of the page forbids code from texts: zod shall not try. It tries as soon as a schema is made, so this comes first:
// what the browser tells of the refusal takes it longer than to read the whole program again.
import { config } from 'zod';

config({ jitless: true });
