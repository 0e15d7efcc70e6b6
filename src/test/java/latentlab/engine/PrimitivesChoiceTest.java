package latentlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import latentlab.engine.primitives.Primitives;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.failure.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrimitivesChoiceTest {

  @AfterEach
  void clear() {
    System.clearProperty(PrimitivesChoice.PROPERTY);
  }

  @Test
  void takesTheFastestThatLoads() {
    try (Primitives chosen = PrimitivesChoice.make()) {
      boolean loads = PrimitivesForTests.names().anyMatch("onednn"::equals);
      assertThat(chosen.name()).isEqualTo(loads ? "onednn" : "plain");
    }
  }

  @Test
  void canBeForced() {
    System.setProperty(PrimitivesChoice.PROPERTY, "plain");
    try (Primitives chosen = PrimitivesChoice.make()) {
      assertThat(chosen.name()).isEqualTo("plain");
    }
  }

  @Test
  void refusesAnUnknownName() {
    System.setProperty(PrimitivesChoice.PROPERTY, "cuda");
    assertThatThrownBy(PrimitivesChoice::make)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cuda")
        .hasMessageContaining("onednn or plain");
  }
}
