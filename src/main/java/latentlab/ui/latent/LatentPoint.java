package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;

/** A point of a latent space. Immutable. */
final class LatentPoint {

  private final float[] coordinates;

  private LatentPoint(float[] coordinates) {
    this.coordinates = coordinates;
  }

  /** The point whose coordinates are all 0. */
  static LatentPoint origin(int size) {
    return new LatentPoint(new float[size]);
  }

  /** The point with these coordinates. */
  static LatentPoint of(float... coordinates) {
    return new LatentPoint(coordinates.clone());
  }

  /** A point drawn from the standard normal distribution; the same for the same seed. */
  static LatentPoint sample(int size, Seed seed) {
    RandomGenerator generator = seed.derive("latent-sample").generator();
    float[] coordinates = new float[size];
    for (int dimension = 0; dimension < size; dimension++) {
      coordinates[dimension] = (float) generator.nextGaussian();
    }
    return new LatentPoint(coordinates);
  }

  int size() {
    return coordinates.length;
  }

  float coordinate(int dimension) {
    return coordinates[dimension];
  }

  /** This point with another value in one dimension. */
  LatentPoint with(int dimension, double value) {
    float[] changed = coordinates.clone();
    changed[dimension] = (float) value;
    return new LatentPoint(changed);
  }

  /** Whether no coordinate differs by more than a tolerance. */
  boolean isNear(LatentPoint other, double tolerance) {
    for (int i = 0; i < coordinates.length; i++) {
      if (!(Math.abs(coordinates[i] - other.coordinates[i]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  /** The coordinates. */
  List<Float> toList() {
    List<Float> list = new ArrayList<>(coordinates.length);
    for (float coordinate : coordinates) {
      list.add(coordinate);
    }
    return list;
  }

  /** The point as a code, [1, size]. */
  LatentCodes code() {
    return LatentCodes.of(coordinates.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatentPoint point && Arrays.equals(coordinates, point.coordinates);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coordinates);
  }

  @Override
  public String toString() {
    return Arrays.toString(coordinates);
  }
}
