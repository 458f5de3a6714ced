import { BadInput } from '../../bad-input';
import { checkTexts, knownList, knownObjects } from '../../terraform/known-list';
import { hasToken } from '../../terraform/tokens';
import { Reflow } from './board';
import { Widget } from '../widget';
import { JsonObject } from '../../json/value';

/** A template variable of a dashboard. Queries refer to it as `$name`. */
export interface DashboardTemplateVariable {
  /** The name, without the `$`. */
  readonly name: string;
  /**
   * The tag of the variable, for example `kube_namespace`.
   * @default - none: the variable holds text
   */
  readonly prefix?: string;
  /**
   * The values that users can choose.
   * @default - all values of the tag
   */
  readonly availableValues?: string[];
  /**
   * The default values.
   * @default - all: `*`
   */
  readonly defaults?: string[];
}

/** Everything of a dashboard except its widgets. */
export interface DashboardFrame {
  readonly title: string;
  readonly description?: string;
  readonly templateVariables?: readonly DashboardTemplateVariable[];
  readonly notifyList?: readonly string[];
  readonly reflow: Reflow;
  readonly teams?: readonly string[];
  readonly restrictedRoles?: readonly string[];
}

/** Changes to an imported dashboard. */
export interface DashboardOverrides {
  /**
   * The title of the dashboard.
   * @default - as imported
   */
  readonly title?: string;
  /**
   * The description of the dashboard.
   * @default - as imported
   */
  readonly description?: string;
  /**
   * The handles of the dashboard's teams, without `team:`. There may be at most 5.
   * @default - as imported
   */
  readonly teams?: string[];
  /**
   * The handles of the users to notify of changes.
   * @default - as imported
   */
  readonly notifyList?: string[];
  /**
   * The template variables of the dashboard.
   * @default - as imported
   */
  readonly templateVariables?: DashboardTemplateVariable[];
}

/** Datadog's limit of teams on one dashboard. */
const MOST_TEAMS = 5;

/**
 * A dashboard as Datadog's API returns it, so that a second plan finds no changes. Server defaults are
 * written, fields that only the server sets are not, and lists that the server sorts are sorted.
 *
 * Source: https://docs.datadoghq.com/api/latest/dashboards/
 */
export function dashboardJson(frame: DashboardFrame, widgets: Widget[]): JsonObject {
  return {
    title: frame.title,
    description: frame.description ?? '',
    widgets,
    template_variables: (frame.templateVariables ?? []).map(templateVariable),
    layout_type: 'ordered',
    notify_list: notifyListOf(frame.notifyList ?? []),
    reflow_type: frame.reflow,
    ...(frame.teams?.length ? { tags: tagsOf(frame.teams) } : {}),
    ...(frame.restrictedRoles?.length ? { restricted_roles: frame.restrictedRoles } : {}),
  };
}

/**
 * A dashboard's JSON with the overrides.
 *
 * @throws BadInput if Datadog would refuse one
 */
export function overridden(json: JsonObject, overrides: DashboardOverrides): JsonObject {
  const { title, description, teams, notifyList, templateVariables } = overrides;
  if (title !== undefined) checkTitle(title);
  checkDescription(description);
  checkLists({ teams, templateVariables, notifyList });
  return {
    ...json,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(templateVariables && { template_variables: templateVariables.map(templateVariable) }),
    ...(notifyList && { notify_list: notifyListOf(notifyList) }),
    ...(teams && { tags: tagsOf(teams) }),
  };
}

/** @throws BadInput if the title is blank, or Datadog would refuse something other than a widget */
export function checkFrame(frame: DashboardFrame): void {
  checkTitle(frame.title);
  checkDescription(frame.description);
  checkLists(frame);
}

/** Datadog takes a blank title, so an existing dashboard may have one. */
function checkTitle(title: string): void {
  if (typeof title === 'string' && title.trim() !== '') return;
  throw new BadInput('title', title, 'is empty, blank or not text', 'Give the dashboard a title');
}

function checkDescription(description: string | undefined): void {
  if (description === undefined || description === null || typeof description === 'string') return;
  throw new BadInput('description', description, 'is not text', 'Describe the dashboard in text');
}

function checkLists(frame: Omit<DashboardFrame, 'title' | 'reflow'>): void {
  checkTeams(knownList('teams', frame.teams));
  checkNotifyList('notifyList', frame.notifyList ?? []);
  checkTexts('restrictedRoles', frame.restrictedRoles ?? [], 'Pass the ids of roles');
  const names = new Set<string>();
  knownObjects('templateVariables', frame.templateVariables).forEach((variable, index) => {
    const { name, availableValues, defaults } = variable;
    if (typeof name !== 'string' || name.trim() === '' || name.startsWith('$')) {
      throw new BadInput(
        'templateVariables',
        name,
        'is not a name',
        'Name the variable without "$", as in "namespace"',
      );
    }
    if (names.has(name)) {
      throw new BadInput('templateVariables', name, 'is the name of two variables', 'Give each its own name');
    }
    names.add(name);
    checkTexts(
      `templateVariables[${index}].availableValues`,
      availableValues ?? [],
      'Pass values of the tag',
    );
    checkTexts(`templateVariables[${index}].defaults`, defaults ?? [], 'Pass values of the tag');
  });
}

function checkTeams(teams: readonly string[]): void {
  if (teams.length > MOST_TEAMS) {
    throw new BadInput(
      'teams',
      teams,
      `are ${teams.length}, but a dashboard has at most ${MOST_TEAMS}`,
      'Leave some out',
    );
  }
  for (const team of teams) {
    if (typeof team !== 'string' || team.trim() === '') {
      throw new BadInput('teams', team, 'is empty, blank or not text', 'Pass the handles of teams');
    }
    if (team.startsWith('team:')) {
      throw new BadInput(
        'teams',
        team,
        'begins with "team:", which is added to it',
        `Pass "${team.slice('team:'.length)}"`,
      );
    }
  }
}

/** A template variable in Datadog's JSON. */
export function templateVariable(variable: DashboardTemplateVariable): JsonObject {
  const { name, prefix, availableValues, defaults } = variable;
  return {
    name,
    ...(prefix === undefined ? {} : { prefix }),
    available_values: availableValues ?? [],
    defaults: defaults ?? ['*'],
  };
}

function tagsOf(teams: readonly string[]): string[] {
  return teams.map((team) => `team:${team}`);
}

/** @throws BadInput if the value is not a list of strings */
export function checkNotifyList(what: string, list: unknown): void {
  checkTexts(what, list, 'Pass the handles of users');
}

/** The users to notify, in the order of Datadog's API. With tokens, that order is not known. */
export function notifyListOf(handles: readonly string[]): readonly string[] {
  return handles.some(hasToken) ? handles : [...handles].sort();
}
