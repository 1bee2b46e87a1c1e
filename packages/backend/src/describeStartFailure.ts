/** Why the portal cannot start, and what to do where that is known. */
export function describeStartFailure(error: Error): string {
  const advice =
    'code' in error && error.code === 'EADDRINUSE'
      ? 'Stop what listens there, or choose another port: backend.listen.port in app-config, or PORT with npm start.'
      : 'Mend what it names and start again.';
  return `The portal cannot start: ${error.message}. ${advice}\n${error.stack}\n`;
}
