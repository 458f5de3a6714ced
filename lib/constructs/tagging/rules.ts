import { IConstruct } from 'constructs';
import { TaggingRules, taggingRules } from '../../datadog/tagging/rules';
import { within } from '../construct-error';
import { conventionsAt } from '../rookout-conventions';
import { RookoutTaggingProps } from '../rookout-tagging-props';
import { LABEL_TOKENS } from '../tokens/label-tokens';

/** The rules that hold at a construct: what is given, else what the conventions there say. */
export function taggingRulesAt(scope: IConstruct, props: RookoutTaggingProps): TaggingRules {
  const { sessionLink, fixedSessionLink, linkLabel } = props;
  const given = { sessionLink, fixedSessionLink, linkLabel, datadogTags: props.datadogTags };
  const conventions = conventionsAt(scope, given);
  return within(scope, () => taggingRules({ ...props, ...conventions.taggingSettings }, LABEL_TOKENS));
}
