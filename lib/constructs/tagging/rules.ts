import { IConstruct } from 'constructs';
import { TaggingRules, taggingRules } from '../../datadog/tagging/rules';
import { within } from '../construct-error';
import { RookoutConventions } from '../rookout-conventions';
import { RookoutTaggingProps } from '../rookout-tagging-props';
import { encodedByTerraform } from '../tokens/url-encoded';

/** The rules that hold at a construct. */
export function taggingRulesAt(scope: IConstruct, props: RookoutTaggingProps): TaggingRules {
  const { datadogTags, sessionLink } = RookoutConventions.of(scope, { datadogTags: props.datadogTags });
  return within(scope, () =>
    taggingRules(
      { ...props, datadogTags, sessionLink: props.sessionLink ?? sessionLink },
      encodedByTerraform,
    ),
  );
}
