/** Where the package lies on disk: its version, schemas and scenarios stand there. */
import { join } from 'node:path';

/** The package's folder; the compiled files of the command line lie in `dist/src/cli`. */
export const packageRoot = join(import.meta.dirname, '../../..');
