import { TerraformElement } from 'cdktf';
import { BadInput } from '../../bad-input';
import { within } from '../construct-error';

/**
 * Checks the name that a resource gets from its ids: CDKTF accepts ids whose names Terraform refuses.
 *
 * Source: https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers
 *
 * @throws where Terraform would refuse the name
 */
export function checkTerraformName(resource: TerraformElement): void {
  within(resource.node.scope!, () => {
    const name = resource.friendlyUniqueId;
    if (/^[A-Za-z_][\w-]*$/.test(name)) return;
    throw new BadInput(
      'id',
      name,
      'is the name that the ids give the resource, and Terraform takes none that begins so',
      'Let the outermost id below the stack begin with a letter',
    );
  });
}
