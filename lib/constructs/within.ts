import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { BadInput, placing } from '../bad-input';
import { stackOfUser } from './stack-of-user';

/** Runs a step of a construct. A BadInput from it gets the path of the construct. */
export function within<T>(scope: IConstruct, step: () => T): T {
  return placing((error) => placed(ofToken(error), scope.node.path), step);
}

/** The error with its path, and a stack of the user's own lines. */
function placed(error: BadInput, path: string): BadInput {
  const result = error.inConstruct(path);
  if (result !== error) result.stack = stackOfUser(result);
  return result;
}

/** Tokens that are objects or numbers, such as `iterator.value`, break rules of another kind than their values would. */
function ofToken(error: BadInput): BadInput {
  const { what, value, cause } = error;
  if (typeof value === 'string' || Array.isArray(value) || !Token.isUnresolved(value)) return error;
  return new BadInput(
    what,
    Token.asString(value),
    'is known only to Terraform, and not given as text',
    'Where text is taken, pass Token.asString(token), as in Token.asString(iterator.value); else a value that is known now',
    cause,
  );
}
