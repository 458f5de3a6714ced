/** `ts-node scripts/install.ts FOLDER…`: installs the packages of folders that have lockfiles of their own. */
import { installPackagesOf } from './support/own-packages';

process.argv.slice(2).forEach(installPackagesOf);
