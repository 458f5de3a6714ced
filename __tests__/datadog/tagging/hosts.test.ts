import { TaggingSettings, taggingRules } from '../../../lib/datadog/tagging/settings';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';

const VARIABLES = [
  { name: 'ns', prefix: 'kube_namespace' },
  { name: 'env', prefix: 'env' },
];

/** What the link of a graph with these queries opens. */
function opened(queries: readonly string[], settings: TaggingSettings = {}, title = 'A'): string | undefined {
  const requests = queries.map((q) => ({ q }));
  const widgets = [{ definition: { type: 'timeseries', title, requests } }];
  const { link } = tagDashboard({ widgets, template_variables: VARIABLES }, taggingRules(settings))
    .widgets[0];
  return link && decodeURIComponent(link.split('?labels=')[1]);
}

/** The requests of a host map of entities. */
function entities(more: object) {
  return { request_type: 'infrastructure_hostmap', filter: 'host:web-1', enrichments: [], ...more };
}

describe('the host of Datadog', () => {
  it.each([
    ['avg:system.cpu.user{host:web-1}', '$hostname:web-1'],
    ['avg:system.cpu.user{env:prod} by {host}', '$hostname:{{host.value}},env:prod'],
    ['avg:system.cpu.user{$env} by {host}', '$hostname:{{host.value}},env:{{$env.value}}'],
    ['avg:app.kubernetes_jobs{*} by {host}', '$hostname:{{host.value}}'],
    ['avg:a{service:gke-shop} by {host}', 'service:gke-shop,$hostname:{{host.value}}'],
    ['avg:kubelike.x{region:eu,image:x} by {instance,host}', '$hostname:{{host.value}}'],
  ])('is the name of a machine in %s', (query, labels) => {
    expect(opened([query])).toBe(labels);
  });

  it.each([
    'avg:kubernetes.cpu.usage.total{*} by {host}',
    'avg:kubernetes_state.node.count{*} by {host}',
    'avg:container.cpu.usage{*} by {host}',
    'avg:docker.cpu.usage{*} by {host}',
    'avg:ecs.fargate.cpu.user{*} by {host}',
    'avg:aws.ec2.cpuutilization{*} by {host}',
    'avg:gcp.gce.instance.cpu.usage_time{*} by {host}',
    'avg:azure.vm.percentage_cpu{*} by {host}',
    'avg:a{*} by {host,kube_node}',
    'avg:a{*} by {host,container_name}',
    'avg:a{!pod_phase:failed} by {host}',
    'avg:a{docker_image:x*} by {host}',
    'avg:a{task_family:x OR zone:y} by {host}',
    'avg:a{$ns} by {ecs_cluster_name,host}',
    'avg:a{host:i-0123456789abcdef0}',
    'avg:a{host:gke-shop-pool-1-2a3b}',
    'avg:a{host:4f5e6d7c-0123-4567-89ab-0123456789ab}',
    'avg:a{host:1234567890123456789}',
    'avg:a{host:gke-*} by {host}',
    'avg:a{$ns} by {host}',
    'avg:containerd.cpu.total{*} by {host}',
    'avg:cri.cpu.usage{*} by {host}',
    'avg:eks.fargate.pods.running{*} by {host}',
    'avg:kube_apiserver.apiserver_request_total{*} by {host}',
    'avg:openshift.clusterquota.cpu.used{*} by {host}',
    'avg:a{image_name:cart} by {host}',
    'avg:a{short_image:cart} by {host}',
    'avg:a{*} by {display_container_name,host}',
    'avg:a{availability-zone:us-east-1a} by {host}',
    'avg:a{*} by {host,instance-type}',
    'avg:a{instance_id:x} by {host}',
    'avg:a{aws_account:123456789012} by {host}',
    'avg:a{cloud_provider:gcp} by {host}',
    'avg:a{autoscalinggroup:web} by {host}',
    'avg:a{autoscaling_group:web} by {host}',
    'avg:a{subscription_id:x} by {host}',
  ])('is none in %s', (query) => {
    expect(opened([query]) ?? '').not.toContain('$hostname');
  });

  it('is none in a graph of which one query is of containers', () => {
    const queries = ['avg:system.cpu.user{*} by {host}', 'avg:kubernetes.cpu.limits{*} by {host}'];
    expect(opened(queries)).toBeUndefined();
    expect(opened(queries.slice(0, 1))).toBe('$hostname:{{host.value}}');
  });

  it.each([
    [{ fill: { q: 'avg:a{*} by {host}' } }, { node_type: 'host' }, '$hostname:{{host.value}}'],
    [{ fill: { q: 'avg:a{*} by {host}' } }, { node_type: null }, '$hostname:{{host.value}}'],
    [{ fill: { q: 'avg:a{*} by {host}' } }, { node_type: 'container' }, undefined],
    [entities({ node_type: 'host' }), {}, '$hostname:web-1'],
    [entities({ node_type: 'pod' }), {}, undefined],
    [entities({ node_type: 'host', child: entities({ node_type: 'container' }) }), {}, undefined],
  ])('is that of a node where a host map %j shows other nodes than hosts', (requests, more, labels) => {
    const definition = { type: 'hostmap', title: 'A', requests, ...more };
    const { link } = tagDashboard({ widgets: [{ definition }] }, taggingRules({ widgetTypes: ['hostmap'] }))
      .widgets[0];
    expect(link && decodeURIComponent(link.split('?labels=')[1])).toBe(labels);
  });

  it('is what the settings say', () => {
    const machine = 'avg:system.cpu.user{*} by {host}';
    const node = 'avg:kubernetes.cpu.usage.total{*} by {host}';
    const by = (hosts: TaggingSettings['hosts']) =>
      [machine, node].map((query) => opened([query], { hosts }));
    const line = '$hostname:{{host.value}}';
    expect(by('plain')).toEqual([line, undefined]);
    expect(by('always')).toEqual([line, line]);
    expect(by('never')).toEqual([undefined, undefined]);
    expect(() => taggingRules({ hosts: 'sometimes' as 'plain' })).toThrow('hosts: "sometimes"');
  });

  it('does not contradict a title that names a pod', () => {
    const query = 'avg:a{host:node-1,kube_deployment:cart}';
    expect(opened([query], {}, 'A [$hostname:cart-7d9f]')).toBe('$hostname:cart-7d9f');
    expect(opened(['avg:a{pod_name:cart-8e}'], {}, 'A [$hostname:cart-7d9f]')).toBeUndefined();
    expect(opened(['avg:a{host:web-2}'], {}, 'A [$hostname:web-1]')).toBeUndefined();
    const datadogTags = { $hostname: ['host', 'pod_name'] };
    const both = 'avg:a{pod_name:cart-8e,host:node-1}';
    expect(opened([both], { datadogTags }, 'A [$hostname:cart-7d9f]')).toBeUndefined();
  });

  it('is a node beside a title that names a deployment', () => {
    const query = ['avg:a{*} by {host}'];
    const line = '$hostname:{{host.value}}';
    expect(opened(query, {}, 'A [service:cart]')).toBe(`service:cart,${line}`);
    expect(opened(query, {}, 'A [k8s_deployment:cart]')).toBe('k8s_deployment:cart');
    expect(opened(query, {}, 'A [k8s_deployment:cart] [env:prod]')).toBe('k8s_deployment:cart,env:prod');
    expect(opened(query, { hosts: 'always' }, 'A [k8s_deployment:cart]')).toBe(`k8s_deployment:cart,${line}`);
  });
});

