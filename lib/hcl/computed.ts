import { checkNumbers } from '../json/exact';
import { NotJson } from '../json/problem';
import { Problem } from './site';
import { Attribute, Block, Expression, Heredoc, Text } from './syntax';
import { first } from './values';

/**
 * Why the JSON of a resource is not for certain what its file says, and where. Undefined if the resource is one dashboard,
 * and nothing of it is computed, or has digits that would be lost.
 */
export function computedPart({ body }: Block): Problem | undefined {
  return first(body.attributes, ({ name, offset, value }: Attribute) => {
    if (name !== 'dashboard') return { offset, text: `it has ${name}, which only Terraform reads` };
    if (value.kind === 'heredoc') return expressionIn(value) ?? lossyNumber(value);
    if (value.kind !== 'call') return partOf(value);
    return value.name === 'jsonencode' ? first(value.args, partOf) : undefined;
  });
}

function partOf(value: Expression): Problem | undefined {
  switch (value.kind) {
    case 'tuple':
      return first(value.items, partOf);
    case 'object':
      return first(value.entries, (entry) => partOf(entry.value));
    case 'literal':
      return Number.isInteger(value.value) && !Number.isSafeInteger(value.value)
        ? { offset: value.offset, text: 'it has a number that would lose digits' }
        : undefined;
    case 'text':
      return expressionIn(value);
    case 'heredoc':
      return { offset: value.offset, text: 'it has a heredoc in it, whose indentation Terraform takes away' };
    default:
      return { offset: value.offset, text: PART };
  }
}

const PART = 'only Terraform knows a part of it';

function expressionIn({ parts }: Text | Heredoc): Problem | undefined {
  const part = parts.find((one) => 'expression' in one);
  return part && { offset: part.offset, text: PART };
}

function lossyNumber({ parts, offset }: Heredoc): Problem | undefined {
  try {
    checkNumbers(parts.map((part) => ('literal' in part ? part.literal : '')).join(''));
    return undefined;
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { offset, text: error.problem };
  }
}
