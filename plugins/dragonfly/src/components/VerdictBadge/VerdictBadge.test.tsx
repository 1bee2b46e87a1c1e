import { render, screen } from '@testing-library/react';
import { VerdictBadge } from './VerdictBadge';

describe('VerdictBadge', () => {
  it.each`
    verdict       | word
    ${'healthy'}  | ${'Healthy'}
    ${'degraded'} | ${'Degraded'}
    ${'critical'} | ${'Critical'}
    ${'unknown'}  | ${'Unknown'}
  `('shows $verdict as word and icon', ({ verdict, word }) => {
    const { container } = render(<VerdictBadge verdict={verdict} />);
    expect(screen.getByText(word)).toBeVisible();
    expect(container.querySelectorAll('svg')).toHaveLength(1);
  });
});
