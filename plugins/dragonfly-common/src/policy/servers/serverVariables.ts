import { ProblemLog } from '../problems';
import { ServerArgument } from '../types';
import { YamlSource } from '../markdown/yamlSource';

/** Warns of `$(VARIABLE)` in an argument that the container does not define: Kubernetes would pass it on as it is. */
export function warnOfUnknownVariables(
  container: YamlSource,
  args: ServerArgument[],
  subject: string,
  log: ProblemLog,
): void {
  if (container.get('envFrom').exists) {
    return;
  }
  const known = container
    .get('env')
    .items()
    .map(item => item.get('name').sourced()?.value);
  for (const { flag, value = '', line } of args) {
    // "$$(NAME)" is Kubernetes' escape for a literal "$(NAME)".
    for (const [, variable] of value.matchAll(/(?<!\$)\$\(([^)]+)\)/g)) {
      if (!known.includes(variable)) {
        log.warn({
          subject: `${subject}, argument --${flag}`,
          line,
          found: `$(${variable})`,
          expected: `an environment variable ${variable} under "env"`,
          remedy: 'Define it, or correct its name.',
        });
      }
    }
  }
}
