import { execFileSync } from 'child_process';

/** The processes that a process has started, by the name of the program. */
export function childrenOf(parent: number): { readonly pid: number; readonly program: string }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).split('\n');
  const processes = lines.map((line) => line.trim().split(/\s+/));
  return processes
    .filter(([, ppid]) => Number(ppid) === parent)
    .map(([pid, , program]) => ({ pid: Number(pid), program: program.split('/').at(-1)! }));
}

/** A provider outlives its Terraform for as long as its calls are under way. */
export function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
