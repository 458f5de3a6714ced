import { Texts } from '../rookout/texts';
import { METRIC } from '../rookout/manifest';
import { JsonObject } from '../json/value';
import { appLink } from './app-link';
import { DatadogTags } from './tags';

/**
 * The template variable that passes the dashboard's instances to the embedded app. It has a value for each
 * service: label filters such as `k8s_deployment:cartservice,env:staging`.
 */
export const INSTANCES_VARIABLE = 'rookout_instances';

/** The name of the app's outermost component. */
export const ROOT_INSTANCE_NAME = 'root';

/** The id of the query. It is fixed, since Datadog takes a query with another id for another query. */
const QUERY_ID = 'c0d6e1f4-7f0e-4b8e-9a51-6d1f6f3c2b70';
const QUERY_NAME = 'metricPoints';
const SELECT_NAME = 'instances';

/**
 * The App Builder app: a table of the locations in code that metric points report from, a select of the
 * dashboard's instances and a button that opens Rookout with the chosen ones.
 *
 * Source: https://docs.datadoghq.com/actions/app_builder/ for components, expressions (`${…}` is JavaScript
 * that Datadog runs) and what an embedded app sees of its dashboard.
 *
 * @param link the link template, and the text of the button
 */
export function appDefinition(
  app: { readonly name: string; readonly description: string },
  texts: Texts,
  link: { readonly sessionLink: string; readonly linkLabel: string; readonly datadogTags: DatadogTags },
): JsonObject {
  return {
    name: app.name,
    description: app.description,
    rootInstanceName: ROOT_INSTANCE_NAME,
    components: [
      {
        name: ROOT_INSTANCE_NAME,
        type: 'grid',
        properties: {
          backgroundColor: 'default',
          children: [
            cell('selectCell', { x: 0, y: 0, width: 8, height: 8 }, instanceSelect(texts)),
            cell(
              'buttonCell',
              { x: 8, y: 0, width: 4, height: 8 },
              setMetricPointsButton(appLink(link.sessionLink, SELECT_NAME, link.datadogTags), link.linkLabel),
            ),
            cell('tableCell', { x: 0, y: 8, width: 12, height: 32 }, locationTable(texts)),
          ],
        },
        events: [],
      },
    ],
    queries: [locationQuery()],
    tags: [],
  };
}

function cell(name: string, layout: JsonObject, child: JsonObject): JsonObject {
  return {
    name,
    type: 'gridCell',
    properties: { children: [child], isVisible: 'true', layout: { default: layout } },
    events: [],
  };
}

function instanceSelect(texts: Texts): JsonObject {
  const variable = `global?.dashboard?.templateVariables?.find((v) => v.name === '${INSTANCES_VARIABLE}')`;
  return {
    name: SELECT_NAME,
    type: 'select',
    properties: {
      label: texts.instances,
      placeholder: texts.chooseInstances,
      options: expression(
        `(${variable}?.availableValues ?? []).map((filter) => ({ label: filter, value: filter }))`,
      ),
      defaultValue: expression(
        `((v) => (v?.availableValues?.includes(v?.value) ? v.value : v?.availableValues?.[0]))(${variable})`,
      ),
      isDisabled: false,
      isMultiselect: 'false',
      isVisible: true,
    },
    events: [],
  };
}

function setMetricPointsButton(url: string, label: string): JsonObject {
  return {
    name: 'setMetricPoints',
    type: 'button',
    properties: {
      label,
      level: 'default',
      isPrimary: true,
      isBorderless: false,
      isDisabled: false,
      isLoading: false,
      isVisible: true,
    },
    events: [
      {
        name: 'click',
        type: 'openUrl',
        url,
      },
    ],
  };
}

function locationTable(texts: Texts): JsonObject {
  return {
    name: 'locations',
    type: 'table',
    properties: {
      data: expression(`${QUERY_NAME}?.outputs ?? []`),
      columns: [{ dataPath: 'location', header: texts.location, id: 'location', isHidden: false }],
      globalFilter: true,
      isLoading: expression(`${QUERY_NAME}?.isLoading ?? false`),
      isScrollable: 'vertical',
      isSubRowsEnabled: false,
      isVisible: true,
      isWrappable: true,
      pageSize: 20,
      paginationType: 'client_side',
      rowButtons: [],
      summary: texts.metricPointsSummary,
      totalCount: expression(`${QUERY_NAME}?.outputs?.length ?? 0`),
    },
    events: [],
  };
}

function locationQuery(): JsonObject {
  const locations =
    "(outputs?.tags ?? []).filter((tag) => tag.startsWith('location:'))" +
    ".map((tag) => ({ location: tag.slice('location:'.length) }))";
  return {
    id: QUERY_ID,
    name: QUERY_NAME,
    type: 'action',
    properties: {
      spec: { fqn: 'com.datadoghq.dd.metrics.listTagsByMetricName', inputs: { metricName: METRIC } },
      outputs: expression(`((outputs) => { return ${locations}; })(self.rawOutputs)`),
    },
    events: [],
  };
}

function expression(javascript: string): string {
  return `\${${javascript}}`;
}
