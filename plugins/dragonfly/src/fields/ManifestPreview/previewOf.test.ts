import { adrDocument } from '../../__fixtures__/adrDocument';
import { answers } from '../__testUtils__/answers';
import { describePreview } from './describePreview';
import { errorsOfPreview } from './errorsOfPreview';
import { findingsOf } from './findingsOf';
import { previewOf } from './previewOf';
import { reviewOf } from './reviewOf';

const document = adrDocument();

describe('previewOf', () => {
  it('makes every file of a form that is filled in', () => {
    const preview = previewOf(answers, document);
    expect(preview).toMatchObject({
      kind: 'rendered',
      spec: { name: 'sessions', primaryRegion: 'region1' },
      manifests: { topology: 'replicated' },
    });
    expect(findingsOf(preview, document)).toEqual([]);
    expect(describePreview(preview, [])).toMatch(
      /^sessions: .*Frankfurt.*Dublin.* · \d+ files · \d+ differences from the ADR · /,
    );
    expect(reviewOf(preview, [], document)).toEqual({
      cache: expect.stringMatching(/^sessions: /),
      consumers: 'none yet',
      output:
        'Kubernetes objects, with kustomize; A Secret of your own; No encryption; A path the platform has already; No ApplicationSet',
      files: expect.stringMatching(/^\d+ in the folder "sessions"$/),
      differences: expect.stringMatching(/^\d+, each with its reason/),
      findings: expect.any(String),
    });
  });

  it('names the consumers on the review page', () => {
    const consumers = [
      { entityRef: 'component:default/web', namespace: 'shop-web' },
    ];
    expect(
      reviewOf(previewOf({ ...answers, consumers }, document), [], document),
    ).toMatchObject({
      consumers: 'component:default/web in namespace shop-web',
    });
  });

  it.each`
    form                                                                | missing
    ${{}}                                                               | ${'name, owner, use case, regions'}
    ${{ name: 'sessions', useCase: {} }}                                | ${'owner, use case, regions'}
    ${{ ...answers, useCase: { ...answers.useCase, id: 'api-cache' } }} | ${'disaster recovery'}
  `('waits for $missing', ({ form, missing }) => {
    const preview = previewOf(form, document);
    expect(describePreview(preview)).toBe(`Still to answer: ${missing}`);
    expect(errorsOfPreview(preview, [])).toHaveLength(1);
    expect(reviewOf(preview, [], document)).toBeUndefined();
  });

  it('shows nothing of another policy than the one in force', () => {
    const preview = previewOf(answers, { ...document, revision: 'sha256:new' });
    expect(preview).toEqual({ kind: 'policy-changed' });
    expect(errorsOfPreview(preview, [])).toEqual([
      expect.stringContaining('The caching policy has changed'),
    ]);
  });

  it.each`
    change                                           | error
    ${{ sizing: { by: 'numbers', memory: 'much' } }} | ${/Field "memory" is "much"/}
    ${{ regions: { primary: 'mars', others: [] } }}  | ${/"mars"/}
  `('says what the generator refuses: $error', ({ change, error }) => {
    const preview = previewOf({ ...answers, ...change }, document);
    expect(preview.kind).toBe('refused');
    expect(errorsOfPreview(preview, [])).toContainEqual(
      expect.stringMatching(error),
    );
  });

  it('lets no file with an error through', () => {
    const preview = previewOf(answers, document);
    const finding = {
      rule: 'selector-matches-nothing',
      path: 'base/services.yaml',
      line: 7,
      message: 'The selector matches no pod.',
      why: 'Nobody is reached.',
      fix: 'Use the labels of the pods.',
    };
    const found = [
      { ...finding, severity: 'error' as const },
      { ...finding, severity: 'warning' as const },
    ];
    expect(errorsOfPreview(preview, found)).toEqual([
      'base/services.yaml, line 7: The selector matches no pod.',
    ]);
    expect(reviewOf(preview, found, document)?.findings).toBe(
      '1 error, 1 warning',
    );
  });
});
