import { IConstruct } from 'constructs';
import { TaggingRules, taggingRules } from '../../datadog/tagging/rules';
import { within } from '../construct-error';
import { conventionsAt } from '../rookout-conventions';
import { RookoutTaggingProps } from '../rookout-tagging-props';
import { LABEL_TOKENS } from '../tokens/label-tokens';

/** The rules by which the dashboards of a tree are tagged. Rules for the same conventions are made once. */
export class TreeRules {
  private readonly byConventions = new Map<string, TaggingRules>();

  public constructor(private readonly props: RookoutTaggingProps) {}

  /** The rules at a construct: the given settings, else those of its conventions. */
  public at(scope: IConstruct): TaggingRules {
    const { sessionLink, fixedSessionLink, linkLabel, datadogTags } = this.props;
    const given = { sessionLink, fixedSessionLink, linkLabel, datadogTags };
    const { taggingSettings } = conventionsAt(scope, given);
    const key = JSON.stringify(taggingSettings);
    let rules = this.byConventions.get(key);
    if (!rules) {
      rules = within(scope, () => taggingRules({ ...this.props, ...taggingSettings }, LABEL_TOKENS));
      this.byConventions.set(key, rules);
    }
    return rules;
  }
}
