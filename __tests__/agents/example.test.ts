import { join } from 'path';
import { RookoutLabel } from '../../lib';
import { runApp } from '../support/run-app';
import { onlyResource } from '../support/stack';
import { describeAgents } from './support/describe-agents';

const { stacks, dashboards } = runApp(join(__dirname, '..', '..', 'examples', 'agent-labels.ts'));
const { spec } = onlyResource(stacks.cart, 'kubernetes_deployment_v1');
const { env } = spec.template.spec.container[0];
const environment = Object.fromEntries(env.map(({ name, value }: any) => [name, value]));

/** The titles with a label filter, in all groups. */
function taggedTitles(widgets: any[]): string[] {
  return widgets.flatMap(({ definition }) =>
    definition.widgets
      ? taggedTitles(definition.widgets)
      : RookoutLabel.inTitle(definition.title ?? '').length > 0
        ? [definition.title]
        : [],
  );
}

describeAgents("the example's instances", (agent) => {
  it('report the labels that each title of its dashboard shows, and no other', async () => {
    const { labels: own } = await agent.report();
    const { labels } = await agent.report(environment);
    const titles = taggedTitles(dashboards[0].widgets);
    expect(titles).not.toHaveLength(0);
    for (const title of titles) {
      const shown = RookoutLabel.inTitle(title).map(({ key, value }) => [key, value]);
      expect(labels).toEqual({ ...own, ...Object.fromEntries(shown) });
    }
  });
});
