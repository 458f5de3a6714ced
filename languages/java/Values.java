package io.github.cdktf_datadog_rookout;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import software.amazon.jsii.JsiiObjectMapper;
import software.amazon.jsii.JsiiSerializable;
import software.constructs.Construct;

/**
 * Checks the arguments of jsii's calls before they are sent to Node as JSON. Without it, NaN would arrive as text, half of a
 * surrogate pair as a question mark, bytes and dates as other values, and a value in itself would end in a {@link StackOverflowError}.
 */
final class Values {
  /** The largest number of levels. Dashboards have about 15; jsii can't send 500. */
  private static final int DEEPEST = 400;

  private static final String TOO_DEEP =
      "a value is in itself, or far too deep. Pass it as JSON text.";

  private Values() {}

  /**
   * Gives back the arguments of a call. The message of an error begins with the construct: the one whose method is called,
   * or that which the arguments make.
   *
   * @param receiver the object whose method is called; null for a constructor or a static method
   * @throws IllegalArgumentException if a value is not JSON: with its path, the rule and the fix, in one line
   */
  static Object[] checked(final Object receiver, final Object[] args) {
    try {
      for (final Object arg : args) {
        checkType(arg, "");
        check(JsiiObjectMapper.valueToTree(arg), "", 0);
      }
    } catch (final IllegalAccessException error) {
      throw new IllegalStateException(error);
    } catch (final StackOverflowError error) {
      throw new IllegalArgumentException(construct(receiver, args) + TOO_DEEP);
    } catch (final RuntimeException error) {
      throw new IllegalArgumentException(construct(receiver, args) + error.getMessage(), error);
    }
    return args;
  }

  private static String construct(final Object receiver, final Object[] args) {
    if (receiver instanceof Construct) {
      return "[" + ((Construct) receiver).getNode().getPath() + "] ";
    }
    if (args.length > 1 && args[0] instanceof Construct && args[1] instanceof String) {
      return "[" + ((Construct) args[0]).getNode().getPath() + "/" + args[1] + "] ";
    }
    return "";
  }

  /** Bytes would arrive as text in base64, and a date as a number or as an object. */
  private static void checkType(final Object value, final String path)
      throws IllegalAccessException {
    if (value instanceof byte[]
        || value instanceof Date
        || value instanceof Calendar
        || value instanceof Temporal) {
      throw wrong(
          path,
          "a value is of the type "
              + value.getClass().getCanonicalName()
              + ", which JSON does not have",
          "Pass a Map, a List, text, a number, a boolean or null");
    } else if (value instanceof Map) {
      for (final Map.Entry<?, ?> property : ((Map<?, ?>) value).entrySet()) {
        checkType(property.getValue(), inside(path, String.valueOf(property.getKey())));
      }
    } else if (value instanceof Iterable) {
      int index = 0;
      for (final Object item : (Iterable<?>) value) {
        checkType(item, path + "[" + index++ + "]");
      }
    } else if (value instanceof Object[]) {
      checkType(Arrays.asList((Object[]) value), path);
    } else if (isOptions(value)) {
      for (final Field option : value.getClass().getDeclaredFields()) {
        option.setAccessible(true);
        checkType(option.get(value), inside(path, option.getName()));
      }
    }
  }

  /** Whether it is a struct of this package, which keeps each option in a field. */
  private static boolean isOptions(final Object value) {
    return value instanceof JsiiSerializable
        && !(value instanceof Construct)
        && value.getClass().getSimpleName().equals("Jsii$Proxy")
        && value.getClass().getPackage() == Values.class.getPackage();
  }

  private static String inside(final String path, final String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static void check(final JsonNode value, final String path, final int level) {
    if (level > DEEPEST) {
      throw new IllegalArgumentException(TOO_DEEP);
    } else if (value.isArray()) {
      for (int index = 0; index < value.size(); index++) {
        check(value.get(index), path + "[" + index + "]", level + 1);
      }
    } else if (value.has("$jsii.map")) {
      checkProperties(value.get("$jsii.map"), path, level);
    } else if (value.has("$jsii.struct")) {
      checkProperties(value.get("$jsii.struct").get("data"), path, level);
    } else if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
      throw wrong(
          path, value.doubleValue() + " is not a number that JSON has", "Pass a finite number");
    } else if (value.isTextual() && !StandardCharsets.UTF_8.newEncoder().canEncode(value.textValue())) {
      throw wrong(path, "a text holds half of a surrogate pair, which is no character", "Take it out");
    }
  }

  private static void checkProperties(
      final JsonNode properties, final String path, final int level) {
    for (final Map.Entry<String, JsonNode> property : properties.properties()) {
      final String name = property.getKey();
      check(property.getValue(), inside(path, name), level + 1);
    }
  }

  private static IllegalArgumentException wrong(
      final String path, final String problem, final String fix) {
    return new IllegalArgumentException(
        (path.isEmpty() ? "" : path + ": ") + problem + ". " + fix + ".");
  }
}
