import { rmSync } from 'fs';
import { installed } from './installed';

export default function teardown(): void {
  rmSync(installed().folder, { recursive: true, force: true });
}
