import { TerraformElement, TerraformStack } from 'cdktf';
import { BadInput } from '../bad-input';
import { hasAnyToken, mayHoldNumber } from '../terraform/tokens';
import { within } from './within';

/**
 * Checks the Terraform name of a resource. CDKTF makes it from ids, and accepts ids that make a name which
 * Terraform refuses, or that differs from run to run.
 *
 * Source: https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers
 *
 * @throws if Terraform would refuse the name, or an id has a token in it
 */
export function checkTerraformName(resource: TerraformElement): void {
  within(resource.node.scope!, () => {
    checkKnown(resource.node.path);
    // CDKTF keeps a friendlyUniqueId once it was asked for it: overrideLogicalId would do nothing.
    const name = TerraformStack.of(resource).getLogicalId(resource);
    if (/^[A-Za-z_][\w-]*$/.test(name)) return;
    throw new BadInput(
      'id',
      name,
      'is the Terraform name from the ids of the constructs, and Terraform refuses its first character',
      'Let the outermost id below the stack begin with a letter',
    );
  });
}

/** CDKTF refuses tokens in the ids of resources, but not in those of constructs around them. */
function checkKnown(path: string): void {
  if (!hasAnyToken(path) && !mayHoldNumber(path)) return;
  throw new BadInput(
    'id',
    path,
    'has a token in it, whose marker would become a part of the Terraform name',
    'Use ids that are known now',
  );
}
