import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import { PolicyDocument } from 'backstage-plugin-dragonfly-common';
import { ReactNode, useId } from 'react';
import { chosenUseCase, Draft } from '../chosenUseCase';
import { UseCaseValue } from '../types';
import { PolicyWarnings } from './PolicyWarnings';
import { TopologyChoice } from './TopologyChoice';
import { UseCaseOption } from './UseCaseOption';

const useStyles = makeStyles(theme => ({
  cards: {
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 236px), 1fr))',
    marginTop: theme.spacing(1),
  },
}));

interface UseCaseRadioGroupProps {
  title: string;
  description?: ReactNode;
  document: PolicyDocument;
  value: Draft<UseCaseValue>;
  required?: boolean;
  disabled?: boolean;
  onChange: (value: UseCaseValue) => void;
}

/** The use cases of a policy as radio cards, and the topology where the policy leaves it open. */
export function UseCaseRadioGroup(props: UseCaseRadioGroupProps) {
  const { title, description, document, required, disabled, onChange } = props;
  const { policy, revision } = document;
  const classes = useStyles();
  const labelId = useId();
  const descriptionId = useId();
  // A choice made from another text of the policy does not count: its meaning may have changed.
  const value =
    props.value?.policyRevision === revision ? props.value : undefined;
  const { useCase, topology } = chosenUseCase(value, policy);
  return (
    <>
      <FormControl
        component="fieldset"
        fullWidth
        required={required}
        disabled={disabled}
      >
        <FormLabel component="legend" id={labelId}>
          {title}
        </FormLabel>
        <FormHelperText id={descriptionId} component="div">
          {description}
          <div>{`Choices from "${policy.title}" (${document.source})`}</div>
        </FormHelperText>
        <PolicyWarnings document={document} chosenFrom={props.value} />
        <RadioGroup
          aria-labelledby={labelId}
          aria-describedby={descriptionId}
          value={useCase?.id ?? ''}
          className={classes.cards}
          onChange={(_, id) => onChange({ id, policyRevision: revision })}
        >
          {policy.useCases.map(choice => (
            <UseCaseOption
              key={choice.id}
              useCase={choice}
              selected={choice.id === useCase?.id}
              source={document.source}
            />
          ))}
        </RadioGroup>
      </FormControl>
      {useCase?.disasterRecovery === 'optional' && (
        <TopologyChoice
          useCase={useCase}
          value={topology}
          disabled={disabled}
          onChange={chosen =>
            onChange({
              id: useCase.id,
              topology: chosen,
              policyRevision: revision,
            })
          }
        />
      )}
    </>
  );
}
