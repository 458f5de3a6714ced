import { App } from 'cdktf';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { fleet } from '../examples/fleet/fleet';
import { checkedTeams, readTeams, Team } from '../examples/fleet/team';
import { RookoutApp, RookoutDashboard } from '../lib';
import { appOf, constructsOf } from './support/app-of';
import { unknownToDatadog } from './support/datadog-client';
import { Synthesized, synthesizedApp } from './support/stack';

const FLEET = join(__dirname, '..', 'examples', 'fleet');
const TEAMS: Team[] = [
  { name: 'blue', dashboards: [{ id: 'sea', title: 'Sea', services: ['wave', 'tide'] }] },
  {
    name: 'green',
    dashboards: [
      { id: 'wood', title: 'Wood', services: ['leaf'] },
      { id: 'lawn', title: 'Lawn', services: ['blade'] },
    ],
  },
];

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rookout-fleet-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function synthesized(env: Record<string, string> = {}, context: object = {}): Record<string, any> {
  const before = process.env;
  const { FLEET_STATE_BUCKET: _, FLEET_STATE_DATABASE: __, TF_CLOUD_ORGANIZATION: ___, ...others } = before;
  process.env = { ...others, ...env };
  try {
    // The validation of the cloud backend asks Terraform for its version.
    const app = new App({ outdir: folder, context: { rookout: context }, skipValidation: true });
    fleet(app, TEAMS);
    return synthesizedApp(app);
  } finally {
    process.env = before;
  }
}

function dashboards(stack: Synthesized): any[] {
  return Object.values(stack.resource!.datadog_dashboard_json);
}

describe('the fleet', () => {
  it('has a stack for what is shared and one for each team', () => {
    const stacks = synthesized();
    expect(Object.keys(stacks).sort()).toEqual(['blue', 'green', 'shared']);
    expect(Object.keys(stacks.shared.resource)).toEqual(['datadog_app_builder_app', 'terraform_data']);
    expect(Object.values<any>(stacks.shared.resource.datadog_app_builder_app)).toMatchObject([
      { published: true },
    ]);
    expect(dashboards(stacks.blue)).toHaveLength(1);
    expect(dashboards(stacks.green)).toHaveLength(2);
  });

  it('deploys the shared stack before the teams, and the teams independently', () => {
    synthesized();
    const { stacks } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const dependencies = Object.entries<any>(stacks).map(([name, stack]) => [name, stack.dependencies]);
    expect(Object.fromEntries(dependencies)).toEqual({ shared: [], blue: ['shared'], green: ['shared'] });
  });

  it('embeds the one app everywhere, by its id in the shared state', () => {
    const { shared, blue, green } = synthesized();
    for (const { dashboard } of [...dashboards(blue), ...dashboards(green)]) {
      const [, output] = /terraform_remote_state\.cross-stack-reference-input-shared\.outputs\.([\w-]+)/.exec(
        dashboard,
      )!;
      expect(shared.output[output].value).toBe(shared.output.AppId.value);
    }
    expect(shared.output.AppId.value).toMatch(/^\$\{datadog_app_builder_app\.\w+\.id\}$/);
  });

  it('tells ids and full addresses, on the site of the context, which the provider talks to', () => {
    const { green } = synthesized({}, { site: 'datadoghq.eu' });
    const { value } = green.output.Dashboards;
    expect(Object.keys(value)).toEqual(['lawn', 'wood']);
    expect(value.wood.address).toMatch(
      /^https:\/\/app\.datadoghq\.eu\/dashboard\/\$\{datadog_dashboard_json\.\w+\.id\}$/,
    );
    expect(value.wood.id).toMatch(/^\$\{datadog_dashboard_json\.\w+\.id\}$/);
    expect(green.provider.datadog).toEqual([{ api_url: 'https://api.datadoghq.eu/' }]);
  });
});

describe('the state of the fleet', () => {
  it('is a local file of each stack, where the environment names nothing', () => {
    for (const [stack, { terraform }] of Object.entries(synthesized())) {
      const path = join(process.cwd(), `terraform.${stack}.tfstate`);
      expect(terraform.backend).toEqual({ local: { path } });
    }
  });

  it('is in the bucket that FLEET_STATE_BUCKET names, encrypted and locked', () => {
    const { shared, blue } = synthesized({ FLEET_STATE_BUCKET: 'states', TF_CLOUD_ORGANIZATION: 'acme' });
    const state = { bucket: 'states', key: 'rookout/shared.tfstate', encrypt: true };
    expect(shared.terraform.backend).toEqual({ s3: { ...state, use_lockfile: true } });
    expect(blue.terraform.backend.s3.key).toBe('rookout/blue.tfstate');
    expect(Object.values(blue.data.terraform_remote_state)).toMatchObject([{ backend: 's3', config: state }]);
  });

  it('is in a schema each of the database that FLEET_STATE_DATABASE names', () => {
    const database = 'postgres://runner@db.internal/terraform';
    const { shared, blue } = synthesized({ FLEET_STATE_DATABASE: database, TF_CLOUD_ORGANIZATION: 'acme' });
    const state = { conn_str: database, schema_name: 'rookout-shared' };
    expect(shared.terraform.backend).toEqual({ pg: state });
    expect(blue.terraform.backend.pg.schema_name).toBe('rookout-blue');
    expect(Object.values(blue.data.terraform_remote_state)).toMatchObject([{ backend: 'pg', config: state }]);
  });

  it('is in a workspace each of the organization that TF_CLOUD_ORGANIZATION names', () => {
    const { shared, blue } = synthesized({ TF_CLOUD_ORGANIZATION: 'acme' });
    const cloud = { organization: 'acme', workspaces: { name: 'rookout-shared' } };
    expect(shared.terraform).toMatchObject({ cloud });
    expect(shared.terraform).not.toHaveProperty('backend');
    expect(blue.terraform.cloud.workspaces).toEqual({ name: 'rookout-blue' });
    expect(Object.values(blue.data.terraform_remote_state)).toMatchObject([
      { backend: 'remote', config: cloud },
    ]);
  });
});

