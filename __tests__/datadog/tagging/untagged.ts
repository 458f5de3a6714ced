/** Any label groups behind a title, and nothing else. */
const LABEL_GROUPS = /^( ?\[[^[\]:]+:[^[\]:]+\])*$/;

/**
 * A tagged dashboard with the titles and the links that tagging may have changed as they were. Every other
 * difference from the original stays, so that the two can be compared: also a title of other words, and other links.
 */
export function untagged(tagged: any, original: any): any {
  return { ...tagged, widgets: untaggedWidgets(tagged.widgets, original.widgets) };
}

function untaggedWidgets(widgets: any[], originals: any[]): any[] {
  return widgets.map((widget, index) => ({
    ...widget,
    definition: untaggedDefinition(widget.definition, originals[index].definition),
  }));
}

function untaggedDefinition(definition: any, original: any): any {
  if (Array.isArray(definition.widgets)) {
    return { ...definition, widgets: untaggedWidgets(definition.widgets, original.widgets) };
  }
  const { source_widget_definition: source } = definition;
  if (source) {
    const untaggedSource = untaggedDefinition(source, original.source_widget_definition);
    return { ...definition, source_widget_definition: untaggedSource };
  }
  const before: Record<string, unknown> = {
    title: untaggedTitle(definition.title, original.title),
    custom_links: untaggedLinks(definition.custom_links, original.custom_links),
  };
  return Object.fromEntries(
    Object.entries(definition)
      .map(([name, value]) => [name, name in before ? before[name] : value])
      .filter(([, value]) => value !== undefined),
  );
}

function untaggedTitle(title: unknown, original: unknown): unknown {
  const words = original ?? '';
  const added = typeof title === 'string' && typeof words === 'string' && title.startsWith(words);
  return added && LABEL_GROUPS.test(title.slice(words.length)) ? original : title;
}

function untaggedLinks(links: unknown, originals: unknown): unknown {
  if (!Array.isArray(links)) return links;
  const before = Array.isArray(originals) ? originals : [];
  const own = links.findIndex((link) => link?.label === 'Set metric points');
  if (own < 0) return links;
  if (own < before.length)
    return links.map((link, at) => (at === own ? { ...link, link: before[own].link } : link));
  const others = links.filter((_, at) => at !== own);
  return others.length === 0 ? originals : others;
}
