import { App } from 'cdktf';
import { join } from 'path';
import { fleet } from './fleet';
import { readTeams } from './team';

// Many teams, from data: npx cdktf synth --app "node --require ts-node/register examples/fleet/main.ts"
const app = new App();
fleet(app, readTeams(join(__dirname, 'teams.json')));
app.synth();
