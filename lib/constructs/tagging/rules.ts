import { IConstruct } from 'constructs';
import { TaggingRules, taggingRules } from '../../datadog/tagging/rules';
import { within } from '../construct-error';
import { conventionsAt } from '../rookout-conventions';
import { RookoutTaggingProps } from '../rookout-tagging-props';
import { LABEL_TOKENS } from '../tokens/label-tokens';

/** The rules by which the dashboards of a tree are tagged. Where the conventions are the same, they are made once. */
export class TreeRules {
  private readonly byConventions = new Map<string, TaggingRules>();

  public constructor(private readonly props: RookoutTaggingProps) {}

  /** The rules that hold at a construct: what is given, else what the conventions there say. */
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
