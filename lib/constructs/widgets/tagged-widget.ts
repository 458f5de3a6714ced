import { Fn } from 'cdktf';
import { withCustomLink } from '../../datadog/tagging/custom-links';
import { JsonObject } from '../../json/value';
import { linkOfTitle, SET_METRIC_POINTS } from '../../rookout/session-link';

/** A widget whose title carries label filters, and the context link that opens Rookout with them. */
export interface TaggedWidget {
  readonly title: string;
  readonly link: string;
  readonly definition: JsonObject;
}

/** Gives the definition that title, and the context link for the label filters in it: so the two agree. */
export function tagged(definition: JsonObject, title: string, sessionLink: string): TaggedWidget {
  const link = linkOfTitle(sessionLink, title, encodedByTerraform);
  return { title, link, definition: withCustomLink({ ...definition, title }, SET_METRIC_POINTS, link) };
}

/** Terraform encodes a space as `+`, which is a space in a query only. */
export function encodedByTerraform(token: string): string {
  return Fn.replace(Fn.urlencode(token), '+', '%20');
}
