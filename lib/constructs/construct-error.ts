import { IConstruct } from 'constructs';
import { placing } from '../bad-input';

/** Runs a step of a construct. A BadInput from it gets the path of the construct. */
export function within<T>(scope: IConstruct, step: () => T): T {
  return placing((error) => error.inConstruct(scope.node.path), step);
}
