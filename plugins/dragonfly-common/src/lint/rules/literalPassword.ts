import { settingGroups } from '../model/manifestModel';
import { variablesOf } from '../model/environment';
import { hasVariable, PASSWORDS } from '../model/setting';
import { LintRule, offenceAt, offenceOf } from './rule';

const NAMES: readonly string[] = [...PASSWORDS.own, ...PASSWORDS.primary];
const VARIABLE = /^(?!ALLOW_).*(?:PASS|PASSWORD|_requirepass|_masterauth)$/;

export const literalPassword: LintRule = {
  id: 'literal-password',
  severity: 'error',
  title: 'A password is written in a manifest',
  why: 'Everybody who can read the repository, the objects of the namespace or the output of the pipeline knows it, and so does the history after it was removed.',
  fix: 'Take it from a Secret (valueFrom.secretKeyRef) that the External Secrets operator fills, and change the password.',
  check: model => [
    ...settingGroups(model)
      .flat()
      .filter(
        ({ name, place, value }) =>
          NAMES.includes(name) &&
          place !== 'environment' &&
          value !== '' &&
          !hasVariable(value),
      )
      // The value is not repeated: a report travels further than the manifest.
      .map(setting =>
        offenceOf(
          setting,
          `"${setting.name}" is written as it is; expected it to come from a Secret.`,
        ),
      ),
    ...model.servers.flatMap(({ container, object }) =>
      variablesOf(container)
        .filter(
          ({ name, value }) =>
            VARIABLE.test(name) && value && !hasVariable(value),
        )
        .map(variable =>
          offenceAt(
            object,
            variable,
            `The variable "${variable.name}" is written as it is; expected valueFrom.secretKeyRef.`,
          ),
        ),
    ),
  ],
};
