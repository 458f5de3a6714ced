import { IConstruct } from 'constructs';
import { BadInput } from '../bad-input';

/** The framework that this package is for. */
const OURS = 'cdktf';
/** The packages of this library, by framework. */
const PACKAGES: { readonly [framework: string]: string } = {
  cdktf: 'cdktf-datadog-rookout',
  cdktn: 'cdktn-datadog-rookout',
};
/** Where jsii notes the full name of a class, for example `cdktf.App`. */
const RTTI = Symbol.for('jsii.rtti');

const checked = new WeakSet<IConstruct>();

/**
 * Refuses a tree of the other framework. Both mark their classes with the same symbols, so neither would notice before
 * it synthesizes. A tree is looked at once.
 *
 * @throws where the app at the root is one of the other framework
 */
export function checkFramework(scope: IConstruct): void {
  const { root } = scope.node;
  if (checked.has(root)) return;
  const framework = frameworkOf(root);
  if (framework !== undefined && framework !== OURS) {
    throw new BadInput(
      'framework',
      framework,
      `is not what ${PACKAGES[OURS]} is for`,
      `Install ${PACKAGES[framework]} and import it instead`,
    ).inConstruct(scope.node.path);
  }
  checked.add(root);
}

/** The framework whose class a construct has, or inherits. */
function frameworkOf(construct: IConstruct): string | undefined {
  for (let at = Object.getPrototypeOf(construct); at !== null; at = Object.getPrototypeOf(at)) {
    const name: string | undefined = at.constructor[RTTI]?.fqn;
    const framework = name?.split('.')[0];
    if (framework !== undefined && framework in PACKAGES) return framework;
  }
  return undefined;
}
