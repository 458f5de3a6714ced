/** The command `terraform`, or the one that is named as for the CLI of CDKTF, for example `tofu`. */
export const TERRAFORM = process.env.TERRAFORM_BINARY_NAME || 'terraform';