describe('examples/fleet/main.ts', () => {
  it('synthesizes dashboards that Datadog knows in every part, for the teams of teams.json', () => {
    process.env.CDKTF_OUTDIR = folder;
    try {
      const app = appOf(join(FLEET, 'main.ts'));
      const teams = readTeams(join(FLEET, 'teams.json'));
      expect(Object.keys(synthesizedApp(app)).sort()).toEqual(
        ['shared', ...teams.map(({ name }) => name)].sort(),
      );
      expect(constructsOf(app, RookoutApp)).toHaveLength(1);
      const made = constructsOf(app, RookoutDashboard).map((dashboard) => dashboard.toJson());
      expect(made.map(({ title, tags }) => [title, tags])).toEqual(
        teams.flatMap((team) => team.dashboards.map(({ title }) => [title, [`team:${team.name}`]])),
      );
      for (const dashboard of made) expect(unknownToDatadog(dashboard)).toEqual([]);
      expect(JSON.stringify(made)).toContain('checkout Memory [k8s_deployment:checkout] [env:production]');
    } finally {
      delete process.env.CDKTF_OUTDIR;
    }
  });
});

describe('teams from JSON', () => {
  const [team] = TEAMS;
  const [dashboard] = team.dashboards;
  const NAME_RULE = 'must begin with a small letter, and have small letters, digits and "-" only';
  const having = (changes: object) => [{ ...team, dashboards: [{ ...dashboard, ...changes }] }];

  it('are taken as they are', () => {
    expect(checkedTeams(JSON.parse(JSON.stringify(TEAMS)))).toEqual(TEAMS);
  });

  it.each<[unknown, string]>([
    [{}, 'teams: Invalid input: expected array, received object'],
    [[], 'teams: is empty'],
    [['blue'], 'teams[0]: Invalid input: expected object, received string'],
    [[{ ...team, dashbords: [] }], 'teams[0]: Unrecognized key: "dashbords"'],
    [[{ dashboards: team.dashboards }], 'teams[0].name: Invalid input: expected string, received undefined'],
    [[{ ...team, name: 'Blue team' }], `teams[0].name: "Blue team" ${NAME_RULE}`],
    [[{ ...team, name: 'shared' }], 'teams[0].name: "shared" is the name of the stack that all teams share'],
    [[team, TEAMS[1], team], 'teams[2].name: "blue" is there already'],
    [[{ ...team, dashboards: [] }], 'teams[0].dashboards: is empty'],
    [[{ ...team, dashboards: [dashboard, dashboard] }], 'teams[0].dashboards[1].id: "sea" is there already'],
    [having({ id: '1st' }), `teams[0].dashboards[0].id: "1st" ${NAME_RULE}`],
    [having({ title: ' ' }), 'teams[0].dashboards[0].title: is empty'],
    [having({ services: [] }), 'teams[0].dashboards[0].services: is empty'],
    [
      having({ services: ['a', 7] }),
      'teams[0].dashboards[0].services[1]: Invalid input: expected string, received number',
    ],
    [having({ owner: 'me' }), 'teams[0].dashboards[0]: Unrecognized key: "owner"'],
  ])('are refused: %j', (json, message) => {
    expect(() => checkedTeams(json)).toThrow(new Error(message));
  });

  it('are told all that is wrong with them, a line each', () => {
    const json = [{ ...team, name: 'shared', dashboards: [{ ...dashboard, title: '' }] }];
    expect(() => checkedTeams(json)).toThrow(
      /^teams\[0\]\.name: .*\nteams\[0\]\.dashboards\[0\]\.title: is empty$/,
    );
  });

  it('name the file that is wrong', () => {
    const path = join(folder, 'teams.json');
    writeFileSync(path, '[{"name": "blue"');
    expect(() => readTeams(path)).toThrow(path);
    expect(() => readTeams(join(folder, 'nowhere.json'))).toThrow(/ENOENT.*nowhere\.json/);
  });
});
