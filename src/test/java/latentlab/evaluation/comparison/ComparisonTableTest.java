package latentlab.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

  private static final ComparisonRow AE =
      row("ae", Map.of(Figure.PARAMETERS, 1234567.0, Figure.MSE, 0.01));
  private static final ComparisonRow VAE =
      row(
          "vae|a,\"b\"",
          Map.of(
              Figure.PARAMETERS, 10.0, Figure.MSE, 0.02, Figure.SSIM, 0.9, Figure.PRECISION, 0.5));
  private static final ComparisonRow GAN = row("gan", Map.of(Figure.PRECISION, 0.75));
  private static final ComparisonRow BROKEN = ComparisonRow.failed("broken", "no weights");
  private static final ComparisonRow REAL =
      row("real images", Map.of(Figure.PRECISION, 0.9, Figure.FRECHET_DISTANCE, 1.0));
  private static final ComparisonTable TABLE =
      new ComparisonTable("5 images", Optional.of(REAL), List.of(AE, VAE, GAN, BROKEN));

  private static ComparisonRow row(String name, Map<Figure, Double> figures) {
    return new ComparisonRow(name, "family", "Family", figures, Optional.empty());
  }

  @Test
  void hasTheColumnsOfItsModelsInOrder() {
    assertThat(TABLE.columns())
        .containsExactly(Figure.PARAMETERS, Figure.MSE, Figure.SSIM, Figure.PRECISION);
  }

  @Test
  void theBestValueIsTheModelsOwnAndOnTheSideThatIsBetter() {
    assertThat(TABLE.best(Figure.MSE)).hasValue(0.01);
    assertThat(TABLE.best(Figure.PRECISION)).hasValue(0.75);
    assertThat(TABLE.best(Figure.SSIM)).as("only one has it").isEqualTo(OptionalDouble.empty());
    assertThat(TABLE.best(Figure.EPOCHS)).isEmpty();
  }

  @Test
  void isSortedBestFirstAndThoseWithoutTheFigureByNameAtTheEnd() {
    assertThat(names(Figure.PRECISION)).containsExactly("gan", "vae|a,\"b\"", "ae", "broken");
    assertThat(names(Figure.PARAMETERS)).containsExactly("vae|a,\"b\"", "ae", "broken", "gan");
    assertThat(TABLE.sortedBy(Figure.MSE).reference()).contains(REAL);
  }

  private static List<String> names(Figure figure) {
    return TABLE.sortedBy(figure).rows().stream().map(ComparisonRow::name).toList();
  }

  @Test
  void figuresAreFoundByKeysThatAreTheirOwn() {
    for (Figure figure : Figure.values()) {
      assertThat(Figure.ofKey(figure.key())).contains(figure);
      assertThat(figure.key()).matches("[a-z_]+");
    }
    assertThat(Figure.ofKey("beauty")).isEmpty();
    assertThat(Figure.SAMPLING_TIME.heading()).isEqualTo("Time per sample (ms) \u2193");
  }

  @Test
  void csvHasAllFiguresInFullAndQuotesNames() {
    String[] lines = TableFormat.CSV.write(TABLE).split("\r\n", -1);

    assertThat(lines).hasSize(7).endsWith("");
    assertThat(lines[0]).startsWith("model,family,parameters,size_mb,").endsWith(",problem");
    assertThat(lines[1]).startsWith("real images,family,,");
    assertThat(lines[2]).startsWith("ae,family,1234567,,,,,0.01,");
    assertThat(lines[3]).startsWith("\"vae|a,\"\"b\"\"\",family,10,,,,,0.02,,0.9,");
    assertThat(lines[5]).startsWith("broken,,").endsWith(",no weights");
    long commas = lines[2].chars().filter(c -> c == ',').count();
    assertThat(commas).isEqualTo(Figure.values().length + 2L);
  }

  @Test
  void markdownHasATableForEachGroupWithTheBestInBold() {
    String text = TableFormat.MARKDOWN.write(TABLE);

    assertThat(text)
        .contains("### Reconstruction")
        .contains("| Model | MSE \u2193 | SSIM \u2191 |\n|---|---:|---:|\n| ae | **0.0100** |  |\n")
        .contains("| vae\\|a,\"b\" | 0.0200 | 0.900 |")
        .contains("| real images | 0.900 |\n")
        .contains("| gan | **0.750** |")
        .contains("broken: no weights");
  }

  @Test
  void textHasColumnsInLine() {
    List<String> lines = Arrays.asList(TableFormat.TEXT.write(TABLE).split("\n", -1));
    int start = lines.indexOf("Reconstruction");

    assertThat(lines.get(0)).isEqualTo("5 images");
    assertThat(lines.subList(start + 1, start + 4))
        .containsExactly(
            "Model          MSE   SSIM", "ae         0.0100*", "vae|a,\"b\"   0.0200  0.900");
    assertThat(lines).contains("broken: no weights");
  }
}
