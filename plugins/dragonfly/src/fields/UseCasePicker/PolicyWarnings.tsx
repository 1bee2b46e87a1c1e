import FormHelperText from '@material-ui/core/FormHelperText';
import { PolicyDocument } from 'backstage-plugin-dragonfly-common';
import { Draft } from '../chosenUseCase';
import { UseCaseValue } from '../types';
import { warningsOfPolicy } from './warningsOfPolicy';

interface PolicyWarningsProps {
  document: PolicyDocument;
  /** The choice in the form, possibly made from an older text. */
  chosenFrom: Draft<UseCaseValue>;
}

/** What is to be known of the policy before choosing from it. */
export function PolicyWarnings(props: PolicyWarningsProps) {
  const { document, chosenFrom } = props;
  const warnings = warningsOfPolicy(document);
  if (chosenFrom?.id && chosenFrom.policyRevision !== document.revision) {
    warnings.unshift(
      'The policy has changed since you chose. Look at the choices again and choose.',
    );
  }
  if (!warnings.length) {
    return null;
  }
  return (
    <div role="status" aria-label="Warnings about the policy">
      {warnings.map(warning => (
        <FormHelperText key={warning} error>
          {`Warning: ${warning}`}
        </FormHelperText>
      ))}
    </div>
  );
}
