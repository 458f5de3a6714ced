import { anyToHclTerraform, anyToTerraform, hashMapper, hashMapperHcl, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

/**
 * A `terraform_data` resource, which is built into Terraform and keeps values in the state. CDKTF's own
 * `DataResource` runs `terraform version` when it is synthesized, so it fails without Terraform.
 *
 * Source: https://developer.hashicorp.com/terraform/language/resources/terraform-data
 */
export class TerraformData extends TerraformResource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly input: object,
  ) {
    super(scope, id, { terraformResourceType: 'terraform_data' });
  }

  /** A field of the input, as Terraform returns it: a token. */
  public output(field: string): string {
    return this.getStringAttribute(`output.${field}`);
  }

  protected override synthesizeAttributes(): { [name: string]: any } {
    return { input: hashMapper(anyToTerraform)(this.input) };
  }

  protected override synthesizeHclAttributes(): { [name: string]: any } {
    return { input: hashMapperHcl(anyToHclTerraform)(this.input) };
  }
}
