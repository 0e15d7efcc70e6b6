package latentlab.engine.layers;

import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * How a parameter starts.
 *
 * @param writer fills a vector, drawing from ND4J's generator of the calling thread
 */
public record Initialization(Consumer<INDArray> writer) {

  /**
   * The same value everywhere.
   *
   * @param value of each element
   * @return an initialisation without randomness
   */
  public static Initialization constant(double value) {
    return new Initialization(vector -> vector.assign(value));
  }

  /**
   * Ones for the first half, a scale, and zeros for the second, a shift.
   *
   * @return an initialisation without effect on what is normalised
   */
  public static Initialization unitScale() {
    return new Initialization(
        vector -> {
          vector.assign(0);
          vector.get(NDArrayIndex.interval(0, vector.length() / 2)).assign(1);
        });
  }

  /**
   * Normal numbers around zero.
   *
   * @param deviation their standard deviation, 0 or more
   * @return the initialisation
   */
  public static Initialization normal(double deviation) {
    return new Initialization(
        vector -> vector.assign(Nd4j.randn(DataType.FLOAT, vector.shape()).muli(deviation)));
  }

  /**
   * Random weights by a rule.
   *
   * @param rule says from which distribution
   * @param fanIn how many values each output depends on
   * @param fanOut how many outputs depend on each value
   * @return the initialisation
   */
  public static Initialization random(WeightRule rule, double fanIn, double fanOut) {
    return rule.initialization(fanIn, fanOut);
  }
}
