import { problemOfNode } from './version';

// Programs import this file first, since what else they import may not load on an old Node.
const problem = problemOfNode(process.versions.node);
if (problem !== undefined) console.error(problem);
