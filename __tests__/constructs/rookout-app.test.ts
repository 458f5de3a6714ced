import { App, TerraformVariable, Token } from 'cdktf';
import { runInNewContext } from 'vm';
import { RookoutApp, RookoutAppProps, RookoutDashboard } from '../../lib';
import { LOCALES } from '../../lib/rookout/locales';
import { unknownToAppBuilder } from '../support/datadog-client';
import { fromTerraform, newStack, onlyResource, stackIn, synthesized, Synthesized } from '../support/stack';

function app(props: RookoutAppProps = {}, context = {}): { app: RookoutApp; json: Synthesized } {
  const stack = newStack(context);
  const rookout = new RookoutApp(stack, 'App', props);
  return { app: rookout, json: synthesized(stack) };
}

function definition(props: RookoutAppProps = {}): any {
  return fromTerraform(onlyResource(app(props).json, 'datadog_app_builder_app').app_json);
}

function component(definition: any, type: string): any {
  const [grid] = definition.components;
  const cell = grid.properties.children.find(({ properties }: any) => properties.children[0].type === type);
  return cell.properties.children[0];
}

/** What Datadog's JavaScript makes of an expression. */
function evaluated(expression: string, state: object): any {
  const [, javascript] = /^\$\{(.*)\}$/s.exec(expression)!;
  return JSON.parse(
    JSON.stringify(runInNewContext(`(${javascript})`, { encodeURIComponent, ...state }) ?? null),
  );
}

describe('the manifest', () => {
  it('is whole in the resource, and its ids are outputs', () => {
    const { app: rookout, json } = app();
    expect(onlyResource(json, 'terraform_data').input).toEqual(rookout.manifest);
    expect(rookout.manifest).toMatchObject({
      app_id: 'rookout',
      integration_title: 'Rookout Live Debugging',
    });
    expect(rookout.appUuid).toBe('a82a4f89-0690-48cf-bad0-9603fb652f44');
    const values = Object.values(json.output!).map(({ value }) => value);
    expect(values).toContainEqual(expect.stringMatching(/^\$\{terraform_data\.\w+\.output\.app_id\}$/));
    expect(values).toContainEqual(expect.stringMatching(/^\$\{terraform_data\.\w+\.output\.app_uuid\}$/));
    expect(values).toContainEqual(expect.stringMatching(/^\$\{datadog_app_builder_app\.\w+\.id\}$/));
  });

  it('speaks French where the props or the context say so', () => {
    const french = 'Debugging en temps réel Rookout';
    expect(app({ locale: 'fr' }).app.manifest.tile.title).toBe(french);
    expect(app({}, { rookout: { locale: 'fr' } }).app.manifest.tile.title).toBe(french);
    expect(app({ locale: 'en' }, { rookout: { locale: 'fr' } }).app.manifest.tile.title).not.toBe(french);
  });
});

