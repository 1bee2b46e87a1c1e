/** A Kubernetes Service name: an RFC 1035 label, so it starts with a letter. */
export const SERVICE_NAME = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/;

/** An RFC 1123 label: a namespace or a region. */
export const DNS_LABEL = /^(?=.{1,63}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** A DNS name of one or more labels, without a trailing dot. */
export const DNS_NAME =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** A Secret name or key as Kubernetes accepts it. */
export const SECRET_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
export const SECRET_KEY = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,253}$/;

/** A full entity reference; the parts follow the catalog's own rules. */
export const ENTITY_REF =
  /^[A-Za-z][A-Za-z0-9]{0,62}:(?=[^/]{1,63}\/)[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*\/(?=.{1,63}$)[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$/;

/**
 * One line of visible text: no control characters, no line separators, and no invisible format characters, which can
 * reorder or hide what a reviewer sees.
 */
export const VISIBLE_LINE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;

/** An image reference with a tag or a digest. */
export const IMAGE =
  /^(?=.{1,255}$)[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[a-z0-9][a-z0-9._-]*)*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[a-f0-9]{64})?$/;

/** A flag's value that Kubernetes hands on as it is: visible, and without a `$(...)` that it would replace. */
export const FLAG_VALUE = /^(?!.*\$\()[\x20-\x7e]*$/;

/** An `https://` address of a repository: host, optional port and path; no credentials, query or fragment. */
export const REPOSITORY_URL =
  /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:\/[A-Za-z0-9._~-]+)+$/;

/** A relative path that stays where it is: no part of it starts with a dot. */
export const FOLDER =
  /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/** A label or annotation name: an optional DNS name as prefix, then at most 63 characters. */
export const LABEL_KEY =
  /^(?:(?=[^/]{1,253}\/)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\/)?(?=[^/]{1,63}$)[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/** The value of a label; it may be empty. */
export const LABEL_VALUE =
  /^(?=.{0,63}$)(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)?$/;

/** A path in a secret store: visible, without spaces; `{{cache}}` occurs and is the only placeholder. */
export const STORE_PATH =
  /^(?=.{1,500}$)(?=.*\{\{cache\}\})(?:\{\{cache\}\}|[!-z|~])+$/;

/** A cluster as Argo CD names it: a plain name, or for example an ARN. */
export const CLUSTER_NAME = /^(?=.{1,253}$)[A-Za-z0-9][A-Za-z0-9._:@/-]*$/;

/** The `https://` address of an API server, without credentials, query or fragment. */
export const API_SERVER =
  /^https:\/\/(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::\d{1,5})?(?:\/[A-Za-z0-9._~-]+)*\/?$/;

/** A branch, tag or commit that cannot be taken for anything else. */
export const GIT_REVISION =
  /^(?=.{1,200}$)(?!.*\.\.)[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?$/;
