import { IConstruct } from 'constructs';
import { placing } from '../bad-input';

/** Runs a step of a construct; where it meets bad input, the error names the construct's path. */
export function within<T>(scope: IConstruct, step: () => T): T {
  return placing((error) => error.inConstruct(scope.node.path), step);
}