describe('the App Builder app', () => {
  it('has the attributes that the provider reads beside the JSON', () => {
    const resource = onlyResource(app().json, 'datadog_app_builder_app');
    const json = fromTerraform(resource.app_json);
    expect(resource).toMatchObject({
      name: 'Rookout Live Debugging',
      description: 'Collect metrics from your code running in production using Rookout',
      root_instance_name: 'root',
      published: true,
    });
    expect(json).toMatchObject({
      name: resource.name,
      description: resource.description,
      rootInstanceName: resource.root_instance_name,
    });
    expect(json.components[0]).toMatchObject({ type: 'grid', name: resource.root_instance_name });
  });

  it.each(LOCALES)('is known to Datadog in every part (%s)', (locale) => {
    expect(unknownToAppBuilder(definition({ locale }))).toEqual([]);
  });

  it('takes name, description and whether it is published', () => {
    const props = { name: 'Points ${a} %{b}', description: 'In "code"', published: false };
    const resource = onlyResource(app(props).json, 'datadog_app_builder_app');
    expect(resource).toMatchObject({
      name: 'Points $${a} %%{b}',
      description: 'In "code"',
      published: false,
    });
    expect(fromTerraform(resource.app_json)).toMatchObject({
      name: props.name,
      description: props.description,
    });
  });

  it('takes tokens in its texts', () => {
    const stack = newStack();
    const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    new RookoutApp(stack, 'App', { name: `Points of "${name}"` });
    const resource = onlyResource(synthesized(stack), 'datadog_app_builder_app');
    expect(resource.name).toBe('${join("", ["Points of \\"", var.name, "\\""])}');
    expect(resource.app_json).toMatch(/jsonencode\(join\("", \[var\.name\]\)\)/);
  });

  it('keeps the id of its query', () => {
    const ids = LOCALES.map((locale) => definition({ locale }).queries[0].id);
    expect(ids[0]).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(new Set(ids).size).toBe(1);
  });

  it('lists the locations that metric points report from', () => {
    const json = definition();
    const [query] = json.queries;
    expect(query.properties.spec).toEqual({
      fqn: 'com.datadoghq.dd.metrics.listTagsByMetricName',
      inputs: { metricName: 'rookout' },
    });
    const outputs = evaluated(query.properties.outputs, {
      self: { rawOutputs: { tags: ['env:staging', 'location:cart.py:42', 'location:a b.go:7', 'host:a'] } },
    });
    expect(outputs).toEqual([{ location: 'cart.py:42' }, { location: 'a b.go:7' }]);
    expect(evaluated(query.properties.outputs, { self: {} })).toEqual([]);

    const { properties } = component(json, 'table');
    expect(evaluated(properties.data, { [query.name]: { outputs } })).toEqual(outputs);
    expect(properties.columns).toMatchObject([{ dataPath: 'location', header: 'Location' }]);
    expect(evaluated(properties.totalCount, { [query.name]: { outputs } })).toBe(2);
    expect(evaluated(properties.isLoading, { [query.name]: { isLoading: true } })).toBe(true);
  });

  it("offers the instances of the dashboard's services, and follows its choice", () => {
    const stack = newStack();
    const rookout = new RookoutApp(stack, 'App');
    const board = new RookoutDashboard(stack, 'Overview', { app: rookout, services: ['cart', 'shop'] });
    const { name, available_values: availableValues } = board.toJson().template_variables[0];
    const hosted = (value: string) => ({
      global: { dashboard: { templateVariables: [{ name: 'env' }, { name, value, availableValues }] } },
    });
    const { options, defaultValue } = component(definition(), 'select').properties;
    expect(evaluated(options, hosted('*'))).toEqual(
      ['k8s_deployment:cart', 'k8s_deployment:shop'].map((filter) => ({ label: filter, value: filter })),
    );
    expect(evaluated(defaultValue, hosted('*'))).toBe('k8s_deployment:cart');
    expect(evaluated(defaultValue, hosted('k8s_deployment:shop'))).toBe('k8s_deployment:shop');
    expect(evaluated(options, { global: {} })).toEqual([]);
    expect(evaluated(defaultValue, { global: {} })).toBeNull();
  });

  it('opens Rookout with the chosen instances', () => {
    const sessionLink = "https://rookout.example.com/it's/{labels}?again={labels}";
    const json = definition({ sessionLink });
    const { properties, events } = component(json, 'button');
    const [{ name, type, url }] = events;
    expect(properties.label).toBe('Set metric points');
    expect([name, type]).toEqual(['click', 'openUrl']);
    const { name: select } = component(json, 'select');
    const filters = 'k8s_deployment%3Acart%2Cenv%3Astaging';
    expect(evaluated(url, { [select]: { value: 'k8s_deployment:cart,env:staging' } })).toBe(
      `https://rookout.example.com/it's/${filters}?again=${filters}`,
    );
    expect(evaluated(url, { [select]: {} })).toBe("https://rookout.example.com/it's/?again=");
  });

  it('opens an address that takes single labels of the chosen instances', () => {
    const json = definition({ sessionLink: 'https://tool.example.com/{env}/{service}?team={label:team}' });
    const [{ url }] = component(json, 'button').events;
    const { name: select } = component(json, 'select');
    expect(evaluated(url, { [select]: { value: 'k8s_deployment:a b,env:staging' } })).toBe(
      'https://tool.example.com/staging/a%20b?team=',
    );
  });

  it('opens an address with a search for the chosen instances', () => {
    const json = definition({ sessionLink: 'https://app.datadoghq.com/apm/traces?query={search}' });
    const [{ url }] = component(json, 'button').events;
    const { name: select } = component(json, 'select');
    const opened = (value?: string) => new URL(evaluated(url, { [select]: { value } })).searchParams;
    expect(opened('k8s_deployment:Cart#3 #,env:prod,team:shop').get('query')).toBe(
      'kube_deployment:"cart_3" env:"prod" team:"shop"',
    );
    expect(opened().get('query')).toBe('');
  });

  it('calls its button as the menu entry of graphs', () => {
    const stack = newStack({ rookout: { linkLabel: 'Debug live' } });
    const { resource } = new RookoutApp(stack, 'App');
    expect(resource.appJsonInput).toContain('"label":"Debug live"');
  });
});

