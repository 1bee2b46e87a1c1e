import { variablesOf } from '../model/environment';
import { LintRule, offenceOf } from './rule';

const REFERENCE = /(?<!\$)\$\(([A-Za-z_]\w{0,200})\)/g;

export const undefinedVariable: LintRule = {
  id: 'undefined-variable',
  severity: 'error',
  title: 'An argument uses a variable that the container does not have',
  why: 'Kubernetes hands the text on as it is: the password of the server is then the characters "$(NAME)", which anybody can guess and nobody expects.',
  fix: 'Define the variable under "env", or correct its name.',
  check: ({ servers }) =>
    servers
      .filter(
        ({ container, object }) =>
          !container.get('envFrom').exists && !object.partial,
      )
      .flatMap(({ container, settings }) => {
        const known = variablesOf(container).map(({ name }) => name);
        return settings
          .filter(({ place }) => place === 'arguments')
          .flatMap(setting =>
            [...setting.value.matchAll(REFERENCE)]
              .map(([, name]) => name)
              .filter(name => !known.includes(name))
              .map(name =>
                offenceOf(
                  setting,
                  `"${setting.name}" takes its value from "${name}", which the container does not define; expected a variable of this name.`,
                ),
              ),
          );
      }),
};
