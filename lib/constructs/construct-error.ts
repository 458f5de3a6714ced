import { IConstruct } from 'constructs';
import { BadInput } from '../bad-input';

/** Runs a step of a construct; where it meets bad input, the error names the construct's path. */
export function within<T>(scope: IConstruct, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof BadInput) throw new Error(`[${scope.node.path}] ${error.message}`);
    throw error;
  }
}
