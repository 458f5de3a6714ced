import { IConstruct } from 'constructs';
import { Conventions } from '../../datadog/conventions';
import { Hosts } from '../../datadog/tagging/hosts';
import { TaggingRules, taggingRules } from '../../datadog/tagging/settings';
import { within } from '../within';
import { conventionsAt } from '../rookout-conventions';
import { RookoutTaggingProps } from '../rookout-tagging-props';
import { LABEL_TOKENS } from '../tokens/label-tokens';

/** The rules by which the dashboards of a tree are tagged. Rules for the same conventions are made once. */
export class TreeRules {
  private readonly byConventions = new Map<Conventions, TaggingRules>();

  public constructor(private readonly props: RookoutTaggingProps) {}

  /** The rules at a construct: the given settings, else those of its conventions. */
  public at(scope: IConstruct): TaggingRules {
    const conventions = conventionsAt(scope);
    let rules = this.byConventions.get(conventions);
    if (!rules) {
      rules = within(scope, () => this.rulesOf(conventions));
      this.byConventions.set(conventions, rules);
    }
    return rules;
  }

  private rulesOf(conventions: Conventions): TaggingRules {
    const { liveDebugger, sessionLink, fixedSessionLink, linkLabel, links, datadogTags } = this.props;
    const hosts = this.props.hosts as Hosts | undefined;
    const settings = { liveDebugger, sessionLink, fixedSessionLink, linkLabel, links, datadogTags, hosts };
    const { taggingSettings } = conventions.with(settings);
    return taggingRules({ ...this.props, hosts, ...taggingSettings }, LABEL_TOKENS, conventions.titleKeys);
  }
}