describe('several tags of a label key', () => {
  const datadogTags = { service: ['app', 'service'] };

  it('are looked for in order, and never make two alternatives', () => {
    expect(opened(['avg:a{app:cart}'], { datadogTags })).toBe('service:cart');
    expect(opened(['avg:a{service:cart}'], { datadogTags })).toBe('service:cart');
    expect(opened(['avg:a{app:cart,service:shop}'], { datadogTags })).toBe('service:cart');
    expect(opened(['avg:a{app:cart}', 'avg:a{service:shop}'], { datadogTags })).toBeUndefined();
    expect(opened(['avg:a{*} by {service,app}'], { datadogTags })).toBe('service:{{app.value}}');
    expect(opened(['avg:a{app:x*} by {service}'], { datadogTags })).toBe('service:{{service.value}}');
    const besideOthers = ['avg:a{service:pay}', 'avg:b{zone:x}'];
    expect(opened(besideOthers, { datadogTags }, 'A [service:cart]')).toBeUndefined();
  });
});

describe('singleValues', () => {
  it('leaves out a key that has several', () => {
    const query = 'avg:a{service IN (cart,pay) AND env:prod}';
    expect(opened([query])).toBe('service:cart,service:pay,env:prod');
    expect(opened([query], { singleValues: true })).toBe('env:prod');
    expect(opened([`${query} by {service}`], { singleValues: true })).toBe(
      'service:{{service.value}},env:prod',
    );
  });
});
