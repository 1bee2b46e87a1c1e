import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section(props: SectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Card>
        <CardHeader>
          <Text as="h2" id={titleId} variant="title-x-small" weight="bold">
            {props.title}
          </Text>
        </CardHeader>
        <CardBody>{props.children}</CardBody>
      </Card>
    </section>
  );
}
