package latentlab.ui.training;

import java.math.BigDecimal;
import java.util.Locale;
import latentlab.models.config.ConfigField;
import latentlab.models.config.FieldKind;
import latentlab.ui.text.Messages;

/** Says which values a setting allows. */
final class FieldRange {

  private FieldRange() {}

  /**
   * The range of a setting.
   *
   * @param field the setting
   * @param messages the words
   * @return one sentence; empty where a control offers nothing that is not allowed
   */
  static String of(ConfigField field, Messages messages) {
    boolean numbers =
        field.kind() == FieldKind.INTEGER
            || field.kind() == FieldKind.DECIMAL
            || field.kind() == FieldKind.LIST;
    if (!numbers) {
      return "";
    }
    String key = "training.range." + field.kind();
    // What the annotation gives: the limits of the type are nobody's business.
    double min = field.setting().min();
    double max = field.setting().max();
    if (Double.isFinite(min) && Double.isFinite(max)) {
      return messages.text(key + ".between", number(min), number(max));
    }
    if (Double.isFinite(min)) {
      return messages.text(key + ".least", number(min));
    }
    return Double.isFinite(max)
        ? messages.text(key + ".most", number(max))
        : messages.text(key + ".any");
  }

  /** As it can be typed into the field, in every language. */
  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole
        ? Long.toString((long) value)
        : new BigDecimal(Double.toString(value))
            .stripTrailingZeros()
            .toString()
            .toLowerCase(Locale.ROOT);
  }
}
