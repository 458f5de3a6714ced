import { hostname } from 'os';
import { describeAgents, itInPod } from './support/describe-agents';
import { codes, labelsIn, tableWith } from './support/table';

/** What makes an agent believe that it is there, by the first column of the table. */
const PLACES: Readonly<Record<string, Record<string, string>>> = {
  'a plain host': {},
  'ECS, on EC2 or Fargate': {
    AWS_EXECUTION_ENV: 'AWS_ECS_FARGATE',
    AWS_REGION: 'eu-west-1',
    ECS_CONTAINER_METADATA_URI_V4: 'http://127.0.0.1:9/v4/cart',
  },
  'with `DD_SERVICE` and `DD_ENV`': { DD_SERVICE: 'cart', DD_ENV: 'prod', DD_VERSION: '1.2.0' },
  'the AWS Lambda function `cart`': { AWS_LAMBDA_FUNCTION_NAME: 'cart', AWS_REGION: 'eu-west-1' },
  'the Cloud Run service `cart`': {
    K_SERVICE: 'cart',
    K_REVISION: 'cart-00001',
    K_CONFIGURATION: 'cart',
    PORT: '8080',
  },
  'the Google Cloud Function `cart`': {
    FUNCTION_TARGET: 'handle',
    FUNCTION_SIGNATURE_TYPE: 'http',
    K_SERVICE: 'cart',
  },
  'the Azure Function `cart`': {
    FUNCTIONS_WORKER_RUNTIME: 'custom',
    WEBSITE_SITE_NAME: 'cart',
    REGION_NAME: 'West Europe',
  },
  'with `ROOKOUT_DEBUG=1`': { ROOKOUT_DEBUG: '1' },
};

const POD_ROW = 'a pod in the namespace `shop`';
const POD = { name: 'cart-7d9f8c6b5-x2k4p', namespace: 'shop' };

/** The column of texts. */
const TEXT = '`ROOKOUT_LABELS`';

const OWN = tableWith('docs/labels.md', 'where', 'Node');
const READ = tableWith('docs/labels.md', TEXT, 'Node');

it('the table of own labels has a row for each place', () => {
  expect(OWN.map(({ where }) => where).sort()).toEqual([...Object.keys(PLACES), POD_ROW].sort());
});

it('there are rows in the table of texts', () => expect(READ.length).toBeGreaterThan(10));

describeAgents('what the page on labels says', (agent) => {
  const ownIn = (place: string) => labelsIn(OWN.find(({ where }) => where === place)![agent.name]);

  it.each(Object.keys(PLACES))('of labels that are reported by themselves: %s', async (place) => {
    expect((await agent.report(PLACES[place])).labels).toEqual(ownIn(place));
  });

  itInPod('of labels and the host name in a pod', async () => {
    const { labels, hostname } = await agent.report({}, POD);
    expect(labels).toEqual(ownIn(POD_ROW));
    expect(hostname).toBe(POD.name);
  });

  it('of the host name', async () => {
    const report = await agent.report();
    // Java reports nothing where it can't resolve the name.
    expect(agent.name === 'Java' ? ['', hostname()] : [hostname()]).toContain(report.hostname);
  });

  const named = (place: string) =>
    Object.keys(ownIn(place)).filter((key) => /^(function_name|\w+_region)$/.test(key));
  it.each(Object.keys(PLACES).filter((place) => named(place).length > 0))(
    'of your own values: they win in %s',
    async (place) => {
      const mine = named(place).map((key) => [key, 'mine']);
      const text = mine.map((label) => label.join(':')).join(',');
      const { labels } = await agent.report({ ...PLACES[place], ROOKOUT_LABELS: text });
      expect(labels).toEqual({ ...ownIn(place), ...Object.fromEntries(mine) });
    },
  );

  itInPod('of your own value of the namespace: it wins', async () => {
    const { labels } = await agent.report({ ROOKOUT_LABELS: 'k8s_namespace:mine' }, POD);
    expect(labels).toEqual({ ...ownIn(POD_ROW), k8s_namespace: 'mine' });
  });

  it.each(READ.map((row) => [row[TEXT], row[agent.name]]))(
    'of ROOKOUT_LABELS: %s gives %s',
    async (given, expected) => {
      const [text] = codes(given);
      if (expected === 'does not start') {
        expect(await agent.isSilent({ ROOKOUT_LABELS: text })).toBe(true);
      } else {
        const { labels } = await agent.report({ ROOKOUT_LABELS: text });
        expect(labels).toEqual({ ...ownIn('a plain host'), ...labelsIn(expected) });
      }
    },
  );

  const replaced =
    agent.name === 'Java'
      ? [['the property', { JAVA_TOOL_OPTIONS: '-DROOKOUT_LABELS=team:shop' }, { team: 'shop' }]]
      : [
          ['labels', { PROGRAM_LABELS: '{"team":"a:b,c"}' }, { team: 'a:b,c' }],
          ['an empty map', { PROGRAM_LABELS: '{}' }, {}],
        ];
  it.each(replaced as [string, Record<string, string>, object][])(
    'of what replaces the variable: %s given in the program',
    async (_, env, given) => {
      const { labels } = await agent.report({ ...env, ROOKOUT_LABELS: 'service:cart' });
      expect(labels).toEqual({ ...ownIn('a plain host'), ...given });
    },
  );
});
