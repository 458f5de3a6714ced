import { readFileSync } from 'fs';
import { join } from 'path';

/** What `terraform show -json` printed of `main.tf`. */
export const PLAN = readFileSync(join(__dirname, 'plan.json'), 'utf8');
export const STATE = readFileSync(join(__dirname, 'state.json'), 'utf8');

/** The text of a sensitive variable. */
export const SECRET = 'secret-words';
