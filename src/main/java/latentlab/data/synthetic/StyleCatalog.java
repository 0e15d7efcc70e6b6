package latentlab.data.synthetic;

import java.util.List;
import java.util.stream.Stream;

/**
 * The ways in which each digit is written. The strokes are hand-made. A line gives a style's name,
 * its weight among the digit's styles, and its strokes as {@link Skeleton#parse} reads them: points
 * {@code x,y} with y downwards, {@code !} after a corner, {@code /} where the pen is lifted.
 */
public final class StyleCatalog {

  private static final String ZERO =
      """
      round     | 4   | 36,0 12,14 0,50 10,86 35,100 60,86 70,50 60,14 32,0
      narrow    | 2   | 24,0 6,18 0,52 8,86 24,100 42,84 50,48 42,14 20,2
      drop      | 2   | 42,0 14,28 0,65 12,92 35,100 60,82 68,46 58,14 36,3
      curled in | 1   | 52,10 28,4 6,28 0,60 14,92 38,100 62,80 70,45 58,12 36,4 26,18
      open      | 0.7 | 38,4 14,20 0,55 12,90 36,100 60,84 68,46 60,16 48,6
      """;

  private static final String ONE =
      """
      bar           | 16  | 50,0 50,50 50,100
      bent bar      | 3   | 54,0 49,30 49,70 54,100
      flag          | 0.9 | 34,20 50,0! 50,50 50,100
      flag and foot | 1   | 26,20 50,0! 50,50 50,100 / 22,100 50,99 78,98
      """;

  private static final String TWO =
      """
      plain       | 3   | 5,22 22,4 44,2 57,20 48,48 25,75 4,95! 35,96 72,94
      large loop  | 2.5 | 8,18 28,2 52,12 56,40 44,78 22,98 4,92 8,74 32,70 56,84 76,92
      flowing     | 2   | 2,18 22,4 40,10 34,38 6,88! 30,86 60,82 96,84
      small loop  | 2   | 6,22 24,2 48,8 54,32 40,66 20,92 8,96 8,84 24,82 50,92 72,84
      loop        | 2   | 6,20 26,2 50,6 57,26 44,56 22,86 6,95 2,82 14,76 36,88 54,95 74,86
      angular     | 1.5 | 0,12 28,5 58,4 54,20 34,55 5,94! 35,94 72,92
      curl        | 1.5 | 16,32 8,18 26,2 52,8 58,30 40,62 5,95! 30,90 50,95 74,90
      rolling     | 1.5 | 0,24 20,2 46,8 42,40 14,88 2,84 16,74 50,84 84,78
      swan        | 1.5 | 12,28 16,8 35,0 52,12 50,38 30,70 2,96! 24,88 50,98 70,90
      low         | 1.5 | 10,20 30,2 50,10 46,36 22,66 0,90! 30,80 60,84 100,90
      hooked foot | 1.5 | 8,16 28,2 46,14 44,42 26,74 8,96! 34,84 50,92 68,84
      small head  | 1   | 14,12 28,0 40,10 34,40 16,72 4,96! 40,92 84,86
      """;

  private static final String THREE =
      """
      round      | 4   | 8,12 30,0 54,8 54,30 38,44 22,47! 48,52 60,72 48,94 22,100 2,88
      flat top   | 1.2 | 5,5 30,4 58,2! 28,40! 52,47 60,70 45,95 20,100 0,90
      small loop | 1.5 | 8,14 30,0 52,8 50,30 32,47 22,48 28,42 48,52 58,74 42,96 18,100 0,88
      wide       | 1.5 | 8,10 38,0 60,12 40,38 24,44! 54,50 62,74 40,95 2,98
      soft       | 1.5 | 6,10 30,0 52,10 48,32 36,46 50,58 58,76 44,96 20,100 2,92
      """;

  private static final String FOUR =
      """
      open        | 4   | 10,5 4,32 8,52 30,56 58,50 / 58,2 55,50 50,100
      open square | 2   | 10,8 4,50! 30,54 68,50 / 56,5 53,50 48,100
      closed      | 1.2 | 46,0 22,34 0,64! 35,65 76,62 / 47,0 46,50 46,100
      one stroke  | 1   | 14,6 4,30 10,48 28,50 46,38 58,4! 54,50 48,100
      long bar    | 2   | 16,4 2,48! 35,52 82,44 / 52,8 46,54 38,100
      """;

