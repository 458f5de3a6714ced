import { JsonObject } from '../../../json/value';
import { DrawnQuery } from '../drawn-query';

/** A family of queries that are written alike. */
export interface QuerySource {
  /** Its names in `data_source`. */
  readonly dataSources: readonly string[];
  /** The fields of a request that hold a query in an older form, each with the name of its source. */
  readonly olderFields: Readonly<Record<string, string>>;
  /**
   * What a query selects. One of metrics may be arithmetic of several.
   *
   * @param source the name of its source
   * @throws QueryError if it does not follow its syntax
   */
  read(query: JsonObject, source: string): readonly DrawnQuery[];
  /**
   * What the values of a query are of, such as the names of metrics. Queries of the same values can be subtracted
   * from each other, so that nothing is left.
   *
   * @throws QueryError if it does not follow its syntax
   */
  valuesOf(query: JsonObject): readonly string[];
}
