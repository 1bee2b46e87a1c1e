/* Loaded with `--require` before the backend, so that every meter is made when there is somebody to read it. */
import { readAddress, startExposition } from './metrics';

const address = readAddress(process.env);
if (address) {
  // A portal without metrics is better than none.
  startExposition(address).catch(error => {
    process.stderr.write(
      `Shows no metrics, because nothing can listen at port ${address.port}: ${error.message}\n`,
    );
  });
}
