import { Fn } from 'cdktf';

/** Percent-encodes what a token stands for. Terraform encodes a space as `+`, which is a space in a query only. */
export function encodedByTerraform(token: string): string {
  return Fn.replace(Fn.urlencode(token), '+', '%20');
}
