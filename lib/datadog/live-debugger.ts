import { BadInput } from '../bad-input';
import { checkLinkTemplate, DEFAULT_SESSION_LINK } from '../rookout/link-template';
import { maskTokens } from '../terraform/tokens';
import { checkSite, isOfGovernment, webAddress } from './site';

/** What links open, by the words of `liveDebugger`. A URL template of your own is another one. */
export class LiveDebugger {
  /**
   * Rookout's page, with the label filters in its address. Rookout documents no address that selects instances, so check
   * it in your account first.
   */
  public static readonly ROOKOUT: string = 'rookout';
  /**
   * Datadog's own Live Debugger, by its second way in: the Trace Explorer shows the traces of these labels, and a trace
   * has **Start Debug Session**. Datadog documents the search in the address, but no parameter of the debugger's own page.
   * It is not on the government sites.
   *
   * Source: https://docs.datadoghq.com/tracing/live_debugger/ and
   * https://docs.datadoghq.com/tracing/trace_explorer/
   */
  public static readonly DATADOG: string = 'datadog';

  /**
   * Dynatrace's Live Debugger, the successor of Rookout: its page, where people choose the instances. Dynatrace documents
   * no filter in its address, so it is the same for every graph.
   *
   * Source: https://docs.dynatrace.com/docs/observe/application-observability/live-debugger
   *
   * @param tenant the address of the tenant, for example `abc12345.apps.dynatrace.com`
   * @returns the word, such as `dynatrace:abc12345.apps.dynatrace.com`
   */
  public static dynatrace(tenant: string): string {
    return `${DYNATRACE}:${tenant}`;
  }

  private constructor() {}
}

const DYNATRACE = 'dynatrace';
const TENANT = 'abc12345.apps.dynatrace.com';

/** What links open: one setting that has two names. */
export interface LinkSetting {
  /** A word of `LiveDebugger`, or a link template. */
  readonly liveDebugger?: string;
  /** A link template. */
  readonly sessionLink?: string;
}

/** The settings that decide what links open. */
export interface LinkSettings extends LinkSetting {
  /** Whether a template may be the same URL for every graph. */
  readonly fixedSessionLink?: boolean;
  readonly site?: string;
}

/** The setting, by whichever of its names: the inner one, else the outer one. */
export function innerLinkSetting(inner: LinkSetting, outer: LinkSetting): LinkSetting {
  const { liveDebugger, sessionLink } = [inner.liveDebugger, inner.sessionLink].some(
    (one) => one !== undefined,
  )
    ? inner
    : outer;
  return { liveDebugger, sessionLink };
}

/**
 * The link template of these settings.
 *
 * @throws BadInput if both names of the setting are used, its value is invalid, or the site has no such debugger
 */
export function linkTemplate(settings: LinkSettings): string {
  const { liveDebugger, sessionLink, fixedSessionLink, site } = settings;
  if (sessionLink === undefined) return templateOf(liveDebugger, fixedSessionLink, site);
  if (liveDebugger !== undefined) {
    throw new BadInput(
      'liveDebugger',
      liveDebugger,
      'is set beside sessionLink, which is the same setting',
      'Leave one of the two out',
    );
  }
  checkLinkTemplate('sessionLink', sessionLink, fixedSessionLink);
  return sessionLink;
}

function templateOf(
  liveDebugger: string = LiveDebugger.ROOKOUT,
  fixed?: boolean,
  site: string = 'datadoghq.com',
): string {
  if (liveDebugger === LiveDebugger.ROOKOUT) return DEFAULT_SESSION_LINK;
  if (liveDebugger === LiveDebugger.DATADOG) return tracesOf(site);
  if (typeof liveDebugger === 'string' && /^dynatrace(:|$)/.test(liveDebugger)) return pageOf(liveDebugger);
  if (typeof liveDebugger !== 'string' || /^[a-z]*$/i.test(liveDebugger)) {
    throw new BadInput(
      'liveDebugger',
      liveDebugger,
      'is not known',
      `Use rookout, datadog, dynatrace:${TENANT} with the address of your tenant, or a URL with {labels} or {search} in it`,
    );
  }
  checkLinkTemplate('liveDebugger', liveDebugger, fixed);
  return liveDebugger;
}

function tracesOf(site: string): string {
  checkSite(site);
  if (isOfGovernment(site)) {
    throw new BadInput(
      'liveDebugger',
      LiveDebugger.DATADOG,
      `is not available on the site ${site}: Datadog has no Live Debugger on its government sites`,
      'Use rookout, dynatrace, or a URL of your own',
    );
  }
  return `${webAddress(site)}/apm/traces?query={search}`;
}

function pageOf(word: string): string {
  const tenant = word
    .slice(DYNATRACE.length + 1)
    .replace(/^https:\/\//i, '')
    .replace(/\/$/, '');
  if (maskTokens(tenant) === tenant && !/^[a-z\d-]+(\.[a-z\d-]+)+$/i.test(tenant)) {
    throw new BadInput(
      'liveDebugger',
      word,
      'does not have the address of a tenant of Dynatrace',
      `Write it as "${LiveDebugger.dynatrace(TENANT)}", with the address that your browser shows`,
    );
  }
  return `https://${tenant}/ui/apps/dynatrace.devobs.debugger/debugger`;
}
