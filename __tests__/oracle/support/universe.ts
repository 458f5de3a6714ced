import { Event } from './oracle';

/** The tags that make labels, with the values that searches name. */
export const TAGS: Readonly<Record<string, readonly string[]>> = {
  service: ['cart', 'pay'],
  kube_deployment: ['web', 'web*'],
  env: ['prod', 'pre', 'qa'],
};

/** The label key of each tag. */
export const LABEL_OF: Readonly<Record<string, string>> = {
  service: 'service',
  kube_deployment: 'k8s_deployment',
  env: 'env',
};

/** Something that reports to Datadog: the values of its tags, and all of it as Datadog searches it. */
export interface Instance {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly event: Event;
}

/** A service whose name looks like that of another one, and a word behind it. */
export const ODD_SERVICE = 'pay\u00a0error';

/** Datadog has one service for each event, whatever its tags are. */
const SERVICES = [[], ...[...TAGS.service, ODD_SERVICE].map((service) => [service])];

/** What an instance has besides the tags that make labels. Searches ask for each of these at most once. */
const MESSAGES = joined(joined(['', 'error '], ['', 'timeout ']), ['', 'and or not AND OR NOT']);
const OTHERS = [
  { zone: [], attributes: {} },
  { zone: ['a'], attributes: { code: 500, status: 'error' } },
];

/**
 * All combinations of everything that searches ask for. An instance has none, one or several values of a tag. The
 * simplest come first.
 */
export const INSTANCES: readonly Instance[] = SERVICES.flatMap((service) =>
  subsets(TAGS.kube_deployment).flatMap((kube_deployment) =>
    subsets(TAGS.env).flatMap((env) =>
      MESSAGES.flatMap((message) =>
        OTHERS.map(({ zone, attributes }) =>
          instanceOf({ service, kube_deployment, env, zone }, { message: message.trim(), ...attributes }),
        ),
      ),
    ),
  ),
).sort((one, other) => sizeOf(one) - sizeOf(other));

/** Those with at most one value of each tag. */
export const SINGLE_VALUED: readonly Instance[] = INSTANCES.filter(({ values }) =>
  Object.values(values).every(({ length }) => length < 2),
);

/** The service is an attribute as well as a tag, since Datadog reserves its name. */
function instanceOf(values: Instance['values'], attributes: object): Instance {
  const tags = Object.entries(values).flatMap(([key, own]) => own.map((value) => `${key}:${value}`));
  const [service] = values.service;
  return { values, event: { tags, ...(service && { service }), ...attributes } };
}

function subsets(values: readonly string[]): string[][] {
  return values.reduce<string[][]>((all, value) => [...all, ...all.map((one) => [...one, value])], [[]]);
}

function joined(starts: readonly string[], ends: readonly string[]): string[] {
  return starts.flatMap((start) => ends.map((end) => start + end));
}

function sizeOf({ event }: Instance): number {
  return JSON.stringify(event).length;
}
