import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import Radio from '@material-ui/core/Radio';
import Typography from '@material-ui/core/Typography';
import { UseCase } from 'backstage-plugin-dragonfly-common';
import { useId } from 'react';
import { disasterRecoveryWords, evictionWords } from '../../words';

interface UseCaseOptionProps {
  useCase: UseCase;
}

/** One use case of the policy as a choice, with what it means and where the policy says so. */
export function UseCaseOption(props: UseCaseOptionProps) {
  const { useCase } = props;
  const titleId = useId();
  const factsId = useId();
  const facts = [
    `TTL ${useCase.ttl.text}`,
    evictionWords[useCase.eviction],
    `Disaster recovery ${disasterRecoveryWords[useCase.disasterRecovery]}`,
    ...Object.entries(useCase.otherColumns).map(
      ([heading, cell]) => `${heading}: ${cell}`,
    ),
    `from ADR line ${useCase.line}`,
  ];
  return (
    <Paper variant="outlined" style={{ marginTop: 8, padding: '4px 16px' }}>
      <FormControlLabel
        value={useCase.id}
        control={
          <Radio
            color="primary"
            inputProps={{
              'aria-labelledby': titleId,
              'aria-describedby': factsId,
            }}
          />
        }
        label={
          <>
            <Typography id={titleId} variant="subtitle1" component="span">
              {useCase.title}
            </Typography>
            <Typography
              id={factsId}
              variant="body2"
              color="textSecondary"
              component="span"
              display="block"
            >
              {facts.join(' · ')}
            </Typography>
          </>
        }
      />
    </Paper>
  );
}
