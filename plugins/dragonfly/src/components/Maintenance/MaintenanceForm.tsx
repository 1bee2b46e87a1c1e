import {
  Button,
  DialogBody,
  DialogFooter,
  NumberField,
  Text,
  TextField,
} from '@backstage/ui';
import {
  DEFAULT_MAINTENANCE_MINUTES,
  LONGEST_MAINTENANCE_MINUTES,
  LONGEST_MAINTENANCE_NOTE,
  MaintenanceRequest,
  readMaintenanceRequest,
} from 'backstage-plugin-dragonfly-common';
import { FormEvent, ReactNode, useEffect, useRef, useState } from 'react';
import styles from './Maintenance.module.css';

interface MaintenanceFormProps {
  /** What is declared already; absent where nothing is. */
  current?: MaintenanceRequest;
  pending: boolean;
  /** Why the last attempt failed. */
  failure?: ReactNode;
  onSubmit: (request: MaintenanceRequest) => void;
}

/** What is wrong with one of the fields, in the words the backend would use. */
function problemOf(field: string, value: unknown): string | undefined {
  const result = readMaintenanceRequest({ [field]: value });
  return result.ok
    ? undefined
    : result.problems.map(({ message }) => message).join(' ');
}

/** How long a maintenance is to last, and why. */
export function MaintenanceForm(props: MaintenanceFormProps) {
  const { current, pending, failure, onSubmit } = props;
  const [minutes, setMinutes] = useState(
    current?.minutes ?? DEFAULT_MAINTENANCE_MINUTES,
  );
  const [note, setNote] = useState(current?.note ?? '');

  const firstField = useRef<HTMLDivElement>(null);

  // Whoever has opened the dialog wants to fill it in; the dialog takes the focus only where nothing in it has it.
  useEffect(() => firstField.current?.querySelector('input')?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Fields show their problems themselves.
    const result = readMaintenanceRequest({ minutes, note });
    if (result.ok && !pending) {
      onSubmit(result.request);
    }
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <DialogBody className={styles.fields}>
        <Text as="p" variant="body-medium">
          Nobody is notified of this cache meanwhile. Its state is shown as
          ever, and the maintenance ends by itself.
        </Text>
        <NumberField
          ref={firstField}
          label="Minutes"
          description={`From now on, at most ${LONGEST_MAINTENANCE_MINUTES}.`}
          value={minutes}
          onChange={setMinutes}
          minValue={1}
          maxValue={LONGEST_MAINTENANCE_MINUTES}
          // A number out of range is refused in words, not changed in silence.
          commitBehavior="validate"
          validate={value => problemOf('minutes', value)}
        />
        <TextField
          label="Note"
          secondaryLabel="Optional"
          description={`What is done, for those who look at the cache: one line, at most ${LONGEST_MAINTENANCE_NOTE} characters.`}
          value={note}
          onChange={setNote}
          validate={value => problemOf('note', value)}
        />
      </DialogBody>
      {failure && <div className={styles.refusal}>{failure}</div>}
      <DialogFooter>
        <Button variant="secondary" slot="close">
          Cancel
        </Button>
        <Button type="submit" isPending={pending}>
          {current ? 'Change' : 'Start'}
        </Button>
      </DialogFooter>
    </form>
  );
}
