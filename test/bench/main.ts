// `npm run bench`: prints what was measured; asserts nothing, for a busy machine is no fault of the code.
import { measureInProcess } from './in-process.js';
import { compareServers } from './servers.js';

process.stdout.write(`Language servers side by side\n${await compareServers()}\n`);
process.stdout.write(`In process\n${measureInProcess()}`);
