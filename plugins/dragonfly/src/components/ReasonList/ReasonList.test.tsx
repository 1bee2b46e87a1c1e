import { render, screen } from '@testing-library/react';
import { ReasonCode } from 'backstage-plugin-dragonfly-common';
import { reason } from '../../__fixtures__/cacheState';
import { ReasonDetails } from './ReasonDetails';
import { ReasonList } from './ReasonList';

const RUNBOOK =
  'https://github.com/acme/caches/blob/main/sessions/docs/runbook.md';

const linkOf = (code: ReasonCode, runbookUrl: string) => {
  const { unmount } = render(
    <ReasonList reasons={[reason({ code })]} runbookUrl={runbookUrl} />,
  );
  const href = screen.getByRole('link').getAttribute('href');
  unmount();
  return href;
};

describe('ReasonList', () => {
  it.each`
    code             | anchor
    ${'LINK_DOWN'}   | ${'dragonflylinkdown'}
    ${'COPY_WIPED'}  | ${'replication-has-stopped-on-purpose'}
    ${'AUTH_FAILED'} | ${'what-the-portal-reports'}
  `('leads from $code to its section of the runbook', ({ code, anchor }) => {
    expect(linkOf(code, RUNBOOK)).toBe(`${RUNBOOK}#${anchor}`);
  });

  it('leads to where the organisation keeps its runbooks', () => {
    expect(
      linkOf('LINK_DOWN', 'https://wiki.example.com/sessions?s={{anchor}}'),
    ).toBe('https://wiki.example.com/sessions?s=dragonflylinkdown');
  });

  it('names for each link what it is about, and opens it beside the portal', () => {
    render(
      <ReasonList
        reasons={[
          reason({ code: 'LAG_HIGH', title: 'Replication lag is high' }),
          reason({ code: 'LINK_DOWN', title: 'The link is down' }),
        ]}
        runbookUrl={RUNBOOK}
      />,
    );
    const link = screen.getByRole('link', {
      name: 'Runbook: The link is down (opens in a new tab)',
    });
    expect(link).toHaveTextContent('Runbook');
    expect(link).toHaveAttribute('target', '_blank');
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });

  it('leads nowhere for a cache whose runbook is not known', () => {
    render(<ReasonList reasons={[reason()]} />);
    expect(screen.getByText(reason().message)).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});

describe('ReasonDetails', () => {
  it('leads to the runbook beside the next step', () => {
    const { rerender } = render(
      <ReasonDetails reason={reason()} runbookUrl={RUNBOOK} />,
    );
    expect(screen.getByRole('link')).toHaveAttribute(
      'href',
      `${RUNBOOK}#dragonflylaghigh`,
    );
    rerender(<ReasonDetails reason={reason()} />);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