describe('the application key', () => {
  it('is not registered unless its id is given', () => {
    expect(app().json.resource).not.toHaveProperty('datadog_app_key_registration');
  });

  it('is registered before the app is made', () => {
    const { json } = app({ appKeyId: '0f5a2f6e-9a0e-4f43-9d0b-3f0d2c5b7a11' });
    expect(onlyResource(json, 'datadog_app_key_registration').id).toBe(
      '0f5a2f6e-9a0e-4f43-9d0b-3f0d2c5b7a11',
    );
    const [name] = Object.keys(json.resource!.datadog_app_key_registration);
    expect(onlyResource(json, 'datadog_app_builder_app').depends_on).toEqual([
      `datadog_app_key_registration.${name}`,
    ]);
  });

  it('may be named by a token', () => {
    const stack = newStack();
    const id = new TerraformVariable(stack, 'key', { type: 'string' }).stringValue;
    new RookoutApp(stack, 'App', { appKeyId: id });
    expect(onlyResource(synthesized(stack), 'datadog_app_key_registration').id).toBe('${var.key}');
  });

  it('is refused, without being shown, where the key itself is given for its id', () => {
    const key = 'ab12cd34'.repeat(5);
    const attempt = () => new RookoutApp(newStack(), 'App', { appKeyId: key });
    expect(attempt).toThrow('[stack/App] appKeyId');
    expect(attempt).not.toThrow(key);
  });
});

it('uses the provider that it is given', () => {
  const stack = newStack();
  const { DatadogProvider } = jest.requireActual('@cdktf/provider-datadog/lib/provider');
  const provider = new DatadogProvider(stack, 'EU', { alias: 'eu' });
  const rookout = new RookoutApp(stack, 'App', {
    provider,
    appKeyId: '0f5a2f6e-9a0e-4f43-9d0b-3f0d2c5b7a11',
  });
  new RookoutDashboard(stack, 'Overview', { app: rookout, provider });
  const { resource } = synthesized(stack);
  for (const type of ['datadog_app_builder_app', 'datadog_app_key_registration', 'datadog_dashboard_json']) {
    expect(onlyResource({ resource }, type).provider).toBe('datadog.eu');
  }
});

it('refuses a link that is no address, and an id that makes no Terraform name', () => {
  expect(() => new RookoutApp(newStack(), 'App', { sessionLink: 'rookout' })).toThrow(
    '[stack/App] sessionLink',
  );
  expect(() => new RookoutApp(newStack(), '1App')).toThrow('begin with a letter');
});

it('serves dashboards of several stacks', () => {
  const stack = newStack();
  const rookout = new RookoutApp(stack, 'App');
  const stacks = ['one', 'two'].map((id) => stackIn(App.of(stack), id));
  const boards = stacks.map((team) => new RookoutDashboard(team, 'Overview', { app: rookout }));
  for (const board of boards)
    expect(Token.isUnresolved(board.toJson().widgets[5].definition.app_id)).toBe(true);
});
