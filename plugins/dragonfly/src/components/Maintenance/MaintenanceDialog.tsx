import { Dialog, DialogHeader } from '@backstage/ui';
import { ComponentProps } from 'react';
import { MaintenanceForm } from './MaintenanceForm';

interface MaintenanceDialogProps extends ComponentProps<
  typeof MaintenanceForm
> {
  cacheName: string;
}

/** Asks what is to be declared. Its trigger opens it, and gets the focus back. */
export function MaintenanceDialog(props: MaintenanceDialogProps) {
  const { cacheName, ...form } = props;
  return (
    <Dialog>
      <DialogHeader>
        {form.current
          ? `Change maintenance of ${cacheName}`
          : `Start maintenance of ${cacheName}`}
      </DialogHeader>
      <MaintenanceForm {...form} />
    </Dialog>
  );
}