  private static final String FIVE =
      """
      two strokes | 3   | 16,6 10,42! 30,38 54,48 58,70 44,94 20,100 0,90 / 16,6 40,5 66,2
      one stroke  | 3   | 64,2 38,4 18,6! 12,42! 32,38 54,50 56,72 42,95 18,100 0,90
      curved      | 2   | 60,5 36,2 16,12 14,30 32,44 50,62 48,84 30,100 4,92
      turned in   | 1.5 | 64,3 42,5 22,4! 14,42! 36,35 58,50 56,80 32,100 8,92 0,76
      wide bowl   | 2   | 22,4 12,40! 34,36 62,44 72,66 52,92 24,100 0,92 / 22,4 48,6 80,2
      long roof   | 3   | 18,28 10,48! 30,42 50,56 46,80 25,98 0,92 / 18,28 46,20 84,10
      short roof  | 2   | 22,2 16,40! 40,46 50,66 40,90 16,100 0,92 / 22,2 42,4 70,0
      """;

  private static final String SIX =
      """
      curved     | 3   | 48,0 25,18 8,50 5,78 20,98 42,96 55,80 48,62 30,58 10,74
      straight   | 3   | 40,0 20,35 5,70 12,95 35,100 52,85 45,66 25,62 8,78
      large loop | 1   | 50,2 20,20 2,55 6,88 30,100 56,88 60,64 42,48 18,54 6,72
      wide loop  | 2   | 36,0 18,30 4,66 8,90 28,100 56,88 66,70 50,60 26,72 16,92
      """;

  private static final String SEVEN =
      """
      plain   | 4   | 2,8 30,6 60,4! 42,48 28,100
      serif   | 2   | 4,24 6,7! 30,6 60,4! 44,48 30,100
      crossed | 1.5 | 2,6 30,5 60,2! 42,50 30,100 / 18,52 40,50 66,46
      curved  | 2   | 2,14 18,4 42,6 58,10 54,28 40,60 32,100
      wave    | 2   | 0,18 12,6 32,10 60,2! 38,46 22,100
      """;

  private static final String EIGHT =
      """
      from the top right | 4   | 55,12 32,0 10,10 12,28 32,46 50,64 50,88 28,100 6,88 10,66 32,46 52,28 56,10
      two circles        | 2   | 30,46 8,34 10,10 30,0 52,10 50,34 30,46 / 30,46 6,62 4,88 28,100 55,88 54,62 30,46
      open               | 2   | 58,15 35,3 12,16 24,40 44,60 42,88 22,100 6,84 18,60 44,38 62,20
      narrow             | 2   | 44,8 26,0 12,14 22,38 38,62 38,88 20,100 6,88 10,66 26,46 42,26 46,8
      small below        | 2   | 54,10 30,0 8,12 12,34 32,52 46,72 40,94 26,100 14,88 20,70 38,52 56,30 54,8
      large below        | 1.5 | 46,8 30,0 14,8 16,24 34,38 58,62 54,90 28,100 2,88 6,64 30,38 46,22 46,6
      open arm           | 2   | 70,12 44,4 16,6 6,20 22,38 42,56 46,80 26,100 8,88 14,66 38,42 72,14
      crossed            | 1.5 | 10,8 18,28 40,54 52,80 34,100 10,92 14,68 38,40 58,10 34,0 10,6
      """;

  private static final String NINE =
      """
      straight        | 4   | 52,12 30,0 8,14 4,34 20,48 42,38 54,10! 52,50 48,100
      curved tail     | 0.8 | 54,15 32,0 8,12 4,36 22,48 45,38 55,12 58,50 50,85 30,100 8,92
      smooth          | 3   | 52,16 34,2 10,14 6,36 22,46 42,36 53,12 52,50 40,100
      from the middle | 2   | 50,5 22,3 4,22 10,44 32,44 50,22 52,4! 50,50 46,100
      large bowl      | 2   | 52,10 34,0 12,8 2,30 10,50 32,54 48,36 54,14! 54,50 52,100
      round bowl      | 2.5 | 46,6 26,0 6,12 4,34 20,46 40,40 48,22 46,6! 46,50 36,100
      """;

  private static final List<List<WritingStyle>> STYLES =
      Stream.of(ZERO, ONE, TWO, THREE, FOUR, FIVE, SIX, SEVEN, EIGHT, NINE)
          .map(StyleCatalog::parse)
          .toList();

  private StyleCatalog() {}

  /**
   * The styles of one digit.
   *
   * @param digit 0 to 9
   * @return at least two styles, always in the same order
   * @throws IllegalArgumentException if there is no such digit
   */
  public static List<WritingStyle> stylesOf(int digit) {
    if (digit < 0 || digit > 9) {
      throw new IllegalArgumentException(digit + " is no digit from 0 to 9");
    }
    return STYLES.get(digit);
  }

  private static List<WritingStyle> parse(String styles) {
    return styles.lines().map(StyleCatalog::parseStyle).toList();
  }

  private static WritingStyle parseStyle(String line) {
    String[] fields = line.split("\\|");
    return new WritingStyle(
        fields[0].strip(),
        Double.parseDouble(fields[1].strip()),
        Skeleton.parse(fields[2].strip()));
  }
}
