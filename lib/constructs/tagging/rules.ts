import { IConstruct } from 'constructs';
import { BadInput } from '../../bad-input';
import { instanceRules, LABEL_KEYS } from '../../datadog/tagging/instances';
import { TaggingRules } from '../../datadog/tagging/tag-dashboard';
import { checkLabelKey } from '../../rookout/label';
import { RookoutConventions } from '../rookout-conventions';
import { RookoutTaggingProps } from '../rookout-tagging-props';
import { encodedByTerraform } from '../tokens/url-encoded';
import { within } from '../construct-error';

/** The rules that hold at a construct. */
export function taggingRulesAt(scope: IConstruct, props: RookoutTaggingProps): TaggingRules {
  const { datadogTags, sessionLink } = props;
  const conventions = RookoutConventions.of(scope, { datadogTags, sessionLink });
  within(scope, () => {
    for (const key of props.labelKeys ?? []) checkLabelKey('labelKeys', key);
    for (const type of props.widgetTypes ?? []) {
      if (/^[a-z_]+$/.test(type)) continue;
      throw new BadInput(
        'widgetTypes',
        type,
        'is no type of a widget',
        'Use Datadog\'s, such as "query_value"',
      );
    }
  });
  const instances = instanceRules(props.labelKeys ?? LABEL_KEYS, conventions.datadogTags);
  const keys = [...instances.values()];
  within(scope, () => {
    for (const key of props.labelKeys ?? []) {
      if (keys.includes(key)) continue;
      throw new BadInput(
        'labelKeys',
        key,
        'has the same Datadog tag as a key before it, and a tag makes one filter',
        'Leave one of the two out',
      );
    }
  });
  return {
    instances,
    sessionLink: conventions.sessionLink,
    widgetTypes: props.widgetTypes ?? ['timeseries'],
    excludeTitles: props.excludeTitles ?? [],
    encodeToken: encodedByTerraform,
  };
}
