package latentlab.ui.training.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Numbers beside an axis: four digits that matter, none that do not, thousands set apart. */
final class TickLabels extends StringConverter<Number> {

  private static final int FOUR_DIGITS = 4;

  /** As many as a number in single precision has, so that nothing measured is lost. */
  private static final int EXACT_DIGITS = 8;

  private static final double LEAST_PLAIN = 1e-4;
  private static final double GREATEST_PLAIN = 1e7;

  @Override
  public String toString(@Nullable Number number) {
    return number == null ? "" : text(number.doubleValue());
  }

  @Override
  public Number fromString(String text) {
    throw new UnsupportedOperationException("axes are not typed into");
  }

  static String text(double value) {
    return text(value, FOUR_DIGITS);
  }

  /** A value as it was measured. */
  static String exact(double value) {
    return text(value, EXACT_DIGITS);
  }

  private static String text(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    DecimalFormatSymbols english = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
    double size = Math.abs(value);
    boolean powers = value != 0 && (size < LEAST_PLAIN || size > GREATEST_PLAIN);
    DecimalFormat format =
        new DecimalFormat(
            powers ? "0." + "#".repeat(digits - 1) + "E0" : "#,##0.############", english);
    boolean whole = value == Math.rint(value);
    return format.format(whole ? value : new BigDecimal(value).round(new MathContext(digits)));
  }
}
