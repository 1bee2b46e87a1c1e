/**
 * The command `dragonfly-caches`.
 *
 * @packageDocumentation
 */
import { main } from './main';

// Not process.exit: what was written to a pipe has to get there first.
main({
  arguments: process.argv.slice(2),
  input: process.stdin,
  write: text => process.stdout.write(text),
  complain: text => process.stderr.write(text),
}).then(code => {
  process.exitCode = code;
});
