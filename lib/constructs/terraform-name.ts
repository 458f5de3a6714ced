import { TerraformElement, TerraformStack } from 'cdktf';
import { BadInput } from '../bad-input';
import { within } from './construct-error';

/**
 * Checks the Terraform name of a resource. CDKTF makes it from ids, and accepts ids that make a name which
 * Terraform refuses.
 *
 * Source: https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers
 *
 * @throws if Terraform would refuse the name
 */
export function checkTerraformName(resource: TerraformElement): void {
  within(resource.node.scope!, () => {
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
