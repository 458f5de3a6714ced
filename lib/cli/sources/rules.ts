import { TaggingRules } from '../../datadog/tagging/settings';
import { DashboardSource } from './source';

/** The rules of tagging for each form in which dashboards are found. The same form has the same object. */
export class RulesOfSources {
  private readonly known = new Map<string, TaggingRules>();

  /** @param all those of the settings, which are for exported dashboards */
  public constructor(public readonly all: TaggingRules) {}

  public of({ resource, hcl, blocks = false }: DashboardSource): TaggingRules {
    // In Terraform's JSON and in plans, `${…}` has been read. A graph without a title in HCL keeps Datadog's.
    const expressions = resource === undefined || hcl !== undefined;
    const titleUntitled = hcl === undefined && this.all.titleUntitled;
    const form = `${expressions} ${titleUntitled} ${blocks}`;
    let rules = this.known.get(form);
    if (!rules) this.known.set(form, (rules = { ...this.all, expressions, titleUntitled, blocks }));
    return rules;
  }
}
