import { Button, DialogTrigger } from '@backstage/ui';
import {
  CacheDeclaration,
  Maintenance,
  MaintenanceRequest,
} from 'backstage-plugin-dragonfly-common';
import { useRef, useState } from 'react';
import { useMaintenanceChanges } from '../../hooks';
import { portalTime } from '../portalTime';
import { Reading } from '../types';
import { MaintenanceDialog } from './MaintenanceDialog';
import { MaintenanceFailureAlert } from './MaintenanceFailureAlert';
import styles from './Maintenance.module.css';

const MINUTE_MS = 60_000;

interface MaintenanceActionsProps {
  cache: CacheDeclaration;
  maintenance?: Maintenance;
  reading: Reading;
}

/** What is left of a maintenance, as it would be declared anew. */
function requestOf(maintenance: Maintenance, now: Date): MaintenanceRequest {
  const left = Date.parse(maintenance.until) - now.getTime();
  return {
    minutes: Math.max(1, Math.ceil(left / MINUTE_MS)),
    note: maintenance.note,
  };
}

/** Declares, changes and ends a maintenance. */
export function MaintenanceActions(props: MaintenanceActionsProps) {
  const { cache, maintenance, reading } = props;
  const { entityRef } = cache;
  const { start, end } = useMaintenanceChanges(entityRef);
  const [open, setOpen] = useState(false);
  // One button that only its words change, so that the focus has somewhere to return to.
  const opener = useRef<HTMLButtonElement>(null);

  const startFailure = start.failure && (
    <MaintenanceFailureAlert
      failure={start.failure}
      title="The maintenance was not declared"
      entityRef={entityRef}
    />
  );
  return (
    <>
      <div className={styles.actions}>
        <DialogTrigger
          isOpen={open}
          onOpenChange={opens => {
            if (opens) {
              start.forget();
              end.forget();
            }
            setOpen(opens);
          }}
        >
          <Button ref={opener} variant="secondary" size="small">
            {maintenance ? 'Change…' : 'Start maintenance…'}
          </Button>
          <MaintenanceDialog
            cacheName={cache.title ?? cache.name}
            current={
              maintenance &&
              requestOf(maintenance, portalTime(reading, Date.now()))
            }
            pending={start.pending}
            failure={startFailure}
            onSubmit={request => start.run(request, () => setOpen(false))}
          />
        </DialogTrigger>
        {maintenance && (
          <Button
            variant="secondary"
            size="small"
            isPending={end.pending}
            onPress={() => {
              start.forget();
              end.run(undefined, () => opener.current?.focus());
            }}
          >
            End maintenance
          </Button>
        )}
      </div>
      {/* Closing the dialog takes nothing back, so what becomes of it is still told. */}
      {!open && startFailure && (
        <div className={styles.failure}>{startFailure}</div>
      )}
      {end.failure && (
        <div className={styles.failure}>
          <MaintenanceFailureAlert
            failure={end.failure}
            title="The maintenance was not ended"
            entityRef={entityRef}
          />
        </div>
      )}
    </>
  );
}
